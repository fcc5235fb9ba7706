// What a room sees above a canvas: where we are, how far, and how much time is left.
// Arrow keys turn the blocks, Esc leaves.  Minutes are added to the agenda's part of
// this step as they pass, like any other edit.

const MINUTE = 60000;

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".projection");
  const head = (root.head ??= {});
  head.data = data;
  head.turn = (way) => setTriggerValue("turn", { way, op: newId() });

  if (!head.built) {
    head.built = true;
    const element = (tag, name, text = "") => {
      const made = document.createElement(tag);
      made.className = name;
      made.textContent = text;
      return made;
    };
    head.title = element("h1", "title");
    head.place = element("p", "place");
    head.clock = element("div", "clock");
    head.clock.setAttribute("role", "timer");
    head.step = element("span", "step");
    head.planned = document.createElement("input");
    head.planned.type = "number";
    head.planned.min = 0;
    head.planned.max = 600;
    head.planned.className = "planned";
    head.planned.addEventListener("change", () => plan());
    head.whole = element("span", "whole");
    head.start = element("button", "start");
    head.start.type = "button";
    head.start.onclick = () => head.turn("agenda");
    head.leave = element("button", "leave", "×");
    head.leave.type = "button";
    head.leave.onclick = () => leave();
    head.clock.append(head.step, head.planned, head.whole, head.start);
    const words = element("div", "words");
    words.append(head.title, head.place);
    root.append(words, head.clock, head.leave);
    head.since = Date.now();
  }

  function item() { return head.data.item; }

  function put(field, base, value) {
    outbox.put(head.data.strategy, [{ type: "agenda_item", record: item().id, field, base: base || null, new: value }]);
  }

  function plan() {
    const value = Math.round(Number(head.planned.value));
    if (!item() || !Number.isFinite(value) || value === item().planned) return;
    put("planned_minutes", item().planned, value);
    item().planned = value;
    show();
  }

  function tick() {
    if (!root.isConnected) { clearInterval(head.timer); return; }
    const passed = Math.floor((Date.now() - head.since) / MINUTE);
    if (passed >= 1 && item()) {
      put("spent_minutes", item().spent, item().spent + passed);
      item().spent += passed;
      head.data.clocks.step.spent += passed;
      head.data.clocks.whole.spent += passed;
      head.since += passed * MINUTE;
    }
    show();
  }

  function show() {
    const { words, clocks } = head.data;
    head.clock.hidden = !clocks; // a page that is no step has none
    if (!clocks) return;
    const running = item() !== null;
    const begun = running || clocks.whole.planned > 0; // a step may have no part in the session
    head.step.hidden = head.planned.hidden = !running;
    head.whole.hidden = !begun;
    head.start.hidden = begun;
    head.start.textContent = words.start;
    const whole = clocks.whole.planned - clocks.whole.spent;
    head.whole.textContent = (whole < 0 ? words.whole_over : words.whole).replace("{minutes}", String(Math.abs(whole))).replace("{planned}", String(clocks.whole.planned));
    if (!running) return;
    const seconds = Math.floor((Date.now() - head.since) / 1000);
    const left = clocks.step.planned * 60 - clocks.step.spent * 60 - seconds;
    const over = left < 0;
    const minutes = Math.floor(Math.abs(left) / 60);
    const time = `${minutes}:${String(Math.abs(left) % 60).padStart(2, "0")}`;
    head.step.textContent = (over ? words.over : words.left).replace("{time}", time);
    head.clock.dataset.state = over ? "over" : "on";
  }

  // Once only: a second turn would come while the page is drawn anew.  The end of the full
  // screen is heard below and says it.
  function leave() {
    if (document.fullscreenElement) document.exitFullscreen().catch(() => head.turn("leave"));
    else head.turn("leave");
  }

  // What this render brought.
  head.title.textContent = data.title;
  head.place.textContent = data.place;
  head.leave.setAttribute("aria-label", data.words.leave);
  head.leave.title = data.words.leave;
  head.planned.setAttribute("aria-label", data.words.planned);
  head.planned.title = data.words.planned;
  if (data.item && root.getRootNode().activeElement !== head.planned) head.planned.value = data.item.planned;
  if (head.of !== data.title) { head.of = data.title; head.since = Date.now(); }
  clearInterval(head.timer);
  head.timer = setInterval(tick, 1000);
  show();

  head.keys && document.removeEventListener("keydown", head.keys);
  head.keys = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = event.composedPath()[0];
    if (event.key === "Escape") { leave(); return; }
    // Arrow keys belong to whatever the person is in: a text, a card, a slider.
    if (at.closest?.("input, textarea, select, [contenteditable], [role=slider], [role=radiogroup], .handle")) return;
    const way = { ArrowRight: "next", PageDown: "next", ArrowLeft: "previous", PageUp: "previous" }[event.key];
    if (way) { event.preventDefault(); head.turn(way); }
  };
  document.addEventListener("keydown", head.keys);
  head.screen && document.removeEventListener("fullscreenchange", head.screen);
  head.wide = Boolean(document.fullscreenElement);
  head.screen = () => {
    // The browser takes Esc for itself when it leaves the full screen.
    if (head.wide && !document.fullscreenElement) head.turn("leave");
    head.wide = Boolean(document.fullscreenElement);
  };
  document.addEventListener("fullscreenchange", head.screen);

  return () => {
    clearInterval(head.timer);
    document.removeEventListener("keydown", head.keys);
    document.removeEventListener("fullscreenchange", head.screen);
  };
}
