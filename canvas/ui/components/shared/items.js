// What a component that shows records of several types has in common with others: which
// records there are, the places where new ones are written, and what becomes of edits.

const inPlace = (a, b) => a.value("position") - b.value("position") || (a.id < b.id ? -1 : 1);

// Put elements into a holder in their order, moving none that stands right and none that
// the person is in.
function put(holder, wanted) {
  const active = holder.getRootNode().activeElement;
  let before = null;
  for (const element of [...wanted].reverse()) {
    if (element.nextElementSibling !== before || element.parentNode !== holder) {
      if (element.parentNode === holder && active && element.contains(active)) { before = element; continue; }
      holder.insertBefore(element, before);
    }
    before = element;
  }
  for (const child of [...holder.children]) if (!wanted.includes(child)) child.remove();
}

// A field that has no label beside it says in grey what it is, rather than an example.
const unspoken = (field) => ({ ...field, example: field.label });

// One record: what the server said of it, and what the outbox holds.
class Item {
  constructor(host, type, id) {
    this.editor = host; // what a Cell asks its row for
    this.type = type;
    this.id = id;
    this.values = {};
    this.shown = {};
    this.cells = new Map();
  }

  // Until the server has it, what is typed in a new record brings it into being.
  creation() { return this.birth ? this.birth.map((edit) => ({ ...edit })) : null; }

  cell(field, label = field.label) {
    const cell = new Cell(this, field, label);
    this.cells.set(field.name, cell);
    if (this.known) cell.adopt({ value: this.values[field.name] ?? null, shown: this.shown[field.name] });
    return cell;
  }

  // A field as it will be once what is under way is stored.
  value(name) {
    const entry = outbox.entryFor(this.type, this.id, name);
    if (entry) return entry.edits.findLast((e) => e.field === name && e.record === this.id).new;
    return name === "position" ? this.position ?? 0 : this.values[name] ?? null;
  }

  edit(name, wanted) { return { type: this.type, record: this.id, field: name, base: this.value(name), new: wanted }; }

  adopt(raw) {
    this.values = raw.values;
    this.shown = raw.shown ?? {};
    this.position = raw.position;
    this.known = true;
    for (const [name, cell] of this.cells) cell.adopt({ value: raw.values[name] ?? null, shown: raw.shown?.[name] });
    remark(this, raw);
  }
}

// A place where a new record is written: Enter, or leaving it, makes one of what is there.
class Adder {
  constructor(host, { type, field, fixed = () => ({}), placeholder, label = placeholder, then = "" }) {
    Object.assign(this, { host, type, fixed, placeholder, label, then });
    this.field = { ...field, example: placeholder };
    this.element = make("div", { class: "adder" });
    host.adders.add(this);
    this.fresh();
  }

  fresh() {
    const line = new Item(this.host, this.type, newId());
    line.adder = this;
    line.creation = () => {
      const base = { type: this.type, record: line.id, base: null };
      line.birth ??= [
        { ...base, field: "exists", new: true },
        { ...base, field: "position", new: this.host.nextPosition(this.type) },
        ...Object.entries(this.fixed()).map(([field, value]) => ({ ...base, field, new: value })),
      ];
      return line.birth.map((edit) => ({ ...edit }));
    };
    this.line = line;
    this.stored = false;
    const cell = line.cell(this.field, this.label);
    line.adopt({ values: {} });
    const control = cell.control.focusable;
    if (control.tagName === "SELECT") {
      control.options[0].textContent = this.placeholder;
      control.addEventListener("change", () => this.settle(true));
    }
    cell.element.addEventListener("focusout", () => queueMicrotask(() => line === this.line && this.settle()));
    this.element.replaceChildren(cell.element);
  }

  get control() { return this.line.cells.get(this.field.name).control; }

  settle(focus = false) {
    const { id } = this.line;
    if (!this.stored && !outbox.entryFor(this.type, id)) return;
    this.fresh();
    this.host.sync();
    if (!focus) return;
    const next = this.then && this.host.items.get(id)?.cells.get(this.then);
    (next || this).control.focusable.focus();
  }
}

// The base of a component: `build()` makes its frame, `made(item)` and `gone(item)` what a
// record looks like, `arrange()` puts all in order, `after(item)` says where Enter goes.
class Host {
  constructor(root) {
    this.root = root;
    this.items = new Map();
    this.adders = new Set();
    this.voice = make("div", { class: "voice", role: "status" });
    outbox.subscribe((event) => this.heard(event));
  }

  render(data) {
    const shape = JSON.stringify([data.strategy, data.language, this.shape(data)]);
    this.data = data;
    for (const [name, colour] of Object.entries(data.tones)) this.root.style.setProperty(`--${name}`, colour);
    if (shape !== this.built) {
      this.built = shape;
      this.items.clear();
      this.adders.clear();
      this.root.lang = data.language;
      this.root.replaceChildren(...this.build(), this.voice);
    }
    this.sync();
  }

  draw() { this.sync(); }

  of(type) { return [...this.items.values()].filter((item) => item.type === type).sort(inPlace); }

  adderOf(id) { return [...this.adders].find((adder) => adder.line.id === id); }

  // Bring what is shown to what the server said last and to what the outbox holds.
  sync() {
    const present = new Set();
    const lines = new Map([...this.adders].map((adder) => [adder.line.id, adder]));
    for (const [type, rows] of Object.entries(this.data.rows)) for (const raw of rows) {
      const leaving = outbox.entryFor(type, raw.id, "exists");
      if (leaving && !leaving.edits.findLast((e) => e.field === "exists" && e.record === raw.id).new) continue;
      present.add(raw.id);
      const adder = lines.get(raw.id);
      if (adder) {
        adder.stored = true;
        adder.line.adopt(raw);
        continue;
      }
      const item = this.items.get(raw.id) ?? this.make(type, raw.id);
      item.birth = null;
      item.adopt(raw);
    }
    // Records that were written and not answered yet, or left by a closed tab.
    for (const type of Object.keys(this.data.rows)) for (const entry of outbox.entriesOf(type)) for (const edit of entry.edits) {
      const { record } = edit;
      if (edit.type !== type || present.has(record) || this.items.has(record) || lines.has(record)) continue;
      const born = entry.edits.some((e) => e.record === record && e.field === "exists" && e.new);
      if (!born && entry.state !== "gone") continue;
      const item = this.make(type, record);
      item.birth = born ? entry.edits.slice(0, -1).filter((e) => e.record === record) : null;
      item.adopt({ values: {}, position: entry.edits.find((e) => e.field === "position" && e.record === record)?.new ?? 0 });
    }
    for (const item of this.items.values()) {
      if (present.has(item.id) || outbox.entryFor(item.type, item.id)) continue;
      this.forget(item);
    }
    this.arrange();
  }

  make(type, id) {
    const item = new Item(this, type, id);
    this.items.set(id, item);
    this.made(item);
    return item;
  }

  forget(item) {
    this.items.delete(item.id);
    this.gone(item);
  }

  nextPosition(type) {
    const known = this.of(type).map((item) => item.value("position")).filter(Number.isFinite);
    return Math.max(this.data.next[type] - 1, ...known) + 1;
  }

  // What the server says of who uses a record; nothing where nobody does.
  usesOf(item) { return this.data.rows[item.type]?.find((raw) => raw.id === item.id)?.uses; }

  remove(item) { leaving(this, this.usesOf(item), () => this.takeAway(item)); }

  takeAway(item, said = this.data.words.removed) {
    const next = this.after(item);
    for (const entry of outbox.entriesOf(item.type)) {
      if (entry.state !== "ready" && entry.edits.every((e) => e.record === item.id)) outbox.drop(entry.op);
    }
    outbox.put(this.data.strategy, [{ type: item.type, record: item.id, field: "exists", base: true, new: null }]);
    this.forget(item);
    this.arrange();
    next?.focus();
    this.say(said);
  }

  say(text) { this.voice.textContent = text; }

  // A Cell's Enter.
  focusBelow(row, field) {
    if (row.adder) row.adder.settle(true);
    else this.after(row, field)?.focus();
  }

  heard(event) {
    if (!this.data || !this.root.isConnected) return;
    if (event.kind === "adopted" || event.kind === "dropped") this.sync();
    else if (event.kind === "typing" || event.kind === "ready") this.arrange();
    else if (event.kind === "quiet") {
      // A new record whose text was emptied again is no record.
      if ([...this.items.values()].some((item) => item.birth && !outbox.entryFor(item.type, item.id))) this.sync();
    } else if (event.kind === "yield") {
      giveWay(this.items.values());
    } else if (event.kind === "settled") {
      for (const edit of event.entry.edits) {
        const item = this.items.get(edit.record) ?? this.adderOf(edit.record)?.line;
        if (!item || item.type !== edit.type) continue;
        const cell = item.cells.get(edit.field);
        if (event.result.status === "saved") {
          const stored = event.result.values ?? {};
          if (edit.field === "position") item.position = edit.new;
          // The server has it, whether or not rows that say so have come.
          else if (edit.field === "exists") item.answered = edit.new;
          else item.values = { ...item.values, [edit.field]: edit.field in stored ? stored[edit.field] : edit.new };
          if (item.adder) item.adder.stored = true;
        }
        cell?.settled(event.entry, event.result);
      }
      this.arrange();
    }
  }
}
