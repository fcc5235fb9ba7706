// The line that every page of a strategy has: saved or not, undo, redo.
//
// It is also the page's one connection: it sends the outbox, takes the answers, and
// listens to the server for what other people change.

const ICONS = {
  undo: "M12.5 8c-2.65 0-5.05.99-6.9 2.6L2 7v9h9l-3.62-3.62c1.39-1.16 3.16-1.88 5.12-1.88 3.54 0 6.55 2.31 7.6 5.5l2.37-.78C21.08 11.03 17.15 8 12.5 8z",
  project: "M21 3H3c-1.1 0-2 .9-2 2v12c0 1.1.9 2 2 2h5v2h8v-2h5c1.1 0 1.99-.9 1.99-2L23 5c0-1.1-.9-2-2-2zm0 14H3V5h18v12zm-5-6-7 4V7z",
  redo: "M18.4 10.6C16.55 8.99 14.15 8 11.5 8c-4.65 0-8.58 3.03-9.96 7.22L3.9 16c1.05-3.19 4.05-5.5 7.6-5.5 1.95 0 3.73.72 5.12 1.88L13 16h9V7l-3.6 3.6z",
};

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

function isEditable(element) {
  return element && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));
}

export default function (component) {
  const { data, parentElement, setStateValue, setTriggerValue } = component;
  const root = parentElement.querySelector(".bar");
  const bar = (root.bar ??= {});
  bar.data = data;
  bar.setStateValue = setStateValue;
  bar.setTriggerValue = setTriggerValue;

  if (!bar.built) {
    bar.built = true;
    bar.state = document.createElement("span");
    bar.state.className = "state";
    bar.state.setAttribute("role", "status");
    bar.state.dataset.testid = "save-state";
    bar.buttons = {};
    root.append(bar.state);
    for (const command of ["undo", "redo", "project"]) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(icon(command));
      button.onclick = () => {
        // Only a gesture may ask for the whole screen; without it, the page will do.
        if (command === "project") document.documentElement.requestFullscreen?.().catch(() => {});
        run(command);
      };
      bar.buttons[command] = button;
      root.append(button);
    }
  }

  function run(command) {
    outbox.yield();
    send();
    bar.setTriggerValue("command", { name: command, op: newId() });
  }

  function send() {
    const ready = outbox.ready(bar.data.strategy);
    if (!ready.length) return;
    bar.sentAt = Date.now();
    bar.asked = true;
    bar.setStateValue("outbox", { seq: (bar.seq = (bar.seq || 0) + 1), entries: ready });
  }

  function show() {
    const words = bar.data.words;
    const pending = outbox.ready(bar.data.strategy).length;
    const trouble = outbox.trouble();
    let text = words.saved;
    let kind = "saved";
    if (trouble) { text = words.trouble; kind = "trouble"; }
    else if (outbox.waiting()) { text = words.waiting; kind = "trouble"; }
    else if (pending || outbox.typing()) { text = words.saving; kind = "saving"; }
    else if (outbox.savedAt()) {
      const at = outbox.savedAt();
      const minutes = String(at.getMinutes()).padStart(2, "0");
      const time = bar.data.language === "fr"
        ? `${at.getHours()}\u00a0h\u00a0${minutes}`
        : `${String(at.getHours()).padStart(2, "0")}:${minutes}`;
      text = words.saved_at.replace("{time}", time);
    }
    if (bar.state.textContent !== text) bar.state.textContent = text;
    bar.state.dataset.state = kind;
    for (const [command, button] of Object.entries(bar.buttons)) {
      // What is typed and not stored yet can be taken back as well.
      button.disabled = !(bar.data["can_" + command] || (command === "undo" && kind === "saving"));
    }
  }

  // What this render brought.
  for (const [command, button] of Object.entries(bar.buttons)) {
    button.setAttribute("aria-label", data.words[command]);
    button.title = data.words[command + "_help"];
    button.hidden = command === "project" && !data.can_project;
  }
  bar.seen = Math.max(bar.seen || 0, data.revision);
  outbox.settle(data.results);
  // A store that refused is left alone for a while.
  if (bar.asked && outbox.waiting()) bar.sentAt = Date.now();
  bar.asked = false;
  show();

  if (bar.strategy !== data.strategy) {
    bar.strategy = data.strategy;
    bar.seen = data.revision;
    outbox.adopt(data.strategy);
    // A browser that was killed cannot say that its tabs are closed: their silence does.
    clearTimeout(bar.adoption);
    bar.adoption = setTimeout(() => outbox.adopt(data.strategy), ORPHAN + CALL);
  }

  bar.unsubscribe?.();
  bar.unsubscribe = outbox.subscribe((event) => {
    show();
    if (event.kind === "ready" || event.kind === "adopted") queueMicrotask(send);
  });
  if (outbox.ready(data.strategy).length && (!bar.sentAt || Date.now() - bar.sentAt > 300)) queueMicrotask(send);

  clearInterval(bar.retry);
  bar.retry = setInterval(() => {
    if (outbox.ready(bar.data.strategy).length && Date.now() - (bar.sentAt || 0) > RETRY) send();
    if (bar.events?.readyState === EventSource.CLOSED) { deafen(); bar.deafSince = Date.now(); }
    if (!bar.events && Date.now() - (bar.deafSince || 0) > RETRY) listen();
  }, 1000);

  // What other people change.  A hidden tab lets go of its connection: browsers allow
  // six to one server, and ten open tabs must not starve each other.
  function listen() {
    if (bar.events || document.hidden || !bar.data.live) return;
    bar.events = new EventSource(bar.data.live);
    bar.events.onmessage = (message) => {
      const revision = Number(message.data);
      if (!(revision > bar.seen)) return;
      // One's own edit comes back this way too: wait for its answer before redrawing.
      clearTimeout(bar.moved);
      bar.moved = setTimeout(() => {
        if (revision > bar.seen) bar.setTriggerValue("moved", revision);
      }, outbox.ready(bar.data.strategy).length ? 700 : 150);
    };
  }
  function deafen() { bar.events?.close(); bar.events = null; }
  if (bar.live !== data.live) { deafen(); bar.live = data.live; }
  listen();
  bar.visibility && document.removeEventListener("visibilitychange", bar.visibility);
  bar.visibility = () => (document.hidden ? deafen() : listen());
  document.addEventListener("visibilitychange", bar.visibility);

  bar.keys && document.removeEventListener("keydown", bar.keys, true);
  bar.keys = (event) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    const letter = event.key.toLowerCase();
    if (letter !== "z" && letter !== "y") return;
    // In a text, Ctrl+Z belongs to the text; with Alt it is ours everywhere.
    if (!event.altKey && isEditable(event.composedPath()[0])) return;
    const command = letter === "y" || event.shiftKey ? "redo" : "undo";
    event.preventDefault();
    if (!bar.buttons[command].disabled) run(command);
  };
  document.addEventListener("keydown", bar.keys, true);

  return () => {
    deafen();
    clearTimeout(bar.adoption);
    clearInterval(bar.retry);
    clearTimeout(bar.moved);
    bar.unsubscribe?.();
    document.removeEventListener("visibilitychange", bar.visibility);
    document.removeEventListener("keydown", bar.keys, true);
  };
}
