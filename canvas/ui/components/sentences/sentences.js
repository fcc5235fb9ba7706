// The sentences of a report under the titles of their slides.  A sentence shows its draft
// until somebody changes it: then it becomes a record, and the draft stands in grey below.
// Emptied, or put back, it is the draft again.

const SENTENCE = "report_sentence";

CONTROLS.sentence = (field, on) => {
  const control = CONTROLS.text(field, on);
  const { get, set } = control;
  return {
    ...control,
    get: () => { const text = get(); return text === null || text.trim() === field.draft.trim() ? null : text; },
    set: (value) => set(value ?? field.draft),
  };
};

class Sentences extends Host {
  constructor(root) {
    super(root);
    this.lines = new Map();
  }

  shape(data) {
    return [data.report, data.open, data.chapters.map(({ key, section, sentences }) => [key, section, sentences.map(({ slot }) => slot)])];
  }

  get sentences() { return this.data.chapters.flatMap(({ sentences }) => sentences); }

  build() {
    this.lines.clear();
    return this.data.chapters.map((chapter) => {
      const slide = make("section", { class: "slide" }, make("p", { class: "section" }, chapter.section));
      slide.dataset.chapter = chapter.key;
      chapter.sentences.forEach((sentence, at) => slide.append(this.line(sentence, at)));
      return slide;
    });
  }

  line(sentence, at) {
    const { words, open } = this.data;
    const place = make("div", { class: "place" });
    const tools = make("div", { class: "tools" });
    const draft = make("p", { class: "draft", hidden: true });
    const about = make("p", { class: "about" });
    const element = make("div", { class: sentence.title ? "line title" : "line" }, about, place, tools, draft);
    if (sentence.title) { place.setAttribute("role", "heading"); place.setAttribute("aria-level", "3"); }
    element.dataset.slot = sentence.slot;
    const restore = make("button", { type: "button", class: "restore", hidden: true }, words.restore);
    restore.onclick = () => this.restore(sentence.slot);
    const label = sentence.title ? words.title : words.sentence.replace("{n}", at);
    this.lines.set(sentence.slot, { element, about, place, tools, draft, restore, label, item: null, title: sentence.title, text: null });
    if (!open) tools.hidden = true;
    return element;
  }

  // A sentence that was typed and is not stored yet, here or in a tab that was closed.
  waiting(slot) {
    for (const entry of outbox.entriesOf(SENTENCE)) {
      const born = entry.edits.find((e) => e.type === SENTENCE && e.field === "exists" && e.new);
      if (!born) continue;
      const said = (field) => entry.edits.find((e) => e.record === born.record && e.field === field)?.new ?? null;
      if (said("slot") === slot && said("report") === this.data.report && said("language") === this.data.language) return born.record;
    }
    return null;
  }

  leaving(id) {
    const entry = id && outbox.entryFor(SENTENCE, id, "exists");
    return Boolean(entry) && !entry.edits.findLast((e) => e.field === "exists" && e.record === id).new;
  }

  // Sentences on one subject stand under its name, said once.
  speak() {
    let last = "";
    for (const sentence of this.sentences) {
      const line = this.lines.get(sentence.slot);
      line.about.textContent = sentence.title || sentence.about === last ? "" : sentence.about;
      last = sentence.title ? "" : sentence.about;
    }
  }

  sync() {
    this.speak();
    if (!this.data.open) { this.read(); return; }
    const stored = new Map(this.data.rows[SENTENCE].map((raw) => [raw.id, raw]));
    for (const sentence of this.sentences) {
      const line = this.lines.get(sentence.slot);
      const record = this.leaving(sentence.record) ? null : sentence.record;
      const known = line.item;
      const lost = known && known.stored && !record && !outbox.entryFor(SENTENCE, known.id);
      const id = record ?? this.waiting(sentence.slot) ?? (known && !lost && !this.leaving(known.id) ? known.id : newId());
      if (!known || known.id !== id) this.place(sentence, line, id);
      const cell = line.item.cells.get("text");
      const redrafted = cell.field.draft !== sentence.draft;
      cell.field.draft = sentence.draft;
      const raw = record && stored.get(id);
      if (raw) {
        line.item.birth = null;
        line.item.stored = true;
      }
      line.item.adopt(raw || { values: {}, position: line.item.position });
      if (redrafted && !cell.focused && line.item.value("text") === null) cell.control.set(null);
    }
    this.arrange();
  }

  read() {
    for (const sentence of this.sentences) {
      const line = this.lines.get(sentence.slot);
      line.text ??= line.place.appendChild(make("p", { class: "said" }));
      line.text.textContent = sentence.said;
      line.element.classList.toggle("out", sentence.out);
      line.draft.hidden = !sentence.out;
      line.draft.textContent = sentence.out ? this.data.words.out : "";
    }
  }

  place(sentence, line, id) {
    const { fields, report, language } = this.data;
    if (line.item) this.items.delete(line.item.id);
    const item = new Item(this, SENTENCE, id);
    const base = { type: SENTENCE, record: id, base: null };
    const position = this.data.next[SENTENCE] + this.sentences.findIndex(({ slot }) => slot === sentence.slot);
    item.birth = [
      { ...base, field: "exists", new: true },
      { ...base, field: "position", new: position },
      ...Object.entries({ report, slot: sentence.slot, language }).map(([field, value]) => ({ ...base, field, new: value })),
    ];
    line.item = item;
    this.items.set(id, item);
    const text = item.cell({ ...fields.text, draft: sentence.draft }, line.label);
    const out = item.cell(fields.is_left_out, `${line.title ? this.data.words.leave_slide : this.data.words.leave_out}: ${line.label}`);
    const tick = make("label", { class: "leave" }, out.element, make("span", {}, line.title ? this.data.words.leave_slide : this.data.words.leave_out));
    line.place.replaceChildren(text.element);
    line.tools.replaceChildren(line.restore, tick);
  }

  restore(slot) {
    const line = this.lines.get(slot);
    const { item } = line;
    for (const entry of outbox.entriesOf(SENTENCE)) {
      if (entry.state !== "ready" && entry.edits.every((e) => e.record === item.id)) outbox.drop(entry.op);
    }
    if (item.stored || item.answered || outbox.entryFor(SENTENCE, item.id)) {
      outbox.put(this.data.strategy, [{ type: SENTENCE, record: item.id, field: "exists", base: true, new: null }]);
    }
    this.items.delete(item.id);
    line.item = null;
    this.sync();
    line.item.cells.get("text").control.focusable.focus();
    this.say(this.data.words.restored);
  }

  arrange() {
    if (!this.data.open) return;
    let slide = null;
    let gone = false;
    for (const sentence of this.sentences) {
      const line = this.lines.get(sentence.slot);
      if (!line.item) continue;
      const text = line.item.value("text");
      const out = Boolean(line.item.value("is_left_out")) || (sentence.out && sentence.record === null);
      if (line.element.parentNode !== slide) { slide = line.element.parentNode; gone = false; }
      if (line.title) gone = out;
      line.element.classList.toggle("out", out);
      slide.classList.toggle("gone", gone);
      line.restore.hidden = text === null;
      line.draft.hidden = text === null;
      line.draft.textContent = text === null ? "" : `${this.data.words.draft} ${sentence.draft}`;
    }
  }

  made() {}

  gone() {}

  after(item) {
    const order = this.sentences.map(({ slot }) => this.lines.get(slot).item);
    return order[order.indexOf(item) + 1]?.cells.get("text")?.control.focusable;
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".sentences");
  (root.sentences ??= new Sentences(root)).render(data);
}
