// A board: areas with cards, each card a record.  What an area stands for is a field of
// the record (a SWOT quadrant, a segment's temperature), or nothing for one ordered list.

class Board {
  constructor(root) {
    this.root = root;
    this.cards = new Map();
    this.adders = [];
    this.voice = make("div", { class: "voice", role: "status" });
    outbox.subscribe((event) => this.heard(event));
    draggable(root, {
      handle: (event) => {
        const from = event.composedPath()[0];
        if (from.closest("textarea, input, select, button:not(.handle), .problem")) return null;
        return from.closest(".card:not(.ghosted)");
      },
      areas: (item) => this.areasFor(this.cards.get(item.dataset.id)),
      items: (area) => [...area.querySelectorAll(".cards > .card")],
      drop: (item, area, before) => this.place(this.cards.get(item.dataset.id), area.dataset.area, before?.dataset.id ?? null),
    });
  }

  // What kind of card it has, and where a card may be put.
  newCard(id) { return new Card(this, id); }
  areasFor() { return [...this.root.querySelectorAll(".area")]; }

  // The fields that a card is born with, beside its text.
  get born() { return ["exists", "position", this.data.area]; }

  render(data) {
    const shape = JSON.stringify([data.strategy, data.type, data.language, data.areas.map(({ colour, ...area }) => area), data.layout]);
    this.data = data;
    if (this.shape !== shape) { this.shape = shape; this.build(); }
    for (const area of data.areas) {
      const colour = area.colour;
      if (colour) this.areas.get(area.id).element.style.setProperty("--tone", colour);
    }
    // A card that was removed here stays away while the server has not heard of it.
    data.rows = data.rows.filter((raw) => !this.isLeaving(raw.id));
    const present = new Set(data.rows.map((raw) => raw.id));
    for (const raw of data.rows) {
      const writing = this.adders.find(({ line }) => line.id === raw.id);
      if (writing) { writing.cell.adopt({ value: raw.values[data.text.name] ?? null }); continue; }
      let card = this.cards.get(raw.id);
      if (!card) { card = this.newCard(raw.id); this.cards.set(raw.id, card); }
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
    this.cards.clear();
    this.adders = [];
    this.areas = new Map();
    this.root.replaceChildren(this.buildAreas(), this.voice);
    this.root.lang = this.data.language;
  }

  buildAreas() {
    const { data } = this;
    const grid = make("div", { class: `areas layout-${data.layout}` });
    if (data.axes) {
      const [columns, rows] = [data.axes.columns, data.axes.rows];
      grid.append(make("span", { class: "corner" }), ...columns.map((label) => make("span", { class: "axis column" }, label)));
      data.areas.forEach((area, n) => {
        if (n % columns.length === 0) grid.append(make("span", { class: "axis row" }, make("span", {}, rows[n / columns.length])));
        grid.append(this.buildArea(area, rows[Math.floor(n / columns.length)]));
      });
    } else grid.append(...data.areas.map((area) => this.buildArea(area, "")));
    return grid;
  }

  buildArea(area, axis) {
    const element = make("section", { class: "area", "aria-label": area.label });
    element.dataset.area = area.id;
    const cards = make("div", { class: "cards" });
    const count = make("span", { class: "count" });
    const example = make("p", { class: "example" }, area.example);
    const adder = this.newAdder(area);
    const said = [make("h3", {}, area.label), make("span", { class: "axis-word" }, axis), make("span", { class: "help" }, area.help)];
    element.append(make("header", {}, ...said, count), cards, example, adder?.element ?? "");
    this.areas.set(area.id, { element, cards, count, adder, example });
    return element;
  }

  newAdder(area) {
    const adder = new Adder(this, area);
    this.adders.push(adder);
    return adder;
  }

  isLeaving(id) {
    const entry = outbox.entryFor(this.data.type, id, "exists");
    return Boolean(entry?.edits.some((e) => e.record === id && e.field === "exists" && e.new === null));
  }

  // A record that is still being written is no card yet, stored or not.
  isWriting(id) { return this.adders.some(({ line }) => line.id === id); }

  // Cards that were written and not answered yet, or left by a closed tab.
  adoptWaiting() {
    for (const entry of outbox.entriesOf(this.data.type)) {
      const made = entry.edits.find((e) => e.type === this.data.type && e.field === "exists" && e.new);
      if (!made || this.cards.has(made.record)) continue;
      if (this.isWriting(made.record)) continue;
      const card = this.newCard(made.record);
      this.cards.set(made.record, card);
      card.birth = entry.edits.filter((e) => e.record === made.record && this.born.includes(e.field));
      card.adopt({ values: {}, position: entry.edits.find((e) => e.field === "position")?.new ?? 0 });
    }
    this.order();
  }

  order() {
    const active = this.root.getRootNode().activeElement;
    const byArea = new Map([...this.areas.keys()].map((id) => [id, []]));
    for (const card of this.cards.values()) (byArea.get(card.area ?? "") ?? [...byArea.values()].at(this.stray)).push(card);
    for (const [id, cards] of byArea) {
      const { cards: holder, count, example, element } = this.areas.get(id);
      example.hidden = cards.length > 0;
      element.classList.toggle("empty", !cards.length);
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

  // Where a card of no area goes: the first one.
  get stray() { return 0; }

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
    card.name();
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
    leaving(this, this.data.rows.find((raw) => raw.id === card.id)?.uses, () => this.takeAway(card));
  }

  takeAway(card) {
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
  focusBelow(row, field) {
    if (row instanceof Line) return row.adder.settle(true);
    if (field.name !== this.data.text.name) return row.fold();
    const list = this.inArea(row.area ?? "");
    const below = list[list.indexOf(row) + 1];
    const target = below ? below.cells.get(this.data.text.name) : this.areas.get(row.area ?? "")?.adder?.cell;
    target?.control.focusable.focus();
  }

  draw() { this.render(this.data); }

  say(text) { this.voice.textContent = text; }

  heard(event) {
    if (!this.data || !this.root.isConnected) return;
    if (event.kind === "adopted") { this.adoptWaiting(); return; }
    if (event.kind === "yield") {
      giveWay(this.cards.values());
      return;
    }
    if (event.kind !== "settled") return;
    for (const edit of event.entry.edits) {
      if (edit.type !== this.data.type) continue;
      const card = this.cards.get(edit.record);
      const adder = this.adders.find(({ line }) => line.id === edit.record);
      if (event.result.status === "saved") {
        card?.stored(edit);
        if (adder) adder.line.stored = true;
      }
      if (adder && edit.field === adder.cell.field.name) adder.cell.settled(event.entry, event.result);
      card?.cells.get(edit.field)?.settled(event.entry, event.result);
    }
    this.order();
  }
}
