// The calendar: what is shown of which period, and what becomes of the lines in it.
//
// The server sends the lines of the period on show and of its neighbours, so that turning
// is immediate; it is told where the person is, and sends what is around that.

const NARROW = 44; // rem

class Calendar extends Host {
  constructor(root) {
    super(root);
    this.pending = new Set();
    this.days = new Map();
    this.told = [];
    root.addEventListener("keydown", (event) => this.toolbar && onKey(this, event));
    root.addEventListener("keyup", (event) => {
      if (event.key === " " && event.composedPath()[0].classList?.contains("open")) event.preventDefault();
    });
    root.addEventListener("pointerdown", () => { if (this.held) this.putDown(); }, true);
    draggable(root, {
      handle: (event) => this.grasp(event),
      areas: () => [...root.querySelectorAll("[data-day], .tray")],
      items: () => [],
      drop: (element, area) => this.move(this.grasped, area.dataset.day ?? null),
    });
    root.addEventListener("pointermove", (event) => this.turnUnder(event));
    new ResizeObserver(() => this.fit()).observe(root);
    addEventListener("pagehide", () => this.flush());
    addEventListener("popstate", () => this.goBack());
  }

  shape(data) { return data.mode; }

  render(data, component) {
    if (this.data?.strategy !== data.strategy || this.data?.mode !== data.mode) this.place = null;
    this.setState = component.setStateValue;
    this.setTrigger = component.setTriggerValue;
    this.networks = new Map(data.networks.map((n) => [n.code, n]));
    this.accounts = new Map(data.accounts.map((a) => [a.id, a]));
    this.statuses = new Map(data.statuses.map((s) => [s.code, s]));
    this.usual = data.networks.find((n) => n.ours)?.code ?? "";
    const rows = data.lines.map(([id, position, ...values]) => ({ id, position, values: Object.fromEntries(values.map((value, n) => [data.line[n], value])) }));
    this.sentOn = new Map();
    for (const { values: { date } } of rows) if (date) this.sentOn.set(date, (this.sentOn.get(date) ?? 0) + 1);
    this.sentLines = rows.filter((row) => row.values.date).length;
    this.ideasSent = rows.length - this.sentLines;
    if (data.open && this.panel?.line?.id === data.open.row.id) {
      const at = rows.findIndex((row) => row.id === data.open.row.id);
      rows.splice(at < 0 ? rows.length : at, at < 0 ? 0 : 1, { ...data.open.row, full: true });
    }
    this.follow(data.place);
    super.render({ ...data, rows: { post: rows } });
  }

  // Go where the server says that the address points, unless one was there in between.
  follow({ day, as }) {
    const said = day + as;
    const first = !this.place;
    if (first) this.place = { day, as, network: "", account: "", status: "", text: "", more: "", open: "", ideas: 1 };
    else if (said !== this.address) {
      const at = this.told.indexOf(said);
      if (at >= 0) this.told.splice(0, at + 1);
      else Object.assign(this.place, { day, as: as || this.place.as });
    }
    this.address = said;
    if (!this.place.as) {
      this.narrow = this.measure();
      this.place.as = this.narrow ? "list" : "month";
      if (this.narrow) this.tell();
    }
    if (first) this.start = { day, as: this.place.as };
  }

  // Back and Forward go through the periods that one was in.
  goBack() {
    if (!this.data || !this.root.isConnected) return;
    const asked = new URLSearchParams(location.search);
    const { day, as } = asked.has("day") ? Object.fromEntries(asked) : this.start;
    Object.assign(this.place, { day, as: as || this.start.as || this.place.as, more: "" });
    this.arrange();
    this.tell();
  }

  tell(soon = 150) {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => {
      this.told.push(this.place.day + this.place.as);
      this.setState("place", { ...this.place });
    }, soon);
  }

  act(name, id, day = null) { this.setTrigger("act", { name, id, day }); }

  measure() { return this.root.clientWidth < NARROW * parseFloat(getComputedStyle(document.documentElement).fontSize); }

  fit() {
    if (!this.data || !this.root.clientWidth || this.measure() === this.narrow) return;
    this.arrange();
  }

  build() {
    this.frame = null;
    this.held = null;
    this.root.classList.remove("page", "room", "part");
    this.root.classList.add(this.data.mode);
    this.toolbar = new Toolbar(this);
    this.tray = new Tray(this);
    this.panel = new Panel(this);
    this.view = make("div", { class: "view" });
    this.hint = make("p", { class: "hint", hidden: true }, this.data.words.first);
    return [this.toolbar.element, this.hint, make("div", { class: "body" }, this.view, this.tray.element), this.panel.element];
  }

  make(type, id) {
    const line = new Line(this, type, id);
    this.items.set(id, line);
    return line;
  }

  // What is on its way to another period is not in what the server sends of that one.
  forget(line) {
    const dragged = line === this.grasped && this.root.classList.contains("dragging");
    if (!dragged && line !== this.held?.line) super.forget(line);
  }

  gone(line) { line.element.remove(); }

  after(line) {
    const day = this.days.get(line.day);
    const next = line.element.nextElementSibling ?? line.element.previousElementSibling;
    return (next && this.items.get(next.dataset.id)?.open) ?? day?.date ?? this.tray.composer.input;
  }

  // --- what is shown --------------------------------------------------------------------

  get searching() { return this.place.as === "list" && this.place.text; }

  get firstDay() {
    const { day, as } = this.place;
    const first = as === "week" ? mondayOf(day) : `${monthOf(day)}-01`;
    const { today } = this.data;
    const last = as === "week" ? addDays(first, 6) : addDays(addMonths(first, 1), -1);
    return first <= today && today <= last ? today : first;
  }

  get heading() {
    const { day, as } = this.place;
    if (as === "week") return this.data.words.week_of.replace("{day}", this.wordsOf(mondayOf(day)).replace(/^\S+\s/, ""));
    return this.data.months[monthOf(day)]?.name ?? monthOf(day);
  }

  wordsOf(iso) {
    if (!iso) return this.data.words.to_ideas;
    return this.data.days[iso]?.words ?? `${Number(iso.slice(8))} ${this.data.months[monthOf(iso)]?.name ?? monthOf(iso)}`;
  }

  passes(line) {
    const { place, data } = this;
    if (line === this.held?.line || line === this.panel.line) return true;
    if (place.network && line.value("network") !== place.network) return false;
    if (place.account && line.value("account") !== place.account) return false;
    if (place.status && line.status !== place.status) return false;
    if (!place.text || data.matching === place.text) return true;
    return plain(line.title).includes(plain(place.text));
  }

  arrange() {
    if (!this.place || !this.toolbar) return;
    const { place, data } = this;
    this.narrow = this.measure();
    this.root.classList.toggle("narrow", this.narrow);
    this.pending = new Set(outbox.entriesOf("post").flatMap((entry) => entry.edits.map((edit) => edit.record)));
    const byDay = new Map();
    const ideas = [];
    for (const line of this.items.values()) {
      if (!this.passes(line)) continue;
      const { day } = line;
      if (!day) ideas.push(line);
      else if (byDay.has(day)) byDay.get(day).push(line);
      else byDay.set(day, [line]);
    }
    const active = this.root.getRootNode().activeElement;
    this.redraw(place.as === "list" ? listed(this, byDay) : null);
    for (const [iso, day] of this.days) day.show(byDay.get(iso) ?? []);
    if (place.as === "month" && this.narrow) this.below.show(byDay.get(this.below.iso) ?? []);
    if (this.nothing) this.nothing.hidden = [...this.days.keys()].some((iso) => byDay.has(iso));
    this.tray.show(ideas);
    this.toolbar.show();
    this.example();
    this.panel.refresh();
    // What was moved lost the cursor on its way.
    if (active && active !== this.root.getRootNode().activeElement && active.isConnected && !this.panel.line) active.focus();
  }

  // Make the frame of the view anew where another period or another view is asked for.
  redraw(days) {
    const { place, data } = this;
    const period = place.as === "week" ? mondayOf(place.day) : monthOf(place.day);
    const chosen = this.narrow && place.as === "month" ? place.more : "";
    const frame = JSON.stringify([place.as, period, chosen, this.narrow, data.today, data.networks.length, this.searching ? days : null]);
    if (frame === this.frame) return;
    this.frame = frame;
    this.flush();
    this.days = new Map();
    this.nothing = null;
    this.view.replaceChildren({ month: buildMonth, week: buildWeek, list: buildList }[place.as](this, days));
  }

  // What an empty calendar will look like, in grey.
  example() {
    const empty = this.data.empty && this.items.size === 0;
    this.hint.hidden = !empty || this.data.mode !== "page";
    this.view.querySelectorAll(".ghost").forEach((ghost) => ghost.remove());
    if (!empty || this.place.as === "week") return;
    const monday = mondayOf(addDays(`${monthOf(this.place.day)}-01`, 6));
    const first = this.place.as === "list" && this.firstDay > monday ? addDays(this.firstDay, -1) : monday;
    if (this.nothing) this.nothing.hidden = true;
    for (const { after, network, title } of this.data.example) {
      const day = this.days.get(addDays(first, after));
      day?.holder?.append(make("div", { class: "ghost", "aria-hidden": "true" }, make("span", { class: "badge" }, this.networks.get(network).short), title));
    }
  }

  // --- going elsewhere --------------------------------------------------------------------

  go(day) {
    this.place.day = day;
    this.place.more = "";
    this.arrange();
    this.tell();
    this.say(this.heading);
  }

  turn(way) { this.go(this.place.as === "week" ? addDays(this.place.day, 7 * way) : addMonths(`${monthOf(this.place.day)}-01`, way)); }

  look(view) {
    if (this.place.as === "month" && view === "week" && monthOf(this.firstDay) === monthOf(this.data.today)) this.place.day = this.firstDay;
    this.place.as = view;
    this.arrange();
    this.tell();
  }

  filter(wanted, soon = 0) {
    Object.assign(this.place, wanted, { ideas: 1 });
    this.arrange();
    this.tell(soon);
  }

  // All lines of a day, in its cell.
  showAll(day) {
    this.place.more = this.place.more === day.iso ? "" : day.iso;
    this.arrange();
    this.tell(0);
  }

  // A day of a month on a phone: its lines stand below.
  choose(iso) {
    this.place.more = iso;
    this.arrange();
    this.days.get(iso)?.date.focus();
    this.tell();
  }

  // While something is dragged, the way to another period opens under it.
  turnUnder(event) {
    if (!this.toolbar || !this.root.classList.contains("dragging")) { clearTimeout(this.turning); this.turning = null; return; }
    const over = [this.toolbar.back, this.toolbar.on].find((button) => {
      const box = button.getBoundingClientRect();
      return event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    });
    if (!over) { clearTimeout(this.turning); this.turning = null; return; }
    this.turning ??= setTimeout(() => { this.turning = null; this.turn(Number(over.dataset.turn)); }, 600);
  }

  // --- lines ------------------------------------------------------------------------------

  grasp(event) {
    const from = event.composedPath()[0];
    const element = from.closest(".line:not(.ghosted)");
    if (!element || from.closest(".forward, .problem")) return null;
    // A finger that is on a line may mean to scroll: it takes it by its grip.
    if (event.pointerType !== "mouse" && !from.closest(".grip")) return null;
    this.grasped = this.items.get(element.dataset.id);
    return element;
  }

  create({ title, date, network }) {
    const base = { type: "post", record: newId(), base: null };
    const given = Object.entries({ title, date, network }).filter(([, value]) => value);
    const edits = [
      { ...base, field: "exists", new: true },
      { ...base, field: "position", new: this.nextPosition("post") },
      ...given.map(([field, value]) => ({ ...base, field, new: value })),
    ];
    outbox.put(this.data.strategy, edits, { completed: true });
    this.sync();
    this.say(this.data.words.added.replace("{title}", title).replace("{place}", this.wordsOf(date)));
  }

  move(line, date) {
    if (line.value("date") === date) return;
    outbox.put(this.data.strategy, [line.edit("date", date)]);
    this.arrange();
    this.say(this.data.words.moved.replace("{title}", line.title).replace("{place}", this.wordsOf(date)));
  }

  forward(line) {
    const { next } = line;
    if (!next) return;
    const edit = line.edit("status", next);
    outbox.put(this.data.strategy, [edit]);
    this.arrange();
    this.say(this.data.words.now.replace("{title}", line.title).replace("{status}", this.statuses.get(next).label));
  }

  usesOf(line) { return this.data.uses[line.id]; }

  takeAway(line) {
    super.takeAway(line, line.value("cadence") ? this.data.words.removed_slot : this.data.words.removed);
  }

  focusOn(line) { (line.element.isConnected ? line.open : this.days.get(line.day)?.date)?.focus(); }

  takeUp(line) {
    this.held = { line, at: line.value("date") };
    this.arrange();
    line.open.focus();
    this.say(this.data.words.held.replace("{title}", line.title));
  }

  carry(at) {
    const { line } = this.held;
    this.held.at = at;
    const [first, last] = this.place.as === "week" ? [mondayOf(this.place.day), addDays(mondayOf(this.place.day), 6)] : monthGrid(this.place.day);
    if (at && (at < first || at > last)) { this.place.day = at; this.tell(); }
    this.arrange();
    line.open.focus();
    this.say(this.data.words.at.replace("{title}", line.title).replace("{place}", this.wordsOf(at)));
  }

  putDown() {
    const { line, at } = this.held;
    this.held = null;
    if (line.value("date") === at) this.letGone(line);
    else this.move(line, at);
    line.draw();
    this.focusOn(line);
  }

  letGo() {
    const { line } = this.held;
    this.held = null;
    this.letGone(line);
    this.focusOn(line);
  }

  letGone(line) {
    this.arrange();
    this.say(this.data.words.put_back_done.replace("{title}", line.title));
  }

  // What is being written must not be lost with the page, nor with the frame it stands in.
  flush() {
    this.tray?.composer.add();
    for (const day of this.days.values()) day.composer?.add();
    this.below?.composer?.add();
  }

  heard(event) {
    if (this.data && event.kind === "settled" && ["conflict", "gone"].includes(event.entry.state)) {
      const [edit] = event.entry.edits;
      const line = this.items.get(edit.record);
      if (edit.type === "post" && event.entry.edits.length === 1 && !line?.cells.has(edit.field)) {
        // Somebody else moved it meanwhile, or deleted it: theirs stands.
        outbox.drop(event.entry.op);
        this.say(event.result.message);
      }
    }
    super.heard(event);
  }
}

export default function (component) {
  const root = component.parentElement.querySelector(".calendar");
  (root.calendar ??= new Calendar(root)).render(component.data, component);
}
