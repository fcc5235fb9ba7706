// Where two notes are chosen, in lists or by tapping them, and an idea is written.

class Composer extends Adder {
  constructor(board) {
    super(board, { label: "" });
    const { data } = board;
    this.picked = { internal: null, external: null };
    this.selects = {};
    this.goes = make("span", { class: "goes", role: "status" });
    this.element = make("section", { class: "composer", "aria-label": data.words.cross });
    for (const [side, label] of Object.entries(data.sides)) {
      const select = make("select", { "aria-label": label });
      select.onchange = () => this.pick(side, select.value || null);
      this.selects[side] = select;
      if (side === "external") this.element.append(make("span", { class: "times", "aria-hidden": "true" }, "×"));
      this.element.append(select);
    }
    this.element.append(this.holder, this.goes);
  }

  start() { return { ...this.picked }; }

  get label() { return this.board.data.words.idea; }

  fresh() {
    super.fresh();
    this.cell.control.focusable.placeholder = this.board.data.words.idea;
  }

  // Whoever goes on choosing notes has not finished the idea.
  left(to) { if (!to?.closest?.(".composer, .list")) super.left(); }

  offer() {
    const { data } = this.board;
    for (const [side, select] of Object.entries(this.selects)) {
      const groups = data.quadrants.filter((quadrant) => quadrant.side === side).map((quadrant) => {
        const notes = data.notes.filter((note) => note.quadrant === quadrant.id);
        const group = make("optgroup", { label: quadrant.label });
        group.append(...notes.map((note) => make("option", { value: note.id }, note.text)));
        return group;
      });
      select.replaceChildren(make("option", { value: "" }, `${data.sides[side]}…`), ...groups);
      if (!data.notes.some((note) => note.id === this.picked[side])) this.picked[side] = null;
    }
  }

  // A note is chosen, or another one for what is being written.
  pick(side, id) {
    const base = this.picked[side];
    this.picked[side] = id;
    if (this.line.birth && !same(base, id)) {
      outbox.type(this.board.data.strategy, { type: this.line.type, record: this.line.id, field: side, base, new: id });
    }
    this.paint();
  }

  // A note was tapped: chosen, or no longer.
  tap(side, id) {
    this.pick(side, this.picked[side] === id ? null : id);
    if (this.picked.internal && this.picked.external) this.cell.control.focusable.focus();
  }

  paint() {
    for (const [side, select] of Object.entries(this.selects)) select.value = this.picked[side] ?? "";
    const area = this.board.cellOf(this.picked.internal, this.picked.external);
    const label = this.board.data.areas.find((known) => known.id === area && area)?.label;
    const said = label && area !== this.board.data.stray ? this.board.data.words.goes.replace("{area}", label) : "";
    if (this.goes.textContent !== said) this.goes.textContent = said;
    this.board.aim(this.picked, said ? area : null);
  }
}
