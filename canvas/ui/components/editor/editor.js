// A list of records, or the form of the one record that there is.
//
// The page's truth is the server's rows plus what the outbox still holds.  Nothing is
// redrawn under the cursor: rows and cells are kept and only told of newer values.

const inOrder = (a, b) => (a.position ?? 0) - (b.position ?? 0) || (a.id < b.id ? -1 : 1);

class Editor {
  constructor(root) {
    this.root = root;
    this.rows = new Map();
    this.ghosts = new Map();
    this.heads = make("div", { class: "heads", "aria-hidden": "true" });
    this.list = make("div", { class: "rows", role: "list" });
    root.replaceChildren(this.heads, this.list);
    outbox.subscribe((event) => this.heard(event));
  }

  render(data) {
    const first = !this.data;
    const wanted = JSON.stringify([data.strategy, data.type, data.language, data.open, data.fields.map((f) => f.name)]);
    if (this.wanted !== wanted) { this.rows.clear(); this.ghosts.clear(); this.list.replaceChildren(); this.wanted = wanted; }
    for (const field of data.fields) field.options = data.options[field.to] ?? [];
    if (this.data && this.data.type === data.type) {
      // Controls hold on to their field: give it the new options.
      for (const row of this.rows.values()) for (const cell of row.cells.values()) {
        const fresh = data.fields.find((f) => f.name === cell.field.name);
        if (fresh) cell.field.options = fresh.options;
      }
    }
    this.data = data;
    this.hasDetails = data.fields.some((field) => !field.in_list);
    this.root.classList.toggle("form", data.mode === "form");
    this.root.lang = data.language;
    this.list.setAttribute("aria-label", data.many);
    this.draw(first);
    this.follow(data.goal);
  }

  // Go once to the field that an address led to.
  follow(goal) {
    if (!goal || window.canevasFollowed === goal.id) return;
    const row = this.rows.get(goal.record);
    if (!row) return;
    window.canevasFollowed = goal.id;
    const field = this.data.fields.find((one) => one.name === goal.field);
    if (field && !field.in_list && row.toggle) row.expand(true);
    const cell = row.cells.get(goal.field) ?? row.cells.values().next().value;
    cell.element.scrollIntoView({ block: "center" });
    cell.control.focusable.focus({ preventScroll: true });
  }

  columns() {
    const size = { text: "minmax(8rem, 2.4fr)", url: "minmax(8rem, 1.4fr)", rating: "6.6rem", flag: "4.5rem", date: "9.2rem", time: "6.2rem", number: "minmax(5.5rem, .7fr)", money: "minmax(6rem, .8fr)", share: "minmax(5rem, .6fr)", color: "7rem", lines: "minmax(9rem, 1.6fr)", choices: "minmax(9rem, 1.6fr)", links: "minmax(9rem, 1.4fr)" };
    const listed = this.data.fields.filter((field) => field.in_list);
    return listed.map((field) => size[field.kind] ?? "minmax(7rem, 1.1fr)").join(" ");
  }

  draw() {
    const { data } = this;
    if (data.mode === "form") return this.drawForm();
    this.root.style.setProperty("--columns", this.columns());
    const heads = data.fields.filter((field) => field.in_list).map((field) => make("span", { title: field.help }, field.label));
    this.heads.replaceChildren(...heads, make("span"));
    const present = new Set(data.rows.map((row) => row.id));
    for (const raw of data.rows) {
      let row = this.rows.get(raw.id);
      if (!row) { row = new Row(this, raw.id); this.rows.set(raw.id, row); }
      row.fresh = false;
      row.adopt(raw);
    }
    // Records that were typed and not answered yet, or left by a closed tab.
    const waiting = new Set();
    for (const entry of outbox.entriesOf(data.type)) {
      for (const edit of entry.edits) {
        if (edit.type !== data.type) continue;
        waiting.add(edit.record);
        const creates = entry.edits.some((e) => e.record === edit.record && e.field === "exists" && e.new);
        if (!this.rows.has(edit.record) && (creates || entry.state === "gone")) {
          const row = new Row(this, edit.record);
          row.fresh = true;
          if (creates) row.birth = entry.edits.slice(0, -1).filter((e) => e.record === edit.record);
          row.position = entry.edits.find((e) => e.record === edit.record && e.field === "position")?.new ?? Infinity;
          this.rows.set(edit.record, row);
          row.adopt({ values: {}, shown: {} });
        }
      }
    }
    for (const [id, row] of this.rows) {
      if (row.ghost || present.has(id) || row.fresh && waiting.has(id)) continue;
      if (waiting.has(id)) continue; // somebody deleted it while this person types in it
      this.rows.delete(id);
      row.element.remove();
    }
    if (data.creatable) this.prepareGhosts();
    this.order();
    this.root.classList.toggle("empty", data.rows.length === 0);
  }

  drawForm() {
    const [raw] = this.data.rows;
    let row = this.rows.get(raw.id);
    if (!row) {
      row = new Row(this, raw.id);
      row.main.remove();
      row.cells.clear();
      row.details = row.buildDetails();
      row.element.append(row.details);
      row.element.classList.add("open");
      this.rows.set(raw.id, row);
      this.list.append(row.element);
    }
    row.adopt(raw);
  }

  // Put rows in their order, touching the document only where it differs: moving an
  // element takes the cursor out of it.
  order() {
    const sorted = [...this.rows.values()].filter((row) => !row.ghost).sort(inOrder);
    sorted.push(...this.ghosts.values());
    const active = this.root.getRootNode().activeElement;
    let before = null;
    for (const row of sorted.reverse()) {
      const misplaced = row.element.nextElementSibling !== before || row.element.parentNode !== this.list;
      if (misplaced && !(active && row.element.contains(active) && row.element.parentNode)) this.list.insertBefore(row.element, before);
      before = row.element;
    }
  }

  // Blank lines: one for each record that the page asks for, else one at the end.
  prepareGhosts() {
    const { prepared, more } = this.data;
    const begun = new Set([...this.rows.values()].filter((row) => row.fresh).map((row) => row.slot));
    const wanted = prepared.filter((line) => !begun.has(line.slot));
    if (!wanted.length) wanted.push({ slot: null, values: more, example: "" });
    const before = this.ghosts;
    this.ghosts = new Map();
    for (const { slot, values, example } of wanted) {
      const ghost = before.get(slot) ?? new Row(this, newId(), { ghost: true, slot });
      before.delete(slot);
      this.ghosts.set(slot, ghost);
      this.rows.set(ghost.id, ghost);
      if (!ghost.element.parentNode) this.list.append(ghost.element);
      ghost.prepare(values, example);
    }
    for (const gone of before.values()) { this.rows.delete(gone.id); gone.element.remove(); }
  }

  nextPosition() {
    const known = [...this.rows.values()].map((row) => row.position).filter(Number.isFinite);
    return Math.max(this.data.next_position - 1, ...known) + 1;
  }

  focusBelow(row, field) {
    const below = row.element.nextElementSibling;
    const next = below && this.rows.get(below.dataset.id);
    next?.cells.get(field.name)?.control.focusable.focus();
  }

  move(row, way) {
    const sorted = [...this.rows.values()].filter((other) => !other.ghost).sort(inOrder);
    const at = sorted.indexOf(row);
    const neighbour = sorted[at + way];
    if (at < 0 || !neighbour) return;
    const beyond = sorted[at + 2 * way];
    const position = beyond ? (neighbour.position + beyond.position) / 2 : neighbour.position + way;
    const fits = (position - neighbour.position) * way > 0 && !(beyond && (beyond.position - position) * way <= 0);
    this.place(fits ? [[row, position]] : this.apart(sorted, at, way));
    const active = this.root.getRootNode().activeElement;
    active?.blur();
    this.order();
    active?.focus();
    this.say(this.data.words.moved.replace("{title}", row.title).replace("{place}", String(at + way + 1)));
  }

  // Two lines may stand on one position, where two people added them at once: set all apart.
  apart(sorted, at, way) {
    const lowest = sorted[0].position;
    const step = (sorted[sorted.length - 1].position - lowest) / (sorted.length - 1) || 1;
    [sorted[at], sorted[at + way]] = [sorted[at + way], sorted[at]];
    return sorted.map((row, index) => [row, lowest + index * step]);
  }

  place(places) {
    const moved = places.filter(([row, position]) => row.position !== position);
    outbox.put(this.data.strategy, moved.map(([row, position]) => (
      { type: row.type, record: row.id, field: "position", base: row.position, new: position })));
    for (const [row, position] of moved) row.position = position;
  }

  remove(row) {
    if (!row.ghost) leaving(this, row.latest?.uses, () => this.takeAway(row));
  }

  takeAway(row) {
    const next = row.element.nextElementSibling;
    for (const entry of outbox.entriesOf(row.type)) {
      if (entry.state !== "ready" && entry.edits.every((e) => e.record === row.id)) outbox.drop(entry.op);
    }
    outbox.put(this.data.strategy, [{ type: row.type, record: row.id, field: "exists", base: true, new: null }]);
    this.rows.delete(row.id);
    row.element.remove();
    this.data.rows = this.data.rows.filter((raw) => raw.id !== row.id);
    const target = next && this.rows.get(next.dataset.id);
    target?.cells.values().next().value?.control.focusable.focus();
    this.say(this.data.words.removed);
  }

  say(text) {
    if (!this.voice) { this.voice = make("div", { class: "voice", role: "status" }); this.root.append(this.voice); }
    this.voice.textContent = text;
  }

  heard(event) {
    if (!this.data || !this.root.isConnected) return;
    if (event.kind === "adopted") { this.draw(); return; }
    if (event.kind === "yield") {
      giveWay(this.rows.values());
      return;
    }
    if (event.kind === "quiet") {
      // A new record whose text was emptied again is no record.
      for (const [id, row] of this.rows) {
        if (!row.fresh || row.ghost || outbox.entryFor(row.type, id)) continue;
        if (this.data.rows.some((raw) => raw.id === id)) continue;
        if (row.element.contains(this.root.getRootNode().activeElement)) continue;
        this.rows.delete(id);
        row.element.remove();
        this.prepareGhosts();
      }
      return;
    }
    if (event.kind !== "settled") return;
    for (const edit of event.entry.edits) {
      if (edit.type !== this.data.type) continue;
      const row = this.rows.get(edit.record);
      row?.cells.get(edit.field)?.settled(event.entry, event.result);
    }
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".editor");
  (root.editor ??= new Editor(root)).render(data);
}
