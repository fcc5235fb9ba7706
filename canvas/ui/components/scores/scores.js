// The network matrix: drives the grid on a wide screen, shows cards on a narrow one, and
// offers what to add.  Its grid is AG Grid, in a frame that `canvas/ui/grid.py` mounts.

const NARROW = matchMedia("(max-width: 640px)");

class Scores {
  constructor(root) {
    this.root = root;
    this.matrix = new Matrix(root);
    this.grid = new MatrixGrid(this.matrix, (text) => this.say(text));
    this.cards = new Cards(this.matrix, (text) => this.say(text));
    this.voice = make("div", { class: "voice", role: "status" });
    this.problems = make("div", { class: "problems" });
    this.tools = make("div", { class: "tools" });
    this.how = make("p", { class: "how" });
    this.ruler = make("div", { class: "ruler" });
    this.example = make("div", { class: "example" });
    root.replaceChildren(this.tools, this.how, this.problems, this.example, this.cards.element, this.voice, this.ruler);
    outbox.subscribe((event) => this.heard(event));
    addEventListener("canevas-grid", () => this.again());
    NARROW.addEventListener("change", () => this.again());
    // One rem wide: a projected page has larger letters, and its style comes late.
    new ResizeObserver(() => this.again()).observe(this.ruler);
  }

  again() {
    if (!this.data || !this.root.isConnected) return;
    this.meet();
    this.draw();
  }

  render(data) {
    const { matrix } = this;
    const before = this.strategy === data.strategy ? this.snapshot() : null;
    this.strategy = data.strategy;
    this.data = data;
    matrix.adopt(data);
    this.root.lang = data.language;
    data.colours.heat.forEach(([ground, ink], n) => {
      this.root.style.setProperty(`--ground-${n}`, ground);
      this.root.style.setProperty(`--ink-${n}`, ink);
    });
    this.meet();
    this.draw();
    if (before) this.grid.flash(this.changed(before));
  }

  snapshot() { return new Map([...this.matrix.cells].map(([key, cell]) => [key, cell.counts?.score ?? null])); }

  changed(before) {
    return [...this.matrix.cells].filter(([key, cell]) => (before.get(key) ?? null) !== (cell.counts?.score ?? null))
      .map(([key]) => key.split(" "));
  }

  meet() {
    const found = window.canevasGrids?.[this.data.grid];
    if (found && found.document.defaultView && !found.api.isDestroyed()) this.grid.attach(found);
  }

  draw() {
    const { matrix, data } = this;
    this.grid.draw();
    const cards = !data.grid || NARROW.matches;
    this.cards.element.hidden = !cards;
    if (cards) this.cards.draw();
    this.how.hidden = cards || !matrix.options.length || !matrix.criteria.length;
    this.how.textContent = data.words.how;
    this.drawTools();
    this.drawExample();
    this.drawProblems();
  }

  // --- what can be added ------------------------------------------------------------

  drawTools() {
    const { matrix, data } = this;
    const { words } = data;
    const taken = new Set(matrix.options.filter(({ name }) => !name).map(({ network }) => network));
    const start = matrix.criteria.length === 0;
    const shape = JSON.stringify([data.language, [...taken].sort(), start]);
    if (this.shape === shape) return;
    const focused = this.root.getRootNode().activeElement;
    const typed = this.criterion?.value ?? "";
    const was = focused && this.tools.contains(focused) ? focused.className : null;
    this.shape = shape;
    this.tools.replaceChildren(this.networkTool(taken, words), this.criterionTool(typed, words));
    if (start) this.tools.append(this.startTool(words));
    if (was) this.tools.querySelector(`.${was}`)?.focus();
  }

  networkTool(taken, words) {
    const select = make("select", { class: "network-choice", "aria-label": words.add_network });
    select.append(make("option", { value: "" }, words.add_network));
    for (const { code, label } of this.data.networks) {
      if (!taken.has(code) && code !== "other") select.append(make("option", { value: code }, label));
    }
    select.append(make("option", { value: "other" }, words.another));
    select.onchange = () => {
      const code = select.value;
      select.value = "";
      if (code === "other") this.askName(select, words);
      else if (code) { this.matrix.addNetwork(code); this.say(words.added.replace("{name}", this.matrix.called(this.matrix.all.options.at(-1)?.id))); }
    };
    return select;
  }

  // A network that is not in the list has a name only.
  askName(select, words) {
    const input = make("input", { class: "network-name", placeholder: words.another_name, "aria-label": words.another_name, maxLength: 40 });
    const done = (add) => {
      const name = input.value.trim();
      if (!input.isConnected) return;
      input.replaceWith(select);
      if (add && name) this.matrix.addNetwork("other", name);
      select.focus();
    };
    input.onkeydown = (event) => {
      if (event.key === "Enter" && !event.isComposing) done(true);
      if (event.key === "Escape") done(false);
    };
    input.onblur = () => done(true);
    select.replaceWith(input);
    input.focus();
  }

  criterionTool(typed, words) {
    const input = make("input", { class: "criterion-name", value: typed, placeholder: words.add_criterion, "aria-label": words.add_criterion, maxLength: 60 });
    const add = () => {
      const name = input.value.trim();
      if (!name) return;
      input.value = "";
      this.matrix.addCriteria([{ name }]);
      this.say(words.added.replace("{name}", name));
    };
    input.onkeydown = (event) => { if (event.key === "Enter" && !event.isComposing) add(); };
    input.onblur = () => queueMicrotask(() => input.isConnected && add());
    this.criterion = input;
    return input;
  }

  startTool(words) {
    const button = make("button", { type: "button", class: "start" }, words.start);
    button.onclick = () => this.matrix.addCriteria(this.data.suggestions);
    const names = this.data.suggestions.map(({ name, weight }) => make("li", {}, `${name} ×${weight}`));
    return make("div", { class: "suggested" }, button, make("ul", {}, ...names));
  }

  // --- what an empty matrix will look like ------------------------------------------

  drawExample() {
    const { matrix, data } = this;
    const empty = !matrix.options.length && !matrix.criteria.length;
    this.example.hidden = !empty;
    const place = this.grid.alive && this.grid.page.defaultView.frameElement?.closest(`.st-key-${data.grid}`);
    if (place) place.style.display = empty ? "none" : "";
    if (!empty || this.example.childElementCount) return;
    const cell = (text, kind = "td") => make(kind, {}, text);
    const heads = data.suggestions.slice(0, 4).map(({ name }) => cell(name, "th"));
    const rows = data.example.map(({ network, scores, total }) => make("tr", {}, cell(network, "th"),
      ...scores.map((score) => { const td = cell(String(score)); td.style.opacity = String(0.35 + score * 0.15); return td; }),
      cell(matrix.percent(total))));
    this.example.append(
      make("table", { "aria-hidden": "true" }, make("thead", {}, make("tr", {}, make("td"), ...heads, cell(data.words.total, "th"))), make("tbody", {}, ...rows)),
      make("p", {}, data.words.example),
    );
  }

  // --- what was refused -------------------------------------------------------------

  drawProblems() {
    const { matrix, data } = this;
    const { words } = data;
    const refused = matrix.refused();
    const shape = JSON.stringify(refused.map(({ op, state, message }) => [op, state, message]));
    if (this.problemShape === shape) return;
    this.problemShape = shape;
    const button = (text, act) => make("button", { type: "button", onclick: act }, text);
    this.problems.replaceChildren(...refused.map((entry) => {
      const edit = entry.edits[entry.edits.length - 1];
      const where = this.where(edit);
      const parts = [make("p", {}, where ? `${where} ${words.colon} ` : "", entry.message ?? "")];
      if (entry.state === "conflict") {
        parts.push(button(words.keep_mine, () => {
          outbox.drop(entry.op);
          matrix.put([{ ...edit, base: entry.theirs ?? null }]);
        }), button(words.take_theirs, () => {
          matrix.apply(matrix.server, { ...edit, new: entry.theirs ?? null });
          outbox.drop(entry.op);
        }));
      } else parts.push(button(words.give_up, () => outbox.drop(entry.op)));
      return make("div", { class: "problem", role: "alert" }, ...parts);
    }));
  }

  where(edit) {
    const { matrix } = this;
    if (edit.type !== "network_score") return matrix.called(edit.record);
    for (const [key, cell] of matrix.cells) {
      if (cell.records.some(({ id }) => id === edit.record)) return key.split(" ").map((id) => matrix.called(id)).join(", ");
    }
    return "";
  }

  say(text) { this.voice.textContent = text; }

  heard(event) {
    if (!this.data || !this.root.isConnected || event.kind === "typing") return;
    if (event.kind === "settled" && event.result.status === "saved") this.matrix.stored(event.entry, event.result.revision);
    this.matrix.refresh();
    this.draw();
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".scores");
  (root.scores ??= new Scores(root)).render(data);
}
