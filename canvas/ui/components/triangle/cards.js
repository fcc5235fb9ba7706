// The current plan, this position, and the scenarios kept: the same figures side by side.

const PLAN = "•"; // where the plan stands; scenarios have letters
const ROWS = [["posts", 0], ["hours", 1], ["cost", 2], ["date", 3]];

class FigureCard {
  constructor(host, title, letter = "") {
    this.host = host;
    const { words } = host.data;
    this.letter = make("span", { class: "letter", hidden: !letter, "aria-hidden": "true" }, letter);
    this.title = make("div", { class: "title" }, this.letter, title);
    this.values = new Map(ROWS.map(([name]) => [name, [make("b"), make("small")]]));
    this.share = make("b");
    const line = (label, value, more) => make("div", { class: "line" }, make("dd", {}, value), make("dt", {}, label), more);
    this.list = make("dl", {}, ...ROWS.map(([name]) => line(words[name === "hours" ? "ours" : name], this.values.get(name)[0], make("dd", { class: "difference" }, this.values.get(name)[1]))), line(words.share, this.share, null));
    this.foot = make("div", { class: "foot" });
    this.element = make("article", { class: "card" }, this.title, this.list, this.foot);
  }

  figures(figures, differences) {
    for (const [name, n] of ROWS) {
      const [value, more] = this.values.get(name);
      value.textContent = figures?.[ORDER[name]] ?? "–";
      more.textContent = differences?.[n] ?? "";
    }
    this.share.textContent = figures?.[ORDER.share] ?? "–";
  }
}

class ScenarioCard extends FigureCard {
  constructor(host, item) {
    super(host, "");
    const { words } = host.data;
    this.item = item;
    this.letter.hidden = false;
    this.remove = make("button", { type: "button", class: "remove", title: words.remove, "aria-label": words.remove }, "×");
    this.remove.onclick = () => host.remove(item);
    this.title.append(item.cell(host.data.name).element, this.remove);
    this.element.classList.add("scenario");
    this.warning = make("p", { class: "warning" });
    this.panel = make("div", { class: "panel", hidden: true });
    this.button = make("button", { type: "button", class: "choose" });
    this.button.onclick = () => this.open(this.panel.hidden);
    this.foot.append(this.warning, this.panel, this.button);
  }

  get found() { return this.host.data.scenarios[this.item.id]; }

  // What will change, before it does.
  open(wanted) {
    this.panel.hidden = !wanted;
    this.button.hidden = wanted;
    if (!wanted) { this.panel.replaceChildren(); return; }
    const { words } = this.host.data;
    const write = make("button", { type: "button", class: "write" }, words.write);
    write.onclick = () => { this.host.choose(this.found); this.open(false); this.button.focus(); };
    const cancel = make("button", { type: "button" }, words.cancel);
    cancel.onclick = () => { this.open(false); this.button.focus(); };
    this.changes = make("ul");
    this.panel.replaceChildren(make("strong", {}, words.changes), this.changes, make("div", { class: "buttons" }, write, cancel));
    this.fill();
    write.focus();
  }

  fill() {
    const texts = this.found?.changes ?? [];
    this.changes?.replaceChildren(...texts.map((text) => make("li", {}, text)));
  }

  paint(letter, chosen) {
    const { words } = this.host.data;
    const found = this.found;
    this.letter.textContent = letter;
    this.figures(found?.figures, found?.differences);
    this.element.classList.toggle("chosen", chosen);
    this.warning.textContent = found?.refused || found?.warning || "";
    this.warning.hidden = !this.warning.textContent;
    const done = chosen && !found?.edits.length;
    this.button.textContent = done ? `✓ ${words.chosen}` : words.choose;
    this.button.disabled = !found?.edits.length;
    if (!found?.edits.length && !this.panel.hidden) this.open(false);
    if (!this.panel.hidden) this.fill();
  }
}

class Cards {
  constructor(host) {
    this.host = host;
    const { words } = host.data;
    this.plan = new FigureCard(host, words.plan, PLAN);
    this.here = new FigureCard(host, words.here);
    this.here.element.classList.add("here");
    this.button = make("button", { type: "button", class: "keep" }, words.keep);
    this.button.onclick = () => host.keepScenario();
    this.here.foot.append(this.button);
    this.ghost = make("p", { class: "card ghost" }, words.example);
    this.kept = new Map();
    this.element = make("div", { class: "cards" });
  }

  paint(point) {
    const { host } = this;
    const { plan } = host.data;
    this.plan.figures(plan.figures, []);
    this.here.figures(point.figures, point.differences);
    this.button.disabled = Boolean(point.refused);
    const items = host.of("scenario");
    const chosen = host.balance.value("scenario");
    items.forEach((item, n) => this.kept.get(item.id).paint(letterOf(n), item.id === chosen));
    put(this.element, [this.plan.element, this.here.element, ...items.map((item) => this.kept.get(item.id).element), ...(items.length ? [] : [this.ghost])]);
  }
}

const letterOf = (n) => (n < 26 ? String.fromCharCode(65 + n) : String(n + 1));
