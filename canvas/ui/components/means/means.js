// Each objective is a card: what it asks for beside what it is given, what it is given by,
// a verdict, and where means are short what one decides: what gives way, or a new target.

const SIGNS = { fits: "✓", short: "!", decided: "→", unasked: "?" };

class Gap {
  constructor(card, item) {
    const { data } = card.host;
    this.item = item;
    const cells = ["arbitration", "decision", "decided_by"].map((name) => item.cell(unspoken(data.gap[name])).element);
    this.name = make("strong", {});
    this.element = make("div", { class: "gap" }, this.name, ...cells);
  }

  paint(title) {
    const ambition = this.item.value("ambition") ?? "";
    this.name.textContent = ambition === title ? "" : ambition;
    this.name.hidden = !this.name.textContent;
  }
}

class Meter {
  constructor(label, words) {
    this.words = words;
    this.given = make("b");
    this.asked = make("b");
    this.fill = make("span", { class: "fill" });
    this.bar = make("div", { class: "bar", "aria-hidden": "true" }, this.fill);
    this.missing = make("span", { class: "missing" });
    this.element = make("div", { class: "meter" }, make("span", { class: "what" }, label),
      make("span", { class: "said" }, this.given, ` ${words.given} · `, this.asked, ` ${words.asked}`), this.bar, this.missing);
  }

  paint({ given, asked, share, missing }) {
    this.given.textContent = given;
    this.asked.textContent = asked;
    this.fill.style.width = `${Math.round(100 * Math.min(1, share))}%`;
    this.bar.hidden = asked === "–";
    this.missing.textContent = missing;
    this.element.classList.toggle("short", Boolean(missing));
  }
}

class ObjectiveCard {
  constructor(host, found) {
    this.host = host;
    this.id = found.id;
    this.gaps = new Map();
    const { data } = host;
    const { words } = data;
    this.title = make("h3");
    this.goal = make("p", { class: "goal" });
    this.verdict = make("p", { class: "verdict" }, make("span", { class: "sign", "aria-hidden": "true" }), make("span"));
    this.hours = new Meter(words.hours, words);
    this.money = new Meter(words.money, words);
    this.parts = make("ul", { class: "parts" });
    this.holder = make("div", { class: "gaps" });
    this.adder = new Adder(host, {
      type: "means_gap",
      field: data.gap.arbitration,
      fixed: () => Object.fromEntries(Object.entries(this.found.gap).filter(([, value]) => value !== null)),
      placeholder: words.decide,
    });
    this.revise = new Revise(this);
    this.past = make("div", { class: "past" }, make("h4", {}, words.before), make("ul"));
    this.element = make("article", { class: "card" }, make("header", {}, this.title, this.goal), this.verdict,
      this.hours.element, this.money.element, this.parts, this.holder, make("div", { class: "acts" }, this.adder.element, this.revise.element), this.past);
    this.element.dataset.id = found.id;
  }

  paint(found, items) {
    this.found = found;
    this.title.textContent = found.title;
    this.goal.textContent = found.goal;
    this.element.dataset.verdict = found.verdict;
    this.verdict.children[0].textContent = SIGNS[found.verdict];
    this.verdict.children[1].textContent = found.said;
    this.hours.paint(found.hours);
    this.money.paint(found.money);
    this.parts.replaceChildren(...found.parts.map((text) => make("li", {}, text)));
    put(this.holder, items.map((item) => this.gaps.get(item.id).element));
    for (const item of items) this.gaps.get(item.id).paint(found.title);
    this.adder.element.hidden = items.length > 0 || !["short", "decided"].includes(found.verdict);
    this.past.hidden = !found.revisions.length;
    this.past.lastChild.replaceChildren(...found.revisions.map(({ before, after, why }) => make("li", {}, make("span", {}, before ? `${before} → ` : ""), make("strong", {}, after), make("span", { class: "why" }, why))));
  }
}

class Means extends Host {
  shape(data) { return [data.objectives.map(({ id }) => id), Object.keys(data.fields)]; }

  build() {
    this.cards = new Map(this.data.objectives.map((found) => [found.id, new ObjectiveCard(this, found)]));
    return [make("div", { class: "cards" }, ...[...this.cards.values()].map((card) => card.element))];
  }

  // A record learns what it is of after it is made: its place is found when all is arranged.
  made() {}

  gone(item) { item.home?.gaps.delete(item.id); }

  after(item) { return item.home?.revise.open; }

  arrange() {
    const items = this.of("means_gap");
    for (const item of items) {
      const card = this.cards.get(item.value("objective"));
      if (card === item.home) continue;
      item.home?.gaps.delete(item.id);
      item.home = card;
      card?.gaps.set(item.id, new Gap(card, item));
    }
    for (const found of this.data.objectives) {
      const card = this.cards.get(found.id);
      card.paint(found, items.filter((item) => item.home === card));
    }
  }

  heard(event) {
    if (!this.data || !this.root.isConnected) return;
    if (event.kind === "settled") for (const card of this.cards.values()) card.revise.answered(event.entry, event.result);
    super.heard(event);
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".canvas");
  (root.means ??= new Means(root)).render(data);
}
