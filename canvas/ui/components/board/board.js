// A board: areas with cards, each card a record.  What an area stands for is a field of
// the record (a SWOT quadrant, a segment's temperature), or nothing for one ordered list.
//
// A card's text, weight and badge are the same cells as in the editor: they save
// themselves, keep the cursor, and show both values on a conflict.

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
    const text = new Cell(this, data.text, data.text.label);
    this.cells.set(data.text.name, text);
    const marks = make("div", { class: "marks" });
    for (const field of data.marks) {
      const cell = new Cell(this, field, field.label);
      cell.element.title = field.help;
      this.cells.set(field.name, cell);
      marks.append(cell.element);
    }
    this.hint = make("p", { class: "hint", hidden: true });
    this.element.append(this.handle, make("div", { class: "said" }, text.element, this.hint), marks);
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
    this.position = raw.position;
    for (const [name, cell] of this.cells) cell.adopt({ value: raw.values[name] ?? null, shown: raw.shown?.[name] });
    const hint = this.board.data.hints[this.id];
    this.hint.hidden = !hint;
    this.hint.textContent = hint ?? "";
    this.name();
  }

  name() {
    const { words } = this.board.data;
    this.handle.setAttribute("aria-label", words.move.replace("{title}", this.title));
  }

  key(event) {
    const way = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    if (way) { event.preventDefault(); this.board.step(this, ...way); }
    if (event.key === "Delete" || event.key === "Backspace") { event.preventDefault(); this.board.remove(this); }
    if (event.key === "Enter") { event.preventDefault(); this.cells.get(this.board.data.text.name).control.focusable.focus(); }
  }
}

// What is being written at the foot of an area: a record that may come to be.
class Line {
  constructor(adder) {
    this.adder = adder;
    this.editor = adder.board;
    this.type = adder.board.data.type;
    this.id = newId();
  }

  creation() {
    const { board, area } = this.adder;
    if (!this.birth) {
      const base = { type: this.type, record: this.id, base: null };
      this.birth = [{ ...base, field: "exists", new: true }, { ...base, field: "position", new: board.nextPosition() }];
      if (board.data.area) this.birth.push({ ...base, field: board.data.area, new: area.id });
    }
    return this.birth.map((edit) => ({ ...edit }));
  }
}

// The place at the foot of an area where new cards are written.
class Adder {
  constructor(board, area) {
    this.board = board;
    this.area = area;
    this.element = make("div", { class: "adder" });
    this.fresh();
  }

  fresh() {
    const { data } = this.board;
    const line = new Line(this);
    this.line = line;
    this.cell = new Cell(line, { ...data.text, example: data.words.add }, `${data.words.add} ${this.area.label}`);
    this.cell.adopt({ value: null });
    this.cell.element.addEventListener("focusout", () => queueMicrotask(() => line === this.line && this.settle()));
    this.element.replaceChildren(this.cell.element);
  }

  // What was written becomes a card; the place is free again.
  settle(focus = false) {
    if (!outbox.entryFor(this.line.type, this.line.id)) return;
    this.fresh();
    if (focus) this.cell.control.focusable.focus();
    this.board.adoptWaiting();
  }
}

class Board {
  constructor(root) {
    this.root = root;
    this.cards = new Map();
    this.voice = make("div", { class: "voice", role: "status" });
    outbox.subscribe((event) => this.heard(event));
    draggable(root, {
      handle: (event) => {
        const from = event.composedPath()[0];
        if (from.closest("textarea, input, select, button:not(.handle), .problem")) return null;
        return from.closest(".card:not(.ghosted)");
      },
      areas: () => [...root.querySelectorAll(".area")],
      items: (area) => [...area.querySelectorAll(".cards > .card")],
      drop: (item, area, before) => this.place(this.cards.get(item.dataset.id), area.dataset.area, before?.dataset.id ?? null),
    });
  }

  render(data) {
    const shape = JSON.stringify([data.strategy, data.type, data.language, data.areas, data.layout]);
    this.data = data;
    if (this.shape !== shape) { this.shape = shape; this.build(); }
    for (const area of data.areas) {
      const colour = area.colour;
      if (colour) this.areas.get(area.id).element.style.setProperty("--tone", colour);
    }
    const present = new Set(data.rows.map((raw) => raw.id));
    for (const raw of data.rows) {
      let card = this.cards.get(raw.id);
      if (!card) { card = new Card(this, raw.id); this.cards.set(raw.id, card); }
      card.birth = null;
      card.adopt(raw);
    }
    for (const [id, card] of this.cards) {
      if (present.has(id) || outbox.entryFor(data.type, id)) continue;
      this.cards.delete(id);
      card.element.remove();
    }
    this.adoptWaiting();
    this.order();
  }

  build() {
    const { data } = this;
    this.cards.clear();
    this.areas = new Map();
    const grid = make("div", { class: `areas layout-${data.layout}` });
    if (data.axes) {
      const [columns, rows] = [data.axes.columns, data.axes.rows];
      grid.append(make("span", { class: "corner" }), ...columns.map((label) => make("span", { class: "axis column" }, label)));
      data.areas.forEach((area, n) => {
        if (n % columns.length === 0) grid.append(make("span", { class: "axis row" }, make("span", {}, rows[n / columns.length])));
        grid.append(this.buildArea(area, rows[Math.floor(n / columns.length)]));
      });
    } else grid.append(...data.areas.map((area) => this.buildArea(area, "")));
    this.root.replaceChildren(grid, this.voice);
    this.root.lang = data.language;
  }

  buildArea(area, axis) {
    const element = make("section", { class: "area", "aria-label": area.label });
    element.dataset.area = area.id;
    const cards = make("div", { class: "cards" });
    const count = make("span", { class: "count" });
    const adder = new Adder(this, area);
    element.append(make("header", {}, make("h3", {}, area.label), make("span", { class: "axis-word" }, axis), count), cards, adder.element);
    this.areas.set(area.id, { element, cards, count, adder });
    return element;
  }

  // Cards that were written and not answered yet, or left by a closed tab.
  adoptWaiting() {
    for (const entry of outbox.entriesOf(this.data.type)) {
      const made = entry.edits.find((e) => e.type === this.data.type && e.field === "exists" && e.new);
      if (!made || this.cards.has(made.record)) continue;
      if ([...this.areas.values()].some(({ adder }) => adder.line.id === made.record)) continue;
      const card = new Card(this, made.record);
      this.cards.set(made.record, card);
      const born = ["exists", "position", this.data.area];
      card.birth = entry.edits.filter((e) => e.record === made.record && born.includes(e.field));
      card.adopt({ values: {}, position: entry.edits.find((e) => e.field === "position")?.new ?? 0 });
    }
    this.order();
  }

  order() {
    const active = this.root.getRootNode().activeElement;
    const byArea = new Map([...this.areas.keys()].map((id) => [id, []]));
    for (const card of this.cards.values()) (byArea.get(card.area ?? "") ?? byArea.values().next().value).push(card);
    for (const [id, cards] of byArea) {
      const { cards: holder, count } = this.areas.get(id);
      cards.sort((a, b) => a.value("position") - b.value("position") || (a.id < b.id ? -1 : 1));
      let before = null;
      for (const card of cards.reverse()) {
        if (card.element.nextElementSibling !== before || card.element.parentNode !== holder) {
          const refocus = active && card.element.contains(active) ? active : null;
          holder.insertBefore(card.element, before);
          refocus?.focus();
        }
        before = card.element;
      }
      count.textContent = cards.length ? String(cards.length) : "";
    }
  }

  inArea(area) {
    return [...this.cards.values()].filter((card) => (card.area ?? "") === area)
      .sort((a, b) => a.value("position") - b.value("position") || (a.id < b.id ? -1 : 1));
  }

  nextPosition() {
    const known = [...this.cards.values()].map((card) => card.value("position")).filter(Number.isFinite);
    return Math.max(this.data.next_position - 1, ...known) + 1;
  }

  place(card, area, beforeId) {
    const others = this.inArea(area).filter((other) => other !== card);
    const at = beforeId ? others.findIndex((other) => other.id === beforeId) : others.length;
    const left = others[at - 1]?.value("position");
    const right = others[at]?.value("position");
    let position = card.value("position");
    const fits = (left === undefined || left < position) && (right === undefined || position < right);
    if (!fits) position = left === undefined ? right - 1 : right === undefined ? left + 1 : (left + right) / 2;
    const edits = [];
    const edit = (field, wanted) => {
      const base = card.value(field);
      if (!same(base, wanted)) edits.push({ type: card.type, record: card.id, field, base: base ?? null, new: wanted });
    };
    if (this.data.area) edit(this.data.area, area);
    edit("position", position);
    if (!edits.length) return;
    outbox.put(this.data.strategy, edits);
    this.order();
    const label = this.data.areas.find((known) => known.id === area)?.label ?? "";
    this.say(this.data.words.moved.replace("{title}", card.title).replace("{area}", label).replace("{place}", String(at + 1)));
  }

  // One step with an arrow key: along the list, or to the area on that side.
  step(card, dx, dy) {
    const ids = this.data.areas.map((area) => area.id);
    const here = card.area ?? "";
    const list = this.inArea(here);
    const at = list.indexOf(card);
    const columns = this.data.columns;
    const index = ids.indexOf(here);
    let target = here;
    let before = null;
    if (dx) {
      if ((index % columns) + dx < 0 || (index % columns) + dx >= columns) return;
      target = ids[index + dx];
      before = this.inArea(target)[at]?.id ?? null;
    } else if (at + dy < 0 || at + dy >= list.length) {
      if (ids[index + dy * columns] === undefined) return;
      target = ids[index + dy * columns];
      before = dy > 0 ? this.inArea(target)[0]?.id ?? null : null;
    } else before = list[dy > 0 ? at + 2 : at - 1]?.id ?? null;
    this.place(card, target, before);
    card.handle.focus();
  }

  remove(card) {
    const list = this.inArea(card.area ?? "");
    const next = list[list.indexOf(card) + 1] ?? list[list.indexOf(card) - 1];
    outbox.put(this.data.strategy, [{ type: card.type, record: card.id, field: "exists", base: true, new: null }]);
    this.cards.delete(card.id);
    card.element.remove();
    this.data.rows = this.data.rows.filter((raw) => raw.id !== card.id);
    this.order();
    next?.handle.focus();
    this.say(this.data.words.removed);
  }

  // A Cell's Enter: from a new line to the next one, from a card to the one below.
  focusBelow(row) {
    if (row instanceof Line) return row.adder.settle(true);
    const list = this.inArea(row.area ?? "");
    const below = list[list.indexOf(row) + 1];
    const target = below ? below.cells.get(this.data.text.name) : this.areas.get(row.area ?? "")?.adder.cell;
    target?.control.focusable.focus();
  }

  draw() { this.render(this.data); }

  say(text) { this.voice.textContent = text; }

  heard(event) {
    if (!this.data || !this.root.isConnected) return;
    if (event.kind === "adopted") { this.adoptWaiting(); return; }
    if (event.kind === "yield") {
      for (const card of this.cards.values()) for (const cell of card.cells.values()) {
        cell.dirty = false;
        cell.yields = true;
      }
      return;
    }
    if (event.kind !== "settled") return;
    for (const edit of event.entry.edits) {
      if (edit.type !== this.data.type) continue;
      const card = this.cards.get(edit.record);
      if (card && event.result.status === "saved") {
        if (edit.field === "position") card.position = edit.new;
        else if (edit.field === this.data.area) card.values = { ...card.values, [edit.field]: edit.new };
      }
      card?.cells.get(edit.field)?.settled(event.entry, event.result);
    }
    this.order();
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".board");
  (root.board ??= new Board(root)).render(data);
}
