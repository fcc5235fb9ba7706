// A card of a board: a record, its text in large, its marks, and the rest behind a button.
//
// Its text, marks and details are the same cells as in the editor: they save themselves,
// keep the cursor, and show both values on a conflict.

class Card {
  constructor(board, id) {
    this.editor = board; // what a Cell asks its row for
    this.board = board;
    this.type = board.data.type;
    this.id = id;
    this.cells = new Map();
    const { data } = board;
    this.element = make("article", { class: "card" });
    this.element.dataset.id = id;
    this.handle = make("button", { type: "button", class: "handle", title: data.words.move_help }, "⠿");
    this.handle.addEventListener("keydown", (event) => this.key(event));
    this.marks = make("div", { class: "marks" });
    this.said = make("div", { class: "said" }, this.cell(data.text).element);
    this.hint = make("p", { class: "hint", hidden: true });
    this.said.append(this.hint);
    for (const field of data.marks) {
      const cell = this.cell(field);
      cell.element.title = field.help;
      this.marks.append(cell.element);
    }
    this.element.append(this.handle, this.said, this.marks);
    if (data.tick) this.addTick();
    if (data.details.length) this.addToggle();
  }

  cell(field) {
    const cell = new Cell(this, field, field.label);
    this.cells.set(field.name, cell);
    return cell;
  }

  // Until the server has it, what is typed in a new card brings it into being.
  creation() { return this.birth ? this.birth.map((edit) => ({ ...edit })) : null; }

  get title() { return this.cells.get(this.board.data.text.name).control.get() ?? ""; }

  // A field as it will be once what is under way is stored.
  value(name) {
    const entry = outbox.entryFor(this.type, this.id, name);
    if (entry) return entry.edits.findLast((e) => e.field === name && e.record === this.id).new;
    return name === "position" ? this.position : this.values[name] ?? null;
  }

  get area() { return this.board.data.area ? this.value(this.board.data.area) : ""; }

  adopt(raw) {
    this.values = raw.values;
    this.shown = raw.shown;
    this.position = raw.position;
    for (const [name, cell] of this.cells) this.tell(name, cell);
    const hint = this.board.data.hints[this.id];
    this.hint.hidden = !hint;
    this.hint.textContent = hint ?? "";
    this.name();
    remark(this, raw);
  }

  tell(name, cell) {
    const { marks, details } = this.board.data;
    const fresh = [...marks, ...details].find((field) => field.name === name);
    if (fresh) cell.field.options = fresh.options;
    cell.adopt({ value: this.values[name] ?? null, shown: this.shown?.[name] });
  }

  // An edit of this card was stored.
  stored(edit) {
    if (edit.field === "position") this.position = edit.new;
    else this.values = { ...this.values, [edit.field]: edit.new };
    this.name();
  }

  name() {
    const { words, details, tick } = this.board.data;
    if (tick) {
      this.tick.checked = this.area === tick.area;
      this.tick.setAttribute("aria-label", tick.label.replace("{title}", this.title));
    }
    this.handle.setAttribute("aria-label", words.move.replace("{title}", this.title));
    if (!this.toggle) return;
    const filled = details.filter((field) => this.value(field.name));
    const said = (filled.length ? filled : details).map((field) => field.label).join(", ");
    this.toggle.classList.toggle("filled", filled.length > 0);
    this.toggle.title = said;
    this.toggle.setAttribute("aria-label", `${words.details}: ${said}`);
  }

  // One tap moves the card to its area, and another one back.
  addTick() {
    this.tick = make("input", { type: "checkbox" });
    this.tick.addEventListener("change", () => {
      const { tick } = this.board.data;
      this.board.place(this, this.tick.checked ? tick.area : tick.back, null);
      this.tick.focus();
    });
    this.element.classList.add("ticked");
    this.handle.after(make("label", { class: "tick" }, this.tick));
  }

  addToggle() {
    this.toggle = make("button", { type: "button", class: "toggle", "aria-expanded": "false" });
    this.toggle.onclick = () => this.expand(!this.open);
    this.marks.append(this.toggle);
  }

  // Details are made when they are first asked for: a board has up to hundreds of cards.
  expand(open) {
    this.open = open;
    this.toggle.setAttribute("aria-expanded", String(open));
    if (open && !this.details) {
      this.details = make("div", { class: "details" });
      for (const field of this.board.data.details) {
        const cell = this.cell({ ...field });
        this.tell(field.name, cell);
        this.details.append(make("div", { class: "detail" }, make("span", { class: "label", "aria-hidden": "true", title: field.help }, field.label), cell.element));
      }
      const { words } = this.board.data;
      this.details.append(make("button", { type: "button", class: "remove", onclick: () => this.board.remove(this) }, words.remove));
      this.details.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        this.fold();
      });
      this.element.append(this.details);
    }
    if (this.details) this.details.hidden = !open;
  }

  fold() {
    this.expand(false);
    this.toggle.focus();
  }

  key(event) {
    const way = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    if (way) { event.preventDefault(); this.board.step(this, ...way); }
    if (event.key === "Delete" || event.key === "Backspace") { event.preventDefault(); this.board.remove(this); }
    if (event.key === "Enter") { event.preventDefault(); this.cells.get(this.board.data.text.name).control.focusable.focus(); }
  }
}

// What is being written in an adder: a record that may come to be.
class Line {
  constructor(adder) {
    this.adder = adder;
    this.editor = adder.board;
    this.type = adder.board.data.type;
    this.id = newId();
    this.stored = false;
  }

  creation() {
    if (this.stored) return null;
    if (!this.birth) {
      const base = { type: this.type, record: this.id, base: null };
      this.birth = [{ ...base, field: "exists", new: true }, { ...base, field: "position", new: this.adder.board.nextPosition() }];
      for (const [field, value] of Object.entries(this.adder.start())) this.birth.push({ ...base, field, new: value });
    }
    return this.birth.map((edit) => ({ ...edit }));
  }
}

// The place where new cards are written.
class Adder {
  constructor(board, area) {
    this.board = board;
    this.area = area;
    this.element = this.holder = make("div", { class: "adder" });
    this.fresh();
  }

  // The fields that a new card starts with.
  start() { return this.board.data.area ? { [this.board.data.area]: this.area.id } : {}; }

  get label() { return `${this.board.data.words.add} ${this.area.label}`; }

  fresh() {
    const { data } = this.board;
    const line = new Line(this);
    this.line = line;
    this.cell = new Cell(line, { ...data.text, example: data.words.add }, this.label);
    this.cell.adopt({ value: null });
    this.cell.element.addEventListener("focusout", ({ relatedTarget }) => queueMicrotask(() => line === this.line && this.left(relatedTarget)));
    this.holder.replaceChildren(this.cell.element);
  }

  // The focus went elsewhere.
  left() { this.settle(); }

  // What was written becomes a card; the place is free again.
  settle(focus = false) {
    if (!this.line.stored && !outbox.entryFor(this.line.type, this.line.id)) return;
    this.fresh();
    if (focus) this.cell.control.focusable.focus();
    this.board.draw();
  }
}
