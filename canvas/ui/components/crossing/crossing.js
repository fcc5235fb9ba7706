// The SWOT crossed: a board whose cells are where a list of internal notes meets a list of
// external ones.  A crossing's cell is not a field of its own: it follows from its notes.

// A title has less room than an idea, which stays whole on its crossing.
function cut(text, limit) {
  const letters = [...text];
  if (letters.length <= limit) return text;
  const start = letters.slice(0, limit - 1).join("");
  return `${start.replace(/\s+\S*$/, "") || start}…`;
}

class CrossingCard extends Card {
  constructor(board, id) {
    super(board, id);
    this.notes = make("p", { class: "pair" });
    this.foot = make("div", { class: "foot" });
    this.marks.before(make("div", { class: "more" }, this.notes, this.foot));
  }

  get area() { return this.board.cellOf(this.value("internal"), this.value("external")) || this.board.data.stray; }

  adopt(raw) {
    super.adopt(raw);
    // One that lacks a note is opened, so that the note can be chosen.
    if (this.area === this.board.data.stray && this.open === undefined) this.expand(true);
    this.paint();
  }

  stored(edit) {
    super.stored(edit);
    this.paint();
  }

  paint() {
    const { data } = this.board;
    const known = ["internal", "external"].map((side) => this.board.note(this.value(side))).filter(Boolean);
    this.notes.replaceChildren(...known.map((note) => {
      const mark = make("span", { class: "note-mark", "aria-hidden": "true" });
      mark.style.setProperty("--tone", this.board.tone(note.quadrant));
      return make("span", { class: "pair-note", title: note.text }, mark, make("span", {}, note.text));
    }));
    const made = this.board.madeOf(this.id);
    const key = JSON.stringify([made, this.value("outcome"), data.words.make]);
    if (this.footKey === key) return;
    this.footKey = key;
    if (made.length) this.foot.replaceChildren(...made.map((record) => this.way(record)));
    else this.foot.replaceChildren(make("span", { class: "make" }, data.words.make), ...data.targets.map((target) => this.button(target)));
  }

  way({ type, title }) {
    const { targets, words } = this.board.data;
    const target = targets.find((known) => known.type === type);
    const link = make("a", { href: target.address, target: "_self", "aria-label": words.open_title.replace("{title}", title) }, `${words.open} ›`);
    return make("span", { class: "became" }, make("span", { "aria-hidden": "true" }, "✓ "), target.label, link);
  }

  button(target) {
    const meant = this.value("outcome") === target.outcome;
    const button = make("button", { type: "button", class: meant ? "become meant" : "become", "aria-label": `${this.board.data.words.make} ${target.label}` }, target.label);
    button.onclick = () => this.board.become(this, target);
    return button;
  }
}

class Crossing extends Board {
  constructor(root) {
    super(root);
    root.addEventListener("focusout", ({ relatedTarget }) => queueMicrotask(() => this.composer?.left(relatedTarget)));
  }

  newCard(id) { return new CrossingCard(this, id); }
  newAdder() { return null; }
  areasFor(card) { return [this.areas.get(card.area).element]; }
  get born() { return ["exists", "position", "internal", "external"]; }
  get stray() { return -1; }

  render(data) {
    this.known = new Map(data.notes.map((note) => [note.id, note]));
    super.render(data);
    const notes = JSON.stringify([data.notes, data.quadrants]);
    if (this.notesShown !== notes) {
      this.notesShown = notes;
      this.fillLists();
      this.composer.offer();
    }
    this.composer.paint();
  }

  note(id) { return id ? this.known.get(id) : undefined; }
  tone(quadrant) { return this.data.quadrants.find((known) => known.id === quadrant).colour; }

  cellOf(internal, external) {
    const [inside, outside] = [this.note(internal), this.note(external)];
    const id = inside && outside ? `${inside.quadrant}-${outside.quadrant}` : "";
    return this.data.areas.some((area) => area.id === id) ? id : "";
  }

  buildAreas() {
    const { data } = this;
    this.notesShown = null;
    this.composer = new Composer(this);
    this.adders.push(this.composer);
    this.lists = new Map();
    const grid = make("div", { class: "areas layout-crossing" });
    grid.style.setProperty("--columns", data.columns);
    const [columns, rows] = ["internal", "external"].map((side) => data.quadrants.filter((quadrant) => quadrant.side === side));
    grid.append(make("span", { class: "corner" }), ...columns.map((quadrant) => this.buildList(quadrant)));
    rows.forEach((row, n) => {
      grid.append(this.buildList(row));
      for (const area of data.areas.slice(n * data.columns, (n + 1) * data.columns)) grid.append(this.buildCell(area));
    });
    grid.append(this.buildArea(data.areas.at(-1), ""));
    return make("div", {}, this.composer.element, grid);
  }

  buildCell(area) {
    const element = this.buildArea(area, "");
    const [inside, outside] = area.id.split("-").map((quadrant) => this.tone(quadrant));
    element.style.setProperty("--inside", inside);
    element.style.setProperty("--outside", outside);
    return element;
  }

  // A list of notes to tap: one Tab stop, the arrow keys go along it.
  buildList(quadrant) {
    const items = make("div", { class: "notes", role: "group", "aria-label": quadrant.label });
    items.addEventListener("keydown", (event) => {
      const way = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
      const all = [...items.querySelectorAll("button")];
      const next = way && all[all.indexOf(event.composedPath()[0]) + way];
      if (!next) return;
      event.preventDefault();
      for (const button of all) button.tabIndex = button === next ? 0 : -1;
      next.focus();
    });
    this.lists.set(quadrant.id, items);
    const list = make("section", { class: `list ${quadrant.side}` }, make("h3", {}, quadrant.label), items);
    list.style.setProperty("--tone", quadrant.colour);
    return list;
  }

  fillLists() {
    const { data } = this;
    for (const quadrant of data.quadrants) {
      const notes = data.notes.filter((note) => note.quadrant === quadrant.id);
      const buttons = notes.map((note, n) => {
        const button = make("button", { type: "button", class: "note", title: note.text, tabIndex: n ? -1 : 0, "aria-pressed": "false" }, make("span", {}, note.text));
        button.dataset.id = note.id;
        button.onclick = () => this.composer.tap(quadrant.side, note.id);
        return button;
      });
      const nothing = make("p", { class: "example" }, `${data.words.no_notes} `, make("a", { href: data.grid, target: "_self" }, data.words.fill_in));
      this.lists.get(quadrant.id).replaceChildren(...(buttons.length ? buttons : [nothing]));
    }
  }

  // Show what is chosen, and the cell that the idea goes to.
  aim(picked, cell) {
    for (const items of this.lists?.values() ?? []) {
      for (const button of items.querySelectorAll("button")) {
        button.setAttribute("aria-pressed", String(Object.values(picked).includes(button.dataset.id)));
      }
    }
    for (const [id, { element }] of this.areas) element.classList.toggle("aimed", id === cell);
  }

  // What was made of a crossing, what is not stored yet included.
  madeOf(id) {
    const found = [...(this.data.made[id] ?? [])];
    for (const target of this.data.targets) {
      for (const entry of outbox.entriesOf(target.type)) {
        const source = entry.edits.find((e) => e.type === target.type && e.field === "source_crossing" && e.new === id);
        if (!source || found.some((record) => record.id === source.record)) continue;
        found.push({ type: target.type, id: source.record, title: entry.edits.find((e) => e.field === "title").new });
      }
    }
    return found;
  }

  // One change set: the record comes to be, and the crossing says what it became.
  become(card, target) {
    const idea = card.value(this.data.text.name);
    if (!idea) { card.cells.get(this.data.text.name).control.focusable.focus(); return; }
    outbox.commit();
    const base = { type: target.type, record: newId(), base: null };
    const fields = { title: cut(idea, target.limit), source_crossing: card.id, ...target.fields };
    if (target.takes_priority && card.value("priority")) fields.priority = card.value("priority");
    const edits = [{ ...base, field: "exists", new: true }, { ...base, field: "position", new: target.next_position++ }];
    for (const [field, value] of Object.entries(fields)) edits.push({ ...base, field, new: value });
    const outcome = card.value("outcome");
    if (outcome !== target.outcome) edits.push({ type: card.type, record: card.id, field: "outcome", base: outcome, new: target.outcome });
    outbox.put(this.data.strategy, edits);
    card.paint();
    card.foot.querySelector("a")?.focus();
    this.say(this.data.words.made.replace("{list}", target.list));
  }

  // Its cell follows from its notes, so a card moves along its cell only.
  place(card, area, beforeId) { if (area === card.area) super.place(card, area, beforeId); }

  step(card, dx, dy) {
    const list = this.inArea(card.area);
    if (dx || !list[list.indexOf(card) + dy]) return;
    super.step(card, dx, dy);
  }

  heard(event) {
    const made = event.kind === "settled" && event.entry.edits.find((e) => e.field === "source_crossing");
    if (made && this.data) this.settleMade(made, event);
    super.heard(event);
    if (!this.data || !this.root.isConnected || event.kind === "typing") return;
    for (const card of this.cards.values()) card.paint();
  }

  // The answer comes before the rows that show it.  Where somebody else made another thing
  // of the idea at the same time both stay, and theirs stands as its outcome.
  settleMade(made, { entry, result }) {
    if (!["saved", "conflict"].includes(result.status)) return;
    if (result.status === "conflict") outbox.drop(entry.op);
    const title = entry.edits.find((e) => e.field === "title").new;
    const known = (this.data.made[made.new] ??= []);
    if (!known.some((record) => record.id === made.record)) known.push({ type: made.type, id: made.record, title });
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".board");
  (root.board ??= new Crossing(root)).render(data);
}
