// The figures of a month, one line each.  A line becomes a reading when something is typed
// in it; one that is left empty makes none, and its figure stays missing.

const READING = "reading";

class Month extends Host {
  constructor(root) {
    super(root);
    this.lines = new Map();
  }

  shape(data) { return [data.month, data.groups.map(({ title, asks }) => [title, asks.map(({ key, title: name }) => [key, name])])]; }

  get asks() { return this.data.groups.flatMap(({ asks }) => asks); }

  build() {
    const { words, groups } = this.data;
    this.lines.clear();
    this.count = make("p", { class: "count", role: "status" });
    const sections = groups.map((group) => make("section", {}, make("h3", {}, group.title), ...group.asks.map((ask) => {
      const slot = make("div", { class: "slot" });
      const before = make("span", { class: "before" });
      const hint = make("span", { class: "hint" });
      const line = make("div", { class: "line" }, make("span", { class: "name" }, ask.title), slot, make("span", { class: "unit" }, ask.unit), before, hint);
      line.dataset.ask = ask.key;
      this.lines.set(ask.key, { slot, before, hint, item: null, label: words.before });
      return line;
    })));
    return [...sections, this.count];
  }

  // An answer that was typed and is not stored yet, here or in a tab that was closed.
  waiting(ask) {
    for (const entry of outbox.entriesOf(READING)) {
      const born = entry.edits.find((e) => e.field === "exists" && e.new);
      if (!born) continue;
      const said = (field) => entry.edits.find((e) => e.record === born.record && e.field === field)?.new ?? null;
      if (Object.entries(ask.fixed).every(([field, value]) => said(field) === value)) return born.record;
    }
    return null;
  }

  sync() {
    const stored = new Map(this.data.rows[READING].map((raw) => [raw.id, raw]));
    for (const ask of this.asks) {
      const line = this.lines.get(ask.key);
      line.before.textContent = ask.before;
      line.hint.textContent = ask.hint;
      const known = line.item;
      // One that was taken back makes place for a new one.
      const lost = known && known.stored && !ask.record && !outbox.entryFor(READING, known.id);
      const id = ask.record ?? this.waiting(ask) ?? (known && !lost ? known.id : newId());
      if (!known || known.id !== id) this.place(ask, line, id);
      const raw = stored.get(id);
      if (raw) {
        line.item.birth = null;
        line.item.stored = true;
      }
      line.item.adopt(raw ?? { values: {}, position: line.item.position });
    }
    this.arrange();
  }

  place(ask, line, id) {
    if (line.item) this.items.delete(line.item.id);
    const item = new Item(this, READING, id);
    const base = { type: READING, record: id, base: null };
    item.birth = [
      { ...base, field: "exists", new: true },
      { ...base, field: "position", new: this.data.next[READING] + this.asks.findIndex(({ key }) => key === ask.key) },
      ...Object.entries(ask.fixed).map(([field, value]) => ({ ...base, field, new: value })),
    ];
    line.item = item;
    this.items.set(id, item);
    const cell = item.cell({ ...this.data.field, example: "", unit: "" }, ask.unit ? `${ask.title} (${ask.unit})` : ask.title);
    line.slot.replaceChildren(cell.element);
  }

  arrange() {
    const { words } = this.data;
    const filled = this.asks.filter(({ key }) => this.lines.get(key).item?.value("value") != null).length;
    const said = filled === this.asks.length ? words.all : words.filled.replace("{n}", filled).replace("{title}", this.asks.length);
    if (this.count.textContent !== said) this.count.textContent = said;
  }

  made() {}

  gone() {}

  after(item) {
    const order = this.asks.map(({ key }) => this.lines.get(key).item);
    return order[order.indexOf(item) + 1]?.cells.get("value")?.control.focusable;
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".month");
  (root.month ??= new Month(root)).render(data);
}
