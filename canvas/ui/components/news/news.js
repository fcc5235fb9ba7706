// Opportunities in three places: to judge, to seize, left aside.  A verdict moves a card,
// but never while the person is in it.

class News extends Host {
  constructor(root) {
    super(root);
    this.cards = new Map();
    this.said = new Map();
    this.making = new Set();
    root.addEventListener("focusout", () => queueMicrotask(() => this.data && this.arrange()));
  }

  shape(data) { return Object.keys(data.fields); }

  build() {
    const { words, fields } = this.data;
    this.cards.clear();
    this.making.clear();
    const place = () => make("div", { class: "grid" });
    this.places = { judge: place(), go: place(), no_go: place() };
    this.headings = { judge: make("h3", {}, words.judge), go: make("h3", {}, words.go) };
    this.aside = make("summary");
    this.nobody = make("p", { class: "nobody" }, words.nobody);
    const adder = new Adder(this, { type: NEWS, field: fields.topic, placeholder: words.add, then: "idea" });
    this.ghost = this.example();
    this.left = make("details", { class: "group" }, this.aside, this.places.no_go);
    this.groups = {
      judge: make("section", { class: "group" }, this.headings.judge, this.nobody, this.places.judge),
      go: make("section", { class: "group" }, this.headings.go, this.places.go),
      no_go: this.left,
    };
    return [adder.element, this.ghost, ...Object.values(this.groups)];
  }

  // What an empty list will look like.
  example() {
    const { example, verdicts } = this.data;
    const card = make("article", { class: "card settled" },
      make("p", { class: "topic" }, example.topic),
      make("ul", { class: "chips" }, ...example.tests.map((test) => make("li", { class: "chip" }, make("span", {}, `✓ ${test}`)))),
      make("div", { class: "panel" }, make("div", { class: "proposal" }, make("span", { class: "sign" }, verdicts[example.verdict].sign), make("div", {}, make("strong", {}, verdicts[example.verdict].label), make("p", {}, example.why)))));
    card.dataset.verdict = example.verdict;
    return make("div", { class: "ghost grid", "aria-hidden": "true" }, card);
  }

  sync() {
    for (const raw of this.data.rows[NEWS]) {
      this.said.set(raw.id, raw);
      if (raw.line) this.making.delete(raw.id);
    }
    super.sync();
  }

  made(item) { this.cards.set(item.id, new NewsCard(this, item)); }

  gone(item) {
    this.cards.get(item.id)?.element.remove();
    this.cards.delete(item.id);
  }

  place(item) {
    const verdict = item.value("verdict");
    return verdict === "go" || verdict === "no_go" ? verdict : "judge";
  }

  arrange() {
    const { words } = this.data;
    const active = this.root.getRootNode().activeElement;
    const order = new Map(this.data.rows[NEWS].map(({ id }, n) => [id, n]));
    const items = [...this.items.values()].sort((a, b) => (order.get(a.id) ?? Infinity) - (order.get(b.id) ?? Infinity) || inPlace(a, b));
    const wanted = { judge: [], go: [], no_go: [] };
    for (const item of items) {
      const { element } = this.cards.get(item.id);
      this.cards.get(item.id).draw();
      const held = active && element.contains(active);
      const now = Object.keys(this.places).find((name) => this.places[name] === element.parentNode);
      wanted[held && now ? now : this.place(item)].push(element);
    }
    for (const [name, elements] of Object.entries(wanted)) {
      put(this.places[name], elements);
      this.groups[name].hidden = !elements.length && !(name === "judge" && items.length);
    }
    this.nobody.hidden = wanted.judge.length > 0;
    this.ghost.hidden = items.length > 0;
    this.aside.textContent = words.no_go.replace("{n}", wanted.no_go.length);
  }

  after(item, field) {
    const names = ["topic", "idea"];
    const at = names.indexOf(field?.name);
    const next = field ? item.cells.get(names[at + 1]) : null;
    if (next) return next.control.focusable;
    const { element } = this.cards.get(item.id) ?? {};
    const other = element?.nextElementSibling ?? element?.previousElementSibling;
    return (other ? this.items.get(other.dataset.id)?.cells.get("topic") : [...this.adders][0].line.cells.get("topic"))?.control.focusable;
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".news");
  (root.news ??= new News(root)).render(data);
}
