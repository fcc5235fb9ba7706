// The balance of the plan: gauges in groups.  Figures come from the server; what is mended
// here goes through the outbox, as everywhere.

class Gauges extends Host {
  constructor(root) {
    super(root);
    this.cards = new Map();
    this.titles = new Map();
    this.notes = new Map();
  }

  shape(data) { return [data.ghost, data.groups.map(({ title, cards }) => [title, cards.map(({ key }) => key)])]; }

  build() {
    const { data } = this;
    this.cards.clear();
    const groups = data.groups.map(({ title, cards }) => {
      const grid = make("div", { class: "grid" }, ...cards.map((raw) => {
        const card = new GaugeCard(this, raw.key);
        this.cards.set(raw.key, card);
        return card.element;
      }));
      return make("section", { class: "group" }, title ? make("h3", {}, title) : null, grid);
    });
    if (!data.ghost) return groups;
    const field = data.fields.post.title;
    const adder = new Adder(this, { type: "post", field, fixed: () => data.fixed, placeholder: data.words.start });
    const examples = make("div", { class: "ghost", "aria-hidden": "true" }, ...groups);
    return [make("p", { class: "waiting" }, data.words.waiting), adder.element, examples];
  }

  sync() {
    for (const raw of Object.values(this.data.rows).flat()) {
      this.titles.set(raw.id, raw.title);
      this.notes.set(raw.id, raw.note);
    }
    super.sync();
  }

  made() {}

  gone(item) { for (const card of this.cards.values()) card.lines.delete(item.id); }

  // A line that was mended is no longer concerned, but stays under the person's hands.
  forget(item) {
    if ([...this.cards.values()].some((card) => card.held && card.lines.has(item.id))) return;
    super.forget(item);
  }

  arrange() {
    for (const raw of this.data.groups.flatMap(({ cards }) => cards)) {
      const card = this.cards.get(raw.key);
      if (card.raw && card.raw.fit !== raw.fit) this.say(this.data.words.verdict.replace("{title}", () => raw.title).replace("{place}", () => raw.verdict));
      card.render(raw);
      card.arrange(this.items);
    }
  }

  // Enter goes to the same field of the next line of the card.
  after(item, field) {
    for (const card of this.cards.values()) {
      const ids = [...card.lines.keys()];
      const at = ids.indexOf(item.id);
      if (at < 0 || !field || !card.raw.fields.includes(field.name)) continue;
      return this.items.get(ids[at + 1])?.cells.get(field.name)?.control.focusable;
    }
    return null;
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".gauges");
  (root.gauges ??= new Gauges(root)).render(data);
}
