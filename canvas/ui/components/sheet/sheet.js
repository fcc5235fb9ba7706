// A sheet: sections with cards, each card a record laid out in full.
//
// What stands in a section is decided by a field of the record, with what is under way
// counted in; a card that is dragged to another section gets that section's value.

const byPlace = (a, b) => a.value("position") - b.value("position") || (a.id < b.id ? -1 : 1);

class Sheet {
  constructor(root) {
    this.root = root;
    this.cards = new Map();
    this.voice = make("div", { class: "voice", role: "status" });
    outbox.subscribe((event) => this.heard(event));
    root.addEventListener("focusout", () => setTimeout(() => this.data && this.order()));
    draggable(root, {
      handle: (event) => event.composedPath()[0].closest(".handle")?.closest(".card:not(.ghost):not(.ghosted)"),
      areas: (item) => [...root.querySelectorAll(`.area[data-type="${this.cards.get(item.dataset.id).type}"]`)],
      items: (area) => [...area.querySelectorAll(".cards > .card:not(.ghost)")],
      drop: (item, area, before) => this.place(this.cards.get(item.dataset.id), this.sections.get(area.dataset.area).plan, before?.dataset.id ?? null),
    });
  }

  render(data) {
    const shape = JSON.stringify([data.strategy, data.language, data.layout, data.sections.map(({ id }) => id), Object.keys(data.types)]);
    this.data = data;
    if (this.shape !== shape) { this.shape = shape; this.build(); }
    for (const [name, colour] of Object.entries(data.colours)) this.root.style.setProperty(`--${name}`, colour);
    for (const plan of data.sections) this.dress(this.sections.get(plan.id), plan);
    const present = new Set();
    for (const [type, { rows }] of Object.entries(data.types)) for (const raw of rows) {
      present.add(raw.id);
      let card = this.cards.get(raw.id);
      if (!card) {
        card = new SheetCard(this, data.sections.find((section) => section.type === type), raw.id);
        this.cards.set(raw.id, card);
      }
      card.birth = null;
      card.adopt(raw);
    }
    for (const [id, card] of this.cards) {
      if (present.has(id) || outbox.entryFor(card.type, id)) continue;
      this.forget(card);
    }
    this.adoptWaiting();
    this.paper?.update();
  }

  build() {
    const { data } = this;
    this.cards.clear();
    this.sections = new Map();
    const holder = make("div", { class: `sections layout-${data.layout}` }, ...data.sections.map((plan) => this.buildSection(plan)));
    this.root.lang = data.language;
    this.paper?.close();
    this.paper = data.page ? new Paper(this, holder) : null;
    this.root.replaceChildren(this.paper?.element ?? holder, this.voice);
  }

  buildSection(plan) {
    const element = make("section", { class: `area${plan.compact ? " compact" : ""}` });
    element.dataset.area = plan.id;
    element.dataset.type = plan.type;
    const parts = { plan, element, heading: make("h3"), note: make("p", { class: "note" }), count: make("span", { class: "count" }), cards: make("div", { class: "cards" }) };
    element.append(make("header", {}, parts.heading, parts.count, parts.note), parts.cards);
    this.sections.set(plan.id, parts);
    return element;
  }

  dress(parts, plan) {
    parts.plan = plan;
    parts.heading.textContent = plan.heading;
    parts.note.textContent = plan.note;
    parts.note.hidden = !plan.note;
    parts.element.setAttribute("aria-label", plan.heading);
    if (plan.colour) parts.element.style.setProperty("--tone", plan.colour);
  }

  // Cards that were written and not answered yet, or left by a closed tab.
  adoptWaiting() {
    for (const type of Object.keys(this.data.types)) for (const entry of outbox.entriesOf(type)) {
      const made = entry.edits.find((e) => e.type === type && e.field === "exists" && e.new);
      if (!made || this.cards.has(made.record)) continue;
      const mine = entry.edits.filter((e) => e.record === made.record);
      const section = this.data.sections.find((s) => s.type === type && mine.some((e) => e.field === s.by && s.codes.includes(e.new))) ?? this.data.sections.find((s) => s.type === type);
      const card = new SheetCard(this, section, made.record);
      card.birth = mine.filter((e) => ["exists", "position", section.by].includes(e.field));
      this.cards.set(made.record, card);
      card.adopt({ values: {}, position: mine.find((e) => e.field === "position")?.new ?? 0 });
    }
    this.order();
  }

  sectionOf(card) {
    const own = this.data.sections.filter((section) => section.type === card.type);
    return own.find(({ by, codes }) => !by || codes.includes(card.value(by))) ?? own[0];
  }

  within(section) {
    const found = [...this.cards.values()].filter((card) => this.sectionOf(card) === section).sort(byPlace);
    return this.data.ranked ? found.sort((a, b) => b.rank - a.rank) : found;
  }

  order() {
    const active = this.root.getRootNode().activeElement;
    for (const parts of this.sections.values()) {
      const { plan, cards: holder } = parts;
      const cards = this.within(plan);
      this.offer(parts, cards);
      // A ranking waits until the person is done with the card they score.
      const moved = new Set(cards.map((card) => card.element));
      const still = this.data.ranked && active && holder.contains(active)
        && [...holder.querySelectorAll(":scope > .card:not(.ghost)")].every((element) => moved.delete(element)) && !moved.size;
      if (!still) this.arrange([...cards, ...(parts.ghost ? [parts.ghost] : [])], holder, active);
      parts.count.textContent = cards.length && !this.data.types[plan.type].single ? String(cards.length) : "";
      parts.element.hidden = plan.shy && !cards.length;
    }
  }

  // Touch the document only where it differs: moving an element takes the cursor out of it.
  arrange(cards, holder, active) {
    let before = null;
    for (const { element } of cards.reverse()) {
      if (element.nextElementSibling !== before || element.parentNode !== holder) {
        const refocus = active && element.contains(active) ? active : null;
        holder.insertBefore(element, before);
        refocus?.focus();
      }
      before = element;
    }
  }

  // Keep a place for a new card at the section's end, an example of one while it is empty.
  offer(parts, cards) {
    const { plan } = parts;
    const whole = plan.opens_large && !cards.length;
    if (!plan.adds || parts.ghost?.whole === whole) return;
    parts.ghost?.element.remove();
    parts.ghost = new SheetCard(this, plan, newId(), { ghost: true, whole });
    parts.ghost.adopt({ values: {}, position: null });
  }

  born(card) {
    for (const parts of this.sections.values()) if (parts.ghost === card) parts.ghost = null;
    this.cards.set(card.id, card);
    this.order();
  }

  forget(card) {
    this.cards.delete(card.id);
    card.element.remove();
  }

  nextPosition(type) {
    const known = [...this.cards.values()].filter((card) => card.type === type).map((card) => card.value("position")).filter(Number.isFinite);
    return Math.max(this.data.types[type].next_position - 1, ...known) + 1;
  }

  place(card, section, beforeId) {
    const others = this.within(section).filter((other) => other !== card);
    const found = others.findIndex((other) => other.id === beforeId);
    const at = found < 0 ? others.length : found;
    const edits = [];
    const edit = (field, wanted) => {
      const base = card.value(field);
      if (!same(base, wanted)) edits.push({ type: card.type, record: card.id, field, base: base ?? null, new: wanted });
    };
    if (section.by && !section.codes.includes(card.value(section.by))) edit(section.by, section.codes[0]);
    if (!this.data.ranked) edit("position", this.between(card.value("position"), others[at - 1]?.value("position"), others[at]?.value("position")));
    if (!edits.length) return;
    outbox.put(this.data.strategy, edits);
    this.order();
    for (const { field } of edits) card.cells.get(field)?.adopt(card.cells.get(field).latest);
    const place = this.within(section).indexOf(card) + 1;
    this.say(this.data.words.moved.replace("{title}", card.title).replace("{area}", section.heading).replace("{place}", String(place)));
  }

  between(position, left, right) {
    if ((left === undefined || left < position) && (right === undefined || position < right)) return position;
    if (left === undefined) return right - 1;
    return right === undefined ? left + 1 : (left + right) / 2;
  }

  // One step with an arrow key: along the cards, or to the section on that side.
  step(card, dx, dy) {
    const own = this.data.sections.filter((section) => section.type === card.type);
    const here = this.sectionOf(card);
    const list = this.within(here);
    const at = list.indexOf(card) + dy;
    const beyond = own[own.indexOf(here) + (dx || dy)];
    if (dy && !this.data.ranked && at >= 0 && at < list.length) this.place(card, here, list[dy > 0 ? at + 1 : at]?.id ?? null);
    else if (beyond) this.place(card, beyond, dy > 0 ? this.within(beyond)[0]?.id ?? null : null);
    card.handle.focus();
  }

  remove(card) {
    if (card.ghost) return;
    const row = this.data.types[card.type].rows.find((raw) => raw.id === card.id);
    leaving(this, row?.uses, () => this.takeAway(card));
  }

  takeAway(card) {
    const list = this.within(this.sectionOf(card));
    const next = list[list.indexOf(card) + 1] ?? list[list.indexOf(card) - 1];
    for (const entry of outbox.entriesOf(card.type)) {
      if (entry.state !== "ready" && entry.edits.every((e) => e.record === card.id)) outbox.drop(entry.op);
    }
    outbox.put(this.data.strategy, [{ type: card.type, record: card.id, field: "exists", base: true, new: null }]);
    const { types } = this.data;
    types[card.type].rows = types[card.type].rows.filter((raw) => raw.id !== card.id);
    this.forget(card);
    this.order();
    next?.handle.focus();
    this.say(this.data.words.removed);
    this.paper?.update();
  }

  // A Cell's Enter: the next card's same field; after the last, the place for a new one.
  focusBelow(card, field) {
    const section = this.sectionOf(card);
    const list = this.within(section);
    const below = list[list.indexOf(card) + 1] ?? this.sections.get(section.id).ghost;
    below?.cells.get(field.name)?.control.focusable.focus();
  }

  draw() { this.render(this.data); }

  say(text) { this.voice.textContent = text; }

  heard(event) {
    if (!this.data || !this.root.isConnected) return;
    if (event.kind === "yield") {
      giveWay(this.cards.values());
      return;
    }
    if (event.kind === "adopted") this.adoptWaiting();
    if (event.kind === "quiet") this.dropEmptied();
    if (event.kind === "settled") this.settled(event);
    if (event.kind !== "settled" || event.result.status !== "saved") this.order();
    this.paper?.update();
  }

  // A new card whose text was emptied again is no card.
  dropEmptied() {
    const active = this.root.getRootNode().activeElement;
    for (const card of this.cards.values()) {
      const known = this.data.types[card.type].rows.some((raw) => raw.id === card.id);
      if (known || !card.birth || outbox.entryFor(card.type, card.id) || card.element.contains(active)) continue;
      this.forget(card);
    }
  }

  settled({ entry, result }) {
    for (const edit of entry.edits) {
      const card = this.cards.get(edit.record);
      if (!card || card.type !== edit.type) continue;
      if (result.status === "saved" && edit.field !== "exists") {
        if (edit.field === "position") card.position = edit.new;
        else card.values = { ...card.values, [edit.field]: result.values?.[edit.field] ?? edit.new };
      }
      card.cells.get(edit.field)?.settled(entry, result);
    }
    this.order();
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".sheet");
  (root.sheet ??= new Sheet(root)).render(data);
  return () => root.sheet.paper?.close();
}
