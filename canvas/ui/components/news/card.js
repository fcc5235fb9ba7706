// One opportunity: what it is, the tests, what the rule proposes, what was decided.

const NEWS = "opportunity";
const worded = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

class NewsCard {
  constructor(host, item) {
    this.host = host;
    this.item = item;
    const { data } = host;
    const cell = (name, label = data.fields[name].label) => {
      const { element } = item.cell(data.fields[name].kind === "text" ? unspoken(data.fields[name]) : data.fields[name], label);
      element.title = data.fields[name].help;
      return element;
    };
    const labelled = (name) => make("div", { class: `slot ${name}` }, make("span", { class: "label", "aria-hidden": "true" }, data.fields[name].label), cell(name));
    this.cross = make("button", { type: "button", class: "remove", onclick: () => host.remove(item) }, "×");
    const tests = cell("tests", data.words.tests);
    tests.querySelectorAll(".chip").forEach((chip, n) => {
      const { help } = data.fields.tests.choices[n];
      chip.title = "";
      if (help) chip.lastChild.append(make("small", {}, help));
    });
    this.sign = make("span", { class: "sign", "aria-hidden": "true" });
    this.proposed = make("strong");
    this.why = make("p");
    this.confirm = make("button", { type: "button", class: "confirm", onclick: () => this.decide() });
    this.make = make("button", { type: "button", class: "make", onclick: () => this.line() }, data.words.make);
    this.link = make("a", { href: data.calendar });
    this.made = make("p", { class: "made" }, make("span", { "aria-hidden": "true" }, "✓ "), `${data.words.made}\u00a0· `, this.link);
    this.panel = make("div", { class: "panel" },
      make("div", { class: "proposal" }, this.sign, make("div", {}, this.proposed, this.why)),
      make("div", { class: "acts" }, this.confirm, this.make, this.made, labelled("verdict")));
    this.element = make("article", { class: "card" },
      make("header", {}, cell("topic"), this.cross),
      make("div", { class: "facts" }, ...["kind", "date", "network", "decided_by"].map(labelled)),
      cell("idea"),
      make("p", { class: "label heading", "aria-hidden": "true" }, data.words.tests), tests,
      labelled("risk"), this.panel);
    this.element.dataset.id = item.id;
  }

  // The server's word on this record; a new one is in doubt until it has it.
  get said() { return this.host.said.get(this.item.id) ?? { advice: { verdict: "in_doubt", why: "" }, makes: null, line: "" }; }

  get decided() { return this.item.value("verdict"); }

  draw() {
    const { words, verdicts } = this.host.data;
    const { advice, makes, line } = this.said;
    const { decided } = this;
    const title = this.item.value("topic") || "";
    const label = verdicts[decided]?.label;
    const against = decided === "go" && advice.verdict !== "go";
    const shown = decided ?? advice.verdict;
    this.element.dataset.verdict = shown;
    this.element.classList.toggle("settled", Boolean(decided));
    this.element.setAttribute("aria-label", title);
    this.cross.setAttribute("aria-label", worded(words.delete, { title }));
    this.sign.textContent = verdicts[shown].sign;
    const said = decided ? (against ? words.against : words.decided) : words.suggested;
    this.proposed.textContent = worded(said, { title: label ?? verdicts[advice.verdict].label });
    this.why.textContent = advice.why;
    const settled = decided === advice.verdict || (decided && advice.verdict === "in_doubt");
    this.confirm.hidden = settled;
    this.confirm.textContent = worded(words.confirm, { title: verdicts[advice.verdict].label });
    this.make.hidden = !makes || decided !== "go" || this.host.making.has(this.item.id);
    this.made.hidden = !line;
    this.link.textContent = line || "";
  }

  decide() {
    const { advice } = this.said;
    const { words, verdicts, strategy } = this.host.data;
    const edit = this.item.edit("verdict", advice.verdict);
    outbox.put(strategy, [edit]);
    const cell = this.item.cells.get("verdict");
    cell.adopt(cell.latest);
    this.host.arrange();
    this.host.say(worded(words.saw, { title: this.item.value("topic") ?? "", place: verdicts[advice.verdict].label }));
    (this.make.hidden ? cell.control.focusable : this.make).focus();
  }

  // One change: the line comes to be, with all that the strategy knows of it.
  line() {
    const { makes } = this.said;
    const { strategy, words } = this.host.data;
    const base = { type: "post", record: newId(), base: null };
    outbox.put(strategy, [
      { ...base, field: "exists", new: true },
      { ...base, field: "position", new: this.host.data.next.post },
      ...Object.entries(makes).map(([field, value]) => ({ ...base, field, new: value })),
    ]);
    this.host.making.add(this.item.id);
    this.host.arrange();
    this.host.say(worded(words.making, { title: this.item.value("topic") ?? "" }));
    this.item.cells.get("verdict").control.focusable.focus();
  }
}
