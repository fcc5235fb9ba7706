// A ladder: rungs of several types in one order, in bands that stand for a field's choices
// (a priority).  A rung's place is its band, then its position; its number is counted, not
// stored.  Its texts are the same cells as in the editor.

class Rung {
  constructor(ladder, raw) {
    this.editor = ladder; // what a Cell asks its row for
    this.ladder = ladder;
    this.type = raw.type;
    this.id = raw.id;
    this.values = {};
    this.position = raw.position;
    this.cells = new Map();
    const { data } = ladder;
    this.kind = data.types[raw.type];
    this.element = make("article", { class: "rung" });
    this.element.dataset.id = raw.id;
    this.number = make("span", { class: "number", "aria-hidden": "true" });
    this.handle = make("button", { type: "button", class: "handle", title: data.words.move_help }, this.number, make("span", { class: "grip", "aria-hidden": "true" }, "⠿"));
    this.handle.addEventListener("keydown", (event) => this.key(event));
    const who = make("div", { class: "who" }, this.cell(this.kind.name, "name"), this.cell(this.kind.mark, "mark"));
    const more = this.kind.cells.map((field) => {
      const label = make("span", { class: "label", "aria-hidden": "true" }, field.label);
      return make("div", { class: `more kind-${field.kind}`, title: field.help }, label, this.cell(field, "said"));
    });
    this.hint = make("p", { class: "hint", hidden: true });
    this.element.append(this.handle, who, ...more, this.hint);
  }

  cell(field, look) {
    const cell = new Cell(this, { ...field, example: "" }, field.label);
    cell.element.classList.add(look);
    this.cells.set(field.name, cell);
    return cell.element;
  }

  creation() { return this.birth ? this.birth.map((edit) => ({ ...edit })) : null; }

  get title() { return this.cells.get(this.kind.name.name).control.get() ?? ""; }

  // A field as it will be once what is under way is stored.
  value(name) {
    const entry = outbox.entryFor(this.type, this.id, name);
    if (entry) return entry.edits.findLast((e) => e.field === name && e.record === this.id).new;
    return name === "position" ? this.position : this.values[name] ?? null;
  }

  get band() { return this.value(this.ladder.data.band) ?? ""; }

  adopt(raw) {
    this.values = raw.values;
    this.position = raw.position;
    for (const [name, cell] of this.cells) cell.adopt({ value: raw.values[name] ?? null, shown: raw.shown?.[name] });
    const hint = this.ladder.data.hints[this.id];
    this.hint.hidden = !hint;
    this.hint.textContent = hint ?? "";
    this.paint();
    remark(this, raw);
  }

  paint() {
    const { words, tones } = this.ladder.data;
    this.element.style.setProperty("--tone", tones[this.value(this.kind.mark.name)] ?? tones[this.type] ?? "");
    this.handle.setAttribute("aria-label", words.move.replace("{title}", this.title));
  }

  key(event) {
    const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (way) { event.preventDefault(); this.ladder.step(this, way); }
    if (event.key === "Delete" || event.key === "Backspace") { event.preventDefault(); this.ladder.remove(this); }
    if (event.key === "Enter") { event.preventDefault(); this.cells.get(this.kind.name.name).control.focusable.focus(); }
  }
}

// What is being written at the foot of a band: a record that may come to be.
class Line {
  constructor(draft) {
    this.draft = draft;
    this.editor = draft.ladder;
    this.type = draft.ladder.data.adds;
    this.id = newId();
  }

  creation() {
    const { ladder, band } = this.draft;
    if (!this.birth) {
      const base = { type: this.type, record: this.id, base: null };
      this.birth = [{ ...base, field: "exists", new: true }, { ...base, field: "position", new: ladder.nextPosition() }];
      if (band.id) this.birth.push({ ...base, field: ladder.data.band, new: band.id });
    }
    return this.birth.map((edit) => ({ ...edit }));
  }
}

// The place at the foot of a band where new rungs are written.
class Draft {
  constructor(ladder, band) {
    this.ladder = ladder;
    this.band = band;
    this.element = make("div", { class: "adder" });
    this.fresh();
  }

  fresh() {
    const { data } = this.ladder;
    const line = new Line(this);
    this.line = line;
    this.cell = new Cell(line, { ...data.types[line.type].name, example: data.words.add }, `${data.words.add} ${this.band.label}`);
    this.cell.adopt({ value: null });
    this.cell.element.addEventListener("focusout", () => queueMicrotask(() => line === this.line && this.settle()));
    this.element.replaceChildren(this.cell.element);
  }

  // What was written becomes a rung; the place is free again.
  settle(focus = false) {
    if (!outbox.entryFor(this.line.type, this.line.id)) return;
    this.fresh();
    if (focus) this.cell.control.focusable.focus();
    this.ladder.adoptWaiting();
  }
}

class Ladder {
  constructor(root) {
    this.root = root;
    this.rungs = new Map();
    this.voice = make("div", { class: "voice", role: "status" });
    outbox.subscribe((event) => this.heard(event));
    draggable(root, {
      handle: (event) => {
        const from = event.composedPath()[0];
        if (from.closest("textarea, input, select, button:not(.handle), .problem")) return null;
        return from.closest(".rung:not(.ghosted, .ghost)");
      },
      areas: () => [...root.querySelectorAll(".band:not([hidden])")],
      items: (area) => [...area.querySelectorAll(".cards > .rung:not(.ghost)")],
      drop: (item, area, before) => this.place(this.rungs.get(item.dataset.id), area.dataset.band, before?.dataset.id ?? null),
    });
  }

  render(data) {
    const shape = JSON.stringify([data.strategy, data.language, data.bands]);
    this.data = data;
    if (this.shape !== shape) { this.shape = shape; this.build(); }
    const present = new Set(data.rows.map((raw) => raw.id));
    for (const raw of data.rows) {
      let rung = this.rungs.get(raw.id);
      if (!rung) { rung = new Rung(this, raw); this.rungs.set(raw.id, rung); }
      rung.birth = null;
      rung.adopt(raw);
    }
    for (const [id, rung] of this.rungs) {
      if (present.has(id) || outbox.entryFor(rung.type, id)) continue;
      this.rungs.delete(id);
      rung.element.remove();
    }
    this.adoptWaiting();
  }

  build() {
    const { data } = this;
    this.rungs.clear();
    this.bands = new Map();
    this.suggest = make("button", { type: "button", class: "suggest", title: data.words.suggest_help, onclick: () => this.putInOrder() }, data.words.suggest);
    const bands = data.bands.map((band) => {
      const cards = make("div", { class: "cards" });
      const ghosts = band.ghosts.map(([name, help]) => make("div", { class: "rung ghost" }, make("span", { class: "number" }, "·"), make("strong", {}, name), make("span", {}, help)));
      const draft = new Draft(this, band);
      const element = make("section", { class: "band", "aria-label": band.label }, make("h3", {}, band.label), cards, draft.element);
      element.dataset.band = band.id;
      this.bands.set(band.id, { band, element, cards, ghosts, draft });
      return element;
    });
    const head = make("div", { class: "head" }, make("p", {}, data.words.order), this.suggest);
    this.root.replaceChildren(head, ...bands, this.voice);
    this.root.lang = data.language;
  }

  // Rungs that were written and not answered yet, or left by a closed tab.
  adoptWaiting() {
    const drafts = new Set([...this.bands.values()].map(({ draft }) => draft.line.id));
    for (const type of Object.keys(this.data.types)) {
      for (const entry of outbox.entriesOf(type)) {
        const made = entry.edits.find((e) => e.type === type && e.field === "exists" && e.new);
        if (!made || this.rungs.has(made.record) || drafts.has(made.record)) continue;
        const position = entry.edits.find((e) => e.record === made.record && e.field === "position")?.new ?? 0;
        const rung = new Rung(this, { type, id: made.record, position });
        this.rungs.set(made.record, rung);
        const born = ["exists", "position", this.data.band];
        rung.birth = entry.edits.filter((e) => e.record === made.record && born.includes(e.field));
        rung.adopt({ values: {}, position });
      }
    }
    this.order();
  }

  inBand(id) {
    const known = this.bands.has(id) ? id : "";
    return [...this.rungs.values()].filter((rung) => (this.bands.has(rung.band) ? rung.band : "") === known)
      .sort((a, b) => a.value("position") - b.value("position") || this.usual(a) - this.usual(b) || (a.id < b.id ? -1 : 1));
  }

  usual(rung) { return this.data.usual[rung.value(rung.kind.mark.name)] ?? this.data.usual[rung.type] ?? 99; }

  order() {
    const active = this.root.getRootNode().activeElement;
    const empty = this.rungs.size === 0;
    let number = 0;
    for (const [id, { element, cards, ghosts }] of this.bands) {
      const rungs = this.inBand(id);
      cards.querySelectorAll(".ghost").forEach((ghost) => ghost.remove());
      let before = null;
      for (const rung of [...rungs].reverse()) {
        if (rung.element.nextElementSibling !== before || rung.element.parentNode !== cards) {
          const refocus = active && rung.element.contains(active) ? active : null;
          cards.insertBefore(rung.element, before);
          refocus?.focus();
        }
        before = rung.element;
      }
      for (const rung of rungs) { number += 1; rung.number.textContent = String(number); }
      if (empty) cards.append(...ghosts);
      // Nothing is left undecided on purpose: that band is there while somebody is in it.
      element.hidden = id === "" && rungs.length === 0;
    }
    this.suggest.disabled = !this.methodEdits().length;
  }

  nextPosition() {
    const known = [...this.rungs.values()].map((rung) => rung.value("position")).filter(Number.isFinite);
    return Math.max(0, ...known) + 1;
  }

  // The edits that give these rungs these values, those that have them already left out.
  edits(wanted) {
    return wanted.flatMap(([rung, values]) => Object.entries(values)
      .map(([field, value]) => ({ type: rung.type, record: rung.id, field, base: rung.value(field), new: value }))
      .filter((edit) => !same(edit.base, edit.new)));
  }

  place(rung, band, beforeId) {
    const others = this.inBand(band).filter((other) => other !== rung);
    const found = beforeId ? others.findIndex((other) => other.id === beforeId) : -1;
    const at = found < 0 ? others.length : found;
    const between = positionBetween(others[at - 1]?.value("position"), others[at]?.value("position"), rung.value("position"));
    const where = { [this.data.band]: band || null };
    const line = [...others.slice(0, at), rung, ...others.slice(at)];
    const wanted = between !== null
      ? [[rung, { ...where, position: between }]]
      : line.map((other, n) => [other, { ...(other === rung ? where : {}), position: n + 1 }]);
    const edits = this.edits(wanted);
    if (!edits.length) return;
    outbox.put(this.data.strategy, edits);
    this.order();
    const { label } = this.bands.get(band).band;
    this.say(this.data.words.moved.replace("{title}", rung.title).replace("{area}", label).replace("{place}", rung.number.textContent));
  }

  // One step up or down, over the edge of a band into the next one.
  step(rung, way) {
    const here = this.bands.has(rung.band) ? rung.band : "";
    const list = this.inBand(here);
    const at = list.indexOf(rung);
    if (at + way >= 0 && at + way < list.length) this.place(rung, here, list[way > 0 ? at + 2 : at - 1]?.id ?? null);
    else {
      const ids = [...this.bands.keys()].filter((id) => id || here === "");
      const target = ids[ids.indexOf(here) + way];
      if (target === undefined) return;
      this.place(rung, target, way > 0 ? this.inBand(target)[0]?.id ?? null : null);
    }
    rung.handle.focus();
  }

  methodEdits() {
    const lines = this.data.method.map(({ id, band }) => [this.rungs.get(id), band]).filter(([rung]) => rung);
    const now = [...this.bands.keys()].flatMap((id) => this.inBand(id));
    const there = lines.every(([rung, band], n) => now[n] === rung && same(rung.value(this.data.band), band));
    if (there) return [];
    return this.edits(lines.map(([rung, band], n) => [rung, { [this.data.band]: band, position: n + 1 }]));
  }

  putInOrder() {
    const edits = this.methodEdits();
    if (!edits.length) return;
    outbox.put(this.data.strategy, edits);
    this.order();
    this.say(this.data.words.suggested);
  }

  remove(rung) {
    leaving(this, this.data.rows.find((raw) => raw.id === rung.id)?.uses, () => this.takeAway(rung));
  }

  takeAway(rung) {
    const all = [...this.bands.keys()].flatMap((id) => this.inBand(id));
    const next = all[all.indexOf(rung) + 1] ?? all[all.indexOf(rung) - 1];
    outbox.put(this.data.strategy, [{ type: rung.type, record: rung.id, field: "exists", base: true, new: null }]);
    this.rungs.delete(rung.id);
    rung.element.remove();
    this.data.rows = this.data.rows.filter((raw) => raw.id !== rung.id);
    this.order();
    next?.handle.focus();
    this.say(this.data.words.removed);
  }

  // A Cell's Enter: from a new line to the next one, from a text to the same one below.
  focusBelow(row, field) {
    if (row instanceof Line) return row.draft.settle(true);
    const all = [...this.bands.keys()].flatMap((id) => this.inBand(id));
    const below = all[all.indexOf(row) + 1];
    const cell = below?.cells.get(field.name) ?? below?.cells.get(below.kind.name.name);
    (cell ?? this.bands.get(row.band)?.draft.cell)?.control.focusable.focus();
  }

  draw() { this.render(this.data); }

  say(text) { this.voice.textContent = text; }

  heard(event) {
    if (!this.data || !this.root.isConnected) return;
    if (event.kind === "adopted") { this.adoptWaiting(); return; }
    if (event.kind === "yield") {
      giveWay(this.rungs.values());
      return;
    }
    if (event.kind !== "settled") return;
    for (const edit of event.entry.edits) {
      const rung = this.rungs.get(edit.record);
      if (!rung) continue;
      if (event.result.status === "saved") {
        if (edit.field === "position") rung.position = edit.new;
        else if (edit.field === this.data.band) rung.values = { ...rung.values, [edit.field]: edit.new };
      } else if ([this.data.band, "position"].includes(edit.field) && ["conflict", "gone"].includes(event.entry.state)) {
        // Somebody else put it elsewhere meanwhile, or away: theirs stands.
        outbox.drop(event.entry.op);
        this.say(event.result.message);
      }
      rung.cells.get(edit.field)?.settled(event.entry, event.result);
      rung.paint();
    }
    this.order();
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".ladder");
  (root.ladder ??= new Ladder(root)).render(data);
}
