// Six sliders that always make 100 %: raising one lowers the others.  What is stored is one
// change set a gesture, so that undo takes back all six.  Which ones are locked is nobody's
// business but this tab's.

const REST = 700; // ms without an arrow key before a gesture made of keys counts as ended

const PADLOCK = {
  open: "M12 17a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm6-9h-8V6a2 2 0 1 1 4 0h2a4 4 0 1 0-8 0v2H6a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V10a2 2 0 0 0-2-2zm0 12H6V10h12z",
  shut: "M18 8h-2V6a4 4 0 1 0-8 0v2H6a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V10a2 2 0 0 0-2-2zm-8-2a2 2 0 1 1 4 0v2h-4zm2 11a2 2 0 1 1 0-4 2 2 0 0 1 0 4z",
};

function padlock() {
  return drawing("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, drawing("path"));
}

// A part's texts, as a Cell wants its row: its record may not exist yet.
class Slice {
  constructor(chart, n) {
    this.editor = chart;
    this.chart = chart;
    this.n = n;
    this.type = chart.data.type;
    this.cells = new Map();
    const { words } = chart.data;
    const part = this.part;
    this.element = make("div", { class: "slice" });
    this.element.dataset.part = part.code;
    this.range = make("input", { type: "range", min: "0", max: "100", step: "1", "aria-label": words.share.replace("{title}", part.label) });
    this.figure = make("input", { type: "text", inputMode: "decimal", autocomplete: "off", class: "figure", "aria-label": words.figure.replace("{title}", part.label) });
    this.lock = make("button", { type: "button", class: "lock", title: words.lock.replace("{title}", part.label), "aria-label": words.lock.replace("{title}", part.label) }, padlock());
    this.lock.onclick = () => chart.toggle(this.n);
    this.range.addEventListener("input", () => chart.move(this.n, Number(this.range.value)));
    this.range.addEventListener("keydown", (event) => {
      const jump = { PageUp: 10, PageDown: -10 }[event.key];
      if (!jump) return;
      event.preventDefault();
      chart.move(this.n, chart.shown[this.n] + jump);
      chart.rest();
    });
    // A slider says "change" for each arrow key, and once when a pointer lets go.
    let pointing = false;
    this.range.addEventListener("pointerdown", () => { pointing = true; });
    this.range.addEventListener("change", () => { if (pointing) chart.keep(); else chart.rest(); pointing = false; });
    this.range.addEventListener("blur", () => chart.keep());
    this.figure.addEventListener("keydown", (event) => {
      const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (step) { event.preventDefault(); chart.move(this.n, chart.shown[this.n] + step); this.write(); chart.rest(); }
      if (event.key === "Enter") this.read();
    });
    this.figure.addEventListener("blur", () => { this.read(); chart.keep(); });
    this.named = make("div", { class: "named" }, make("span", { class: "swatch", "aria-hidden": "true" }), make("div", {}, make("strong", {}, part.label), make("span", { class: "help" }, part.help)));
    const measure = make("div", { class: "measure" }, this.range, make("span", { class: "percent" }, this.figure, make("span", { "aria-hidden": "true" }, chart.percent)), this.lock);
    const texts = chart.data.cells.map((field) => {
      const cell = new Cell(this, { ...field, example: n ? "" : field.example }, `${field.label} – ${part.label}`);
      this.cells.set(field.name, cell);
      return make("div", { class: "text", title: field.help }, make("span", { class: "label", "aria-hidden": "true" }, field.label), cell.element);
    });
    this.element.append(this.named, measure, ...texts);
    this.fresh = newId();
  }

  get part() { return this.chart.data.parts[this.n]; }
  get id() { return this.part.row?.id ?? this.fresh; }

  // The edits that bring the record into being go with whatever is written in it until the
  // server has it, since the first of them may be refused.
  creation() {
    if (this.part.row) return null;
    const base = { type: this.type, record: this.id, base: null };
    const { data } = this.chart;
    return [
      { ...base, field: "exists", new: true },
      { ...base, field: "position", new: data.next_position + this.n },
      { ...base, field: data.part, new: this.part.code },
    ];
  }

  // The stored share as it will be, null where nobody guessed.
  get stored() {
    const { share } = this.chart.data;
    const entry = outbox.entryFor(this.type, this.id, share);
    if (entry) return entry.edits.findLast((e) => e.record === this.id && e.field === share).new;
    return this.saved ?? null;
  }

  adopt() {
    const raw = this.part.row;
    // A record that is gone cannot be written into: the next one is another.
    if (this.had && !raw) this.fresh = newId();
    this.had = Boolean(raw);
    this.saved = raw?.values[this.chart.data.share] ?? null;
    for (const [name, cell] of this.cells) cell.adopt({ value: raw?.values[name] ?? null, shown: raw?.shown?.[name] });
    remark(this, raw);
  }

  read() {
    const number = Number(this.figure.value.replace(",", ".").replace(/[^\d.]/g, ""));
    if (this.figure.value.trim() !== "" && Number.isFinite(number) && number !== this.chart.shown[this.n]) this.chart.move(this.n, number);
    this.write();
    this.chart.keep();
  }

  write() { this.figure.value = this.chart.number(this.chart.shown[this.n]); }

  paint(share, ghost, locked) {
    const active = this.element.getRootNode().activeElement;
    const { colour, ink } = this.part;
    this.element.style.setProperty("--tone", colour);
    this.element.style.setProperty("--ink", ink);
    this.element.style.setProperty("--share", `${share}%`);
    this.element.classList.toggle("guess", ghost);
    this.range.value = String(share);
    this.range.setAttribute("aria-valuetext", this.chart.said(share));
    if (active !== this.figure) this.write();
    this.lock.querySelector("path").setAttribute("d", PADLOCK[locked ? "shut" : "open"]);
    this.lock.setAttribute("aria-pressed", String(locked));
    this.range.disabled = locked;
    this.figure.disabled = locked;
  }
}

class Shares {
  constructor(root) {
    this.root = root;
    this.voice = make("div", { class: "voice", role: "status" });
    this.locked = [];
    outbox.subscribe((event) => this.heard(event));
    addEventListener("pagehide", () => this.keep());
  }

  render(data) {
    const shape = JSON.stringify([data.strategy, data.language, data.parts.map((part) => part.code)]);
    this.data = data;
    if (this.shape !== shape) { this.shape = shape; this.build(); }
    this.draw();
  }

  build() {
    const { data } = this;
    this.locked = data.parts.map(() => false);
    this.percent = data.language === "fr" ? "\u202f%" : "%";
    this.note = make("p", { class: "note" });
    this.bar = make("div", { class: "whole", role: "img" });
    this.pieces = data.parts.map((part) => make("div", { class: "piece" }, make("span", { class: "part" }, part.label), make("span", { class: "value" })));
    this.bar.append(...this.pieces);
    this.slices = data.parts.map((_, n) => new Slice(this, n));
    this.root.replaceChildren(this.bar, this.note, ...this.slices.map((slice) => slice.element), this.voice);
    this.root.lang = data.language;
  }

  number(share) { return String(Math.round(share * 10) / 10).replace(".", this.data.language === "fr" ? "," : "."); }

  said(share) { return `${this.number(share)}${this.percent}`; }

  // What stands in the strategy, in percent; the example while nobody guessed anything.
  get stored() {
    const found = this.slices.map((slice) => slice.stored);
    this.guess = found.every((share) => share === null);
    return found.map((share, n) => (this.guess ? this.data.parts[n].ghost : Math.round((share ?? 0) * 1000) / 10));
  }

  draw() {
    for (const slice of this.slices) slice.adopt();
    if (!this.gesture) this.shown = this.stored;
    this.paint();
  }

  paint() {
    const { words, parts } = this.data;
    const ghost = this.guess && !this.gesture;
    const total = Math.round(this.shown.reduce((a, b) => a + b, 0) * 10) / 10;
    this.slices.forEach((slice, n) => slice.paint(this.shown[n], ghost, this.locked[n]));
    this.pieces.forEach((piece, n) => {
      const share = this.shown[n];
      piece.style.setProperty("--tone", parts[n].colour);
      piece.style.setProperty("--ink", parts[n].ink);
      piece.style.flexGrow = String(share);
      piece.hidden = share === 0;
      piece.classList.toggle("narrow", share < 15);
      piece.classList.toggle("tiny", share < 4);
      piece.lastChild.textContent = this.said(share);
    });
    this.bar.classList.toggle("guess", ghost);
    this.bar.setAttribute("aria-label", `${ghost ? `${words.example}: ` : ""}${this.summary()}`);
    const off = !this.guess && total !== 100;
    const text = this.conflict ? words.meanwhile : off ? words.off.replace("{total}", this.said(total)) : this.guess ? words.start : words.kept;
    if (this.note.dataset.said === text) return;
    this.note.dataset.said = text;
    const button = (label, act) => make("button", { type: "button", onclick: act }, label);
    const acts = this.conflict
      ? [button(words.keep_mine, () => this.resolve(this.conflict.mine)), button(words.take_theirs, () => this.resolve(this.theirs()))]
      : off ? [button(words.mend, () => this.resolve(divide(100, this.shown)))] : [];
    this.note.classList.toggle("watch", acts.length > 0);
    this.note.replaceChildren(make("span", {}, text), ...acts);
  }

  summary() { return this.data.parts.map((part, n) => `${part.label} ${this.said(this.shown[n])}`).join(", "); }

  toggle(n) {
    this.locked[n] = !this.locked[n];
    this.paint();
  }

  // A gesture goes on: all shares follow what they were when it began.
  move(n, wanted) {
    if (!this.gesture) {
      const before = this.stored;
      const total = before.reduce((a, b) => a + b, 0);
      const from = Math.abs(total - 100) < 0.05 ? before : divide(100, before);
      // What the person saw: where somebody else stores theirs meanwhile, both are shown.
      this.gesture = { at: n, from, seen: this.slices.map((slice) => slice.stored) };
    }
    if (this.gesture.at !== n) Object.assign(this.gesture, { at: n, from: this.shown });
    this.shown = withShare(this.gesture.from, n, Math.round(wanted * 10) / 10, this.locked);
    this.paint();
  }

  rest() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), REST);
  }

  // A gesture ends: its six figures are one change.
  keep() {
    clearTimeout(this.timer);
    if (!this.gesture) return;
    const { seen } = this.gesture;
    this.gesture = null;
    this.conflict = null;
    this.put(this.shown, seen);
  }

  put(shares, now) {
    const { type, share: field, strategy } = this.data;
    const wanted = shares.map((share) => Math.round(share * 10) / 1000);
    if (now.every((share, n) => share !== null && Math.abs(share - wanted[n]) < 1e-9)) { this.draw(); return; }
    // All six, those that did not move too: where somebody else moved one, we hear of it.
    const edits = this.slices.flatMap((slice, n) => [
      ...(slice.creation() ?? []),
      { type, record: slice.id, field, base: now[n], new: wanted[n] },
    ]);
    outbox.put(strategy, edits);
    this.draw();
    this.voice.textContent = this.data.words.now.replace("{shares}", this.summary());
  }

  resolve(shares) {
    this.conflict = null;
    this.put(shares, this.slices.map((slice) => slice.stored));
  }

  // What the other person wanted: what stands there, where it is not what came from here.
  theirs() {
    const { base, mine } = this.conflict;
    return this.stored.map((share, n) => (share === mine[n] ? base[n] : share));
  }

  focusBelow(row, field) { this.slices[row.n + 1]?.cells.get(field.name)?.control.focusable.focus(); }

  heard(event) {
    if (!this.data || !this.root.isConnected) return;
    if (event.kind === "yield") {
      this.keep();
      giveWay(this.slices);
      return;
    }
    if (event.kind === "adopted") { this.draw(); return; }
    if (event.kind !== "settled") return;
    const { entry, result } = event;
    if (!entry.edits.some((e) => e.type === this.data.type)) return;
    const moved = entry.edits.filter((e) => e.type === this.data.type && e.field === this.data.share);
    for (const edit of entry.edits) {
      const slice = this.slices.find(({ id }) => id === edit.record);
      if (!slice) continue;
      if (result.status === "saved" && edit.field === this.data.share) slice.saved = edit.new;
      slice.cells.get(edit.field)?.settled(entry, result);
    }
    if (moved.length && ["conflict", "gone"].includes(entry.state)) {
      outbox.drop(entry.op);
      const percents = (name) => this.slices.map((slice) => Math.round((moved.find((e) => e.record === slice.id)?.[name] ?? 0) * 1000) / 10);
      this.conflict = { mine: percents("new"), base: percents("base") };
      this.note.dataset.said = "";
    }
    if (!this.gesture) this.shown = this.stored;
    this.paint();
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".shares");
  (root.shares ??= new Shares(root)).render(data);
}
