// One gauge: its figure, its verdict in words and with a sign, its bars, what is the matter,
// and the lines concerned, where they can be mended on the spot.

class GaugeCard {
  constructor(host, key) {
    this.host = host;
    this.key = key;
    this.lines = new Map();
    this.title = make("h4");
    this.verdict = make("span", { class: "verdict" });
    this.figure = make("p", { class: "figure" });
    this.target = make("p", { class: "aim" });
    this.bars = make("ul", { class: "bars", role: "list" });
    this.said = make("div", { class: "said" });
    this.summary = make("summary");
    this.list = make("ul", { class: "lines", role: "list" });
    this.rest = make("p", { class: "rest" });
    this.details = make("details", {}, this.summary, this.list, this.rest);
    this.element = make("section", { class: "card" },
      make("header", {}, this.title, this.verdict), make("div", { class: "head" }, this.figure, this.target), this.bars, this.said, this.details);
    this.element.dataset.key = key;
    // Lines that were mended leave when the person does.
    this.details.addEventListener("focusout", (event) => {
      if (!this.details.contains(event.relatedTarget)) queueMicrotask(() => host.data && host.sync());
    });
  }

  get held() {
    const active = this.host.root.getRootNode().activeElement;
    return Boolean(active) && this.list.contains(active);
  }

  render(raw) {
    const { words, signs } = this.host.data;
    this.raw = raw;
    this.element.dataset.fit = raw.fit;
    const shape = JSON.stringify([raw, words.target]);
    if (this.shape === shape) return;
    this.shape = shape;
    this.title.textContent = raw.title;
    this.verdict.replaceChildren(make("span", { class: "sign", "aria-hidden": "true" }, signs[raw.fit]), raw.verdict);
    this.figure.textContent = raw.figure;
    this.target.textContent = raw.target && words.target.replace("{title}", () => raw.target);
    this.bars.replaceChildren(...raw.bars.map((bar) => this.bar(bar)));
    this.said.replaceChildren(...raw.said.map((text) => make("p", {}, text)));
    this.summary.textContent = words.lines.replace("{n}", raw.count);
    this.rest.textContent = raw.rest;
    this.details.hidden = !raw.lines.length && !this.held;
  }

  bar({ label, figure, fill, mark, fit, unsaid }) {
    const track = make("span", { class: "track", "aria-hidden": "true" }, make("i", { class: "fill" }));
    track.firstChild.style.inlineSize = `${fill * 100}%`;
    if (mark !== null) {
      const tick = make("i", { class: "mark" });
      tick.style.insetInlineStart = `${mark * 100}%`;
      track.append(tick);
    }
    const bar = make("li", { class: unsaid ? "bar unsaid" : "bar" }, make("span", { class: "label" }, label), make("span", { class: "number" }, figure), track);
    if (fit) bar.dataset.fit = fit;
    return bar;
  }

  // The lines as the server orders them; none leaves while the person is among them.
  arrange(items) {
    const wanted = this.raw.lines.filter((id) => items.has(id));
    const kept = this.held ? [...this.lines.keys()].filter((id) => !wanted.includes(id) && items.has(id)) : [];
    for (const id of [...this.lines.keys()]) if (!wanted.includes(id) && !kept.includes(id)) this.lines.delete(id);
    for (const id of wanted) if (!this.lines.has(id)) this.lines.set(id, this.line(items.get(id)));
    for (const [id, line] of this.lines) line.tell(items.get(id), kept.includes(id));
    const order = this.held ? [...this.lines.keys()] : wanted;
    put(this.list, order.map((id) => this.lines.get(id).element));
    this.details.hidden = !order.length;
  }

  line(item) {
    const name = make("strong");
    const note = make("span", { class: "note" });
    const fields = this.host.data.fields[item.type];
    const cells = this.raw.fields.filter((field) => field in fields).map((field) => {
      const cell = item.cells.get(field) ?? item.cell(fields[field], `${fields[field].label}, ${this.host.titles.get(item.id) ?? ""}`);
      cell.element.title = fields[field].help;
      return make("label", { class: `mend ${fields[field].kind}` }, make("span", { "aria-hidden": "true" }, fields[field].label), cell.element);
    });
    const element = make("li", { class: "line" }, make("div", { class: "who" }, name, note), ...cells);
    element.dataset.id = item.id;
    return {
      element,
      tell: (found, done) => {
        name.textContent = this.host.titles.get(found.id) ?? "";
        note.textContent = this.host.notes.get(found.id) ?? "";
        element.classList.toggle("done", done);
      },
    };
  }
}
