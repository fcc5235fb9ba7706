// The table of roles: a row a network, a column a task, people's names in the cells.
//
// A name gets into a cell by dragging it there, by taking it in hand (a touch, Enter) and
// choosing cells, or from the cell's own list.  A network without roles yet stands there
// in grey; its record comes into being with the first name.

const ROLE = "network_role";
const PERSON = "person";

class RoleRow {
  constructor(table, id, network, { awaited = false } = {}) {
    this.editor = this.table = table;
    this.type = ROLE;
    this.id = id;
    this.network = network;
    this.awaited = awaited;
    this.cells = new Map();
    const { data } = table;
    this.heading = make("h3");
    this.why = make("span", { class: "why" });
    const cross = make("button", { type: "button", class: "cross" }, "×");
    cross.onclick = () => table.remove(this);
    this.cross = cross;
    const note = this.cell(data.note);
    note.element.title = data.note.help;
    const head = make("div", { class: "head" }, this.heading, cross, this.why, note.element);
    const tasks = data.columns.map((column) => this.slot(column));
    this.element = make("section", { class: "row" }, head, ...tasks);
    this.element.dataset.id = id;
    this.called();
  }

  cell(field) {
    const cell = new Cell(this, field, field.label);
    this.cells.set(field.name, cell);
    return cell;
  }

  slot(column) {
    const { table } = this;
    const cell = this.cell({
      ...column,
      words: table.data.words,
      people: () => table.people(),
      hand: () => table.hand,
      where: () => this.title,
      said: (text) => table.say(text),
    });
    const slot = make("div", { class: "slot" }, make("span", { class: "label", "aria-hidden": "true" }, column.label), cell.element);
    slot.dataset.task = column.name;
    slot.addEventListener("click", (event) => {
      if (table.hand && !event.composedPath()[0].closest("button, select, .problem")) cell.control.put(table.hand);
    });
    return slot;
  }

  get title() { return this.table.data.networks[this.network] ?? this.table.data.words.nobody; }

  called() {
    this.heading.textContent = this.title;
    this.element.setAttribute("aria-label", this.title);
    this.element.classList.toggle("awaited", this.awaited);
    this.cross.setAttribute("aria-label", fill(this.table.data.words.remove_network, { network: this.title }));
    this.why.textContent = this.awaited ? this.table.data.awaited.find(({ network }) => network === this.network)?.reason ?? "" : "";
  }

  creation() {
    if (this.awaited) {
      this.awaited = false;
      this.birth = this.table.birth(ROLE, this.id, "network", this.network);
      this.position = this.birth[1].new;
      this.called();
    }
    return this.birth ? this.birth.map((edit) => ({ ...edit })) : null;
  }

  adopt(raw) {
    this.position = raw.position;
    if (raw.values.network) this.network = raw.values.network;
    for (const [name, cell] of this.cells) cell.adopt({ value: raw.values[name] ?? null });
    remark(this, raw);
    this.called();
    this.paint();
  }

  paint() { for (const { control } of this.cells.values()) control.paint?.(); }
}

// What is being written in the place for a name: somebody who may come to be.
class Somebody {
  constructor(place) {
    this.place = place;
    this.editor = place.table;
    this.type = PERSON;
    this.id = newId();
  }

  creation() {
    this.birth ??= this.editor.birth(PERSON, this.id);
    return this.birth.map((edit) => ({ ...edit }));
  }
}

// The place where a first name is written; it becomes a person.
class Newcomer {
  constructor(table) {
    this.table = table;
    this.element = make("div", { class: "newcomer" });
    this.fresh();
  }

  fresh() {
    const { data } = this.table;
    const who = new Somebody(this);
    this.who = who;
    this.cell = new Cell(who, { ...data.person, example: data.words.add_person }, data.words.add_person);
    this.cell.adopt({ value: null });
    this.cell.element.addEventListener("focusout", () => queueMicrotask(() => who === this.who && this.settle()));
    this.element.replaceChildren(this.cell.element);
  }

  // What was written is somebody; the place is free again.
  settle(focus = false) {
    const entry = outbox.entryFor(PERSON, this.who.id);
    if (entry && entry.state !== "ready") return;
    if (entry || this.table.data.people.some(({ id }) => id === this.who.id)) this.fresh();
    if (focus) this.cell.control.focusable.focus();
    this.table.paint();
  }
}

class Roles {
  constructor(root) {
    this.root = root;
    this.rows = new Map();
    this.hand = null;
    this.voice = make("div", { class: "voice", role: "status" });
    outbox.subscribe((event) => this.heard(event));
    root.addEventListener("keydown", (event) => { if (event.key === "Escape" && this.hand) this.letGo(); });
    draggable(root, {
      handle: (event) => {
        const from = event.composedPath()[0];
        return from.closest(".out") ? null : from.closest(".person:not(.ghosted)");
      },
      areas: () => [...root.querySelectorAll(".slot")],
      items: () => [],
      drop: (item, slot) => this.drop(item, slot),
    });
  }

  render(data) {
    const shape = JSON.stringify([data.strategy, data.language]);
    this.data = data;
    if (this.shape !== shape) { this.shape = shape; this.build(); }
    this.root.style.setProperty("--watch", data.watch);
    const present = new Set(data.rows.map(({ id }) => id));
    for (const raw of data.rows) {
      const row = this.row(raw.id, raw.values.network);
      row.awaited = false;
      row.birth = null;
      row.adopt(raw);
    }
    for (const row of this.rows.values()) {
      if (present.has(row.id) || row.awaited || outbox.entryFor(ROLE, row.id)) continue;
      this.forget(row);
    }
    this.adoptWaiting();
  }

  build() {
    const { words, columns } = this.data;
    this.rows.clear();
    this.hand = null;
    this.newcomer = new Newcomer(this);
    this.names = make("div", { class: "names" });
    const side = make("aside", { class: "side", "aria-label": words.people },
      make("h3", {}, words.people), make("p", { class: "help" }, words.people_help), this.names, this.newcomer.element);
    this.list = make("div", { class: "rows" });
    this.gaps = make("ul", { class: "gaps" });
    this.start = make("p", { class: "help start" }, words.empty);
    this.adder = make("select", { class: "network", "aria-label": words.add_network });
    picked(this.adder, (code) => this.addNetwork(code));
    const heads = make("div", { class: "heads", "aria-hidden": "true" }, make("span"), ...columns.map((column) => make("span", { title: column.help }, column.label)));
    this.root.style.setProperty("--tasks", columns.length);
    this.root.replaceChildren(side, make("div", { class: "table" }, this.gaps, heads, this.list, this.start, this.example(), this.adder), this.voice);
    this.root.lang = this.data.language;
  }

  // What the table will look like, in grey, while it is empty.
  example() {
    const { example, columns, networks } = this.data;
    const person = (name) => make("span", { class: "person" }, face({ name, colour: "transparent" }), name);
    this.sample = make("div", { class: "row sample", "aria-hidden": "true" }, make("div", { class: "head" }, make("h3", {}, networks[example.network])),
      ...columns.map((column, n) => make("div", { class: "cellar" }, make("span", { class: "label" }, column.label), person(example.people[n]))));
    return this.sample;
  }

  row(id, network, options) {
    let row = this.rows.get(id);
    if (!row) { row = new RoleRow(this, id, network, options); this.rows.set(id, row); }
    return row;
  }

  forget(row) {
    this.rows.delete(row.id);
    row.element.remove();
  }

  // Rows that were made and not answered yet, and networks that still wait for theirs.
  adoptWaiting() {
    for (const entry of outbox.entriesOf(ROLE)) {
      const mine = (field) => entry.edits.find((e) => e.type === ROLE && e.field === field);
      const made = mine("exists");
      if (!made?.new || this.rows.has(made.record)) continue;
      const row = this.row(made.record, mine("network")?.new ?? null);
      row.birth = entry.edits.filter((e) => ["exists", "position", "network"].includes(e.field));
      row.adopt({ values: {}, position: mine("position")?.new ?? 0 });
    }
    const here = new Set([...this.rows.values()].filter(({ awaited }) => !awaited).map(({ network }) => network));
    const wanted = this.data.awaited.filter(({ network }) => !here.has(network));
    for (const row of this.rows.values()) if (row.awaited && !wanted.some(({ network }) => network === row.network)) this.forget(row);
    for (const { network } of wanted) {
      if ([...this.rows.values()].some((row) => row.awaited && row.network === network)) continue;
      this.row(newId(), network, { awaited: true }).adopt({ values: {}, position: Infinity });
    }
    this.paint();
  }

  // Everybody who is there, with those just written.
  people() {
    const { people, colours } = this.data;
    const known = new Set(people.map(({ id }) => id));
    const found = people.map(({ id, values }) => ({ id, name: values.name ?? "" }));
    for (const entry of outbox.entriesOf(PERSON)) {
      const named = entry.edits.find((e) => e.type === PERSON && e.field === "name");
      if (named?.new && entry.state === "ready" && !known.has(named.record)) { known.add(named.record); found.push({ id: named.record, name: named.new }); }
    }
    return shortened(found.filter(({ name }) => name)).map((person, n) => ({ ...person, colour: colours[n % colours.length] }));
  }

  paint() {
    const people = this.people();
    const active = this.root.getRootNode().activeElement;
    const rows = [...this.rows.values()].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
    let before = null;
    for (const { element } of rows.reverse()) {
      if ((element.nextElementSibling !== before || element.parentNode !== this.list) && !(active && element.parentNode && element.contains(active))) this.list.insertBefore(element, before);
      before = element;
    }
    for (const row of rows) row.paint();
    this.paintNames(people, rows, active);
    const { words, networks, gaps } = this.data;
    const used = new Set(rows.map(({ network }) => network));
    this.adder.replaceChildren(make("option", { value: "" }, words.add_network),
      ...Object.entries(networks).filter(([code]) => !used.has(code)).map(([code, label]) => make("option", { value: code }, label)));
    this.start.hidden = rows.length > 0 && people.length > 0;
    this.sample.hidden = rows.length > 0;
    this.gaps.replaceChildren(...gaps.map((text) => make("li", {}, text)));
    this.gaps.hidden = !gaps.length;
    this.root.classList.toggle("taking", Boolean(this.hand));
  }

  paintNames(people, rows, active) {
    const held = this.names.contains(active) ? active.dataset.person : null;
    this.names.replaceChildren(...people.map((person) => {
      const cells = rows.flatMap((row) => [...row.cells.values()]).filter(({ control }) => control.holds?.(person.id)).length;
      const button = make("button", { type: "button", class: "person", "aria-pressed": String(this.hand === person.id), "aria-label": person.name, title: fill(this.data.words.tasks, { person: person.name, n: String(cells) }) },
        face(person), make("span", { class: "name" }, person.name), make("span", { class: "tally", "aria-hidden": "true" }, cells ? String(cells) : ""));
      button.dataset.person = person.id;
      button.onclick = () => this.take(this.hand === person.id ? null : person.id);
      return button;
    }));
    if (held) [...this.names.children].find((button) => button.dataset.person === held)?.focus();
  }

  take(id) {
    this.hand = id;
    this.paint();
    const name = this.people().find((person) => person.id === id)?.name;
    this.say(name ? fill(this.data.words.taken, { person: name }) : this.data.words.let_go);
  }

  letGo() {
    const { hand } = this;
    this.take(null);
    [...this.names.children].find((button) => button.dataset.person === hand)?.focus();
  }

  cellAt(element) {
    const row = this.rows.get(element.closest(".row")?.dataset.id);
    return row?.cells.get(element.closest(".slot").dataset.task) ?? null;
  }

  // From the list a name is put; from one cell to another it moves.
  drop(item, slot) {
    const id = item.dataset.person;
    const from = item.closest(".slot") && this.cellAt(item);
    const to = this.cellAt(slot);
    if (from === to) return;
    to.control.put(id);
    from?.control.take(id);
    this.paint();
  }

  nextPosition(type) {
    const rows = type === ROLE ? [...this.rows.values()].map(({ position }) => position).filter(Number.isFinite) : [];
    const waiting = outbox.entriesOf(type).flatMap(({ edits }) => edits).filter((e) => e.type === type && e.field === "position").map((e) => e.new);
    return Math.max(this.data.next_position[type] - 1, ...rows, ...waiting) + 1;
  }

  birth(type, record, field, value) {
    const base = { type, record, base: null };
    const edits = [{ ...base, field: "exists", new: true }, { ...base, field: "position", new: this.nextPosition(type) }];
    return field ? [...edits, { ...base, field, new: value }] : edits;
  }

  addNetwork(code) {
    const id = newId();
    outbox.put(this.data.strategy, this.birth(ROLE, id, "network", code));
    this.adoptWaiting();
    this.rows.get(id).cells.get(this.data.columns[0].name).control.focusable.focus();
  }

  remove(row) {
    if (row.awaited) return;
    outbox.put(this.data.strategy, [{ type: ROLE, record: row.id, field: "exists", base: true, new: null }]);
    this.data.rows = this.data.rows.filter(({ id }) => id !== row.id);
    this.forget(row);
    this.adoptWaiting();
    this.adder.focus();
    this.say(this.data.words.removed);
  }

  focusBelow(row) {
    if (row instanceof Somebody) return row.place.settle(true);
    row.element.nextElementSibling?.querySelector("select")?.focus();
  }

  draw() { this.render(this.data); }

  say(text) { this.voice.textContent = text; }

  heard(event) {
    if (!this.data || !this.root.isConnected) return;
    if (event.kind === "typing") return;
    if (event.kind === "adopted") { this.adoptWaiting(); return; }
    if (event.kind === "yield") {
      giveWay(this.rows.values());
      return;
    }
    if (event.kind === "settled") {
      for (const edit of event.entry.edits) {
        if (edit.type === PERSON && event.result.status === "saved" && edit.field === "name") this.keep(edit);
        if (edit.type === ROLE) this.rows.get(edit.record)?.cells.get(edit.field)?.settled(event.entry, event.result);
        if (edit.type === PERSON && edit.record === this.newcomer.who.id) this.newcomer.cell.settled(event.entry, event.result);
      }
    }
    this.paint();
  }

  // Somebody new stays in the list between the answer and the rows that follow it.
  keep({ record, new: name }) {
    if (!this.data.people.some(({ id }) => id === record)) this.data.people.push({ id: record, values: { name } });
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".roles");
  (root.roles ??= new Roles(root)).render(data);
}
