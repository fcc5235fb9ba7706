// One record on a sheet: its fields as cells, laid out as the page asked.

class SheetCard {
  constructor(sheet, section, id, { ghost = false, whole = false } = {}) {
    this.editor = sheet; // what a Cell asks its row for
    this.sheet = sheet;
    this.type = section.type;
    this.home = section;
    this.id = id;
    this.ghost = ghost;
    this.whole = whole; // a ghost shown in full, as an example of what stands here
    this.values = {};
    this.position = null;
    this.cells = new Map();
    const plan = sheet.data.types[this.type];
    this.first = plan.slots[0].field;
    this.element = make("article", { class: ghost ? `card ghost${whole ? "" : " slim"}` : "card" });
    this.element.dataset.id = id;
    this.badge = make("span", { class: "badge", hidden: true, role: "img" });
    this.missing = make("ul", { class: "missing", hidden: true });
    const body = make("div", { class: "body" }, ...plan.slots.map((slot) => this.slot(slot, plan.fields[slot.field], section)));
    this.element.append(body, this.missing, this.badge);
    if (plan.single) return;
    const { words } = sheet.data;
    this.handle = make("button", { type: "button", class: "handle", title: words.move_help }, "⠿");
    this.handle.addEventListener("keydown", (event) => this.key(event));
    this.cross = make("button", { type: "button", class: "cross", title: words.remove, onclick: () => sheet.remove(this) }, "×");
    this.element.prepend(this.handle);
    this.element.append(this.cross);
  }

  slot(slot, field, section) {
    // A ghost's grey texts are the section's own example; its cells are for this card alone.
    const cell = new Cell(this, { ...field, options: this.sheet.data.options[field.to], example: this.example(field, section) }, field.label);
    cell.element.title = field.help;
    this.cells.set(field.name, cell);
    const element = make("div", { class: `slot look-${slot.look}${slot.large ? " large" : ""}` },
      ["title", "plain"].includes(slot.look) ? null : make("span", { class: "label", "aria-hidden": "true" }, slot.label), cell.element);
    element.dataset.field = slot.field;
    element.style.setProperty("--span", slot.span);
    return element;
  }

  example(field, section) {
    if (this.ghost && field.name === this.first && !this.whole) return section.adds;
    return section.examples[field.name] ?? field.example;
  }

  // The edits that bring a new card into being: they go with whatever is typed in it until
  // the server has it, since the first of them may be refused.
  creation() {
    if (this.ghost) {
      this.ghost = false;
      this.element.classList.remove("ghost", "slim");
      this.position = this.sheet.nextPosition(this.type);
      const base = { type: this.type, record: this.id, base: null };
      this.birth = [{ ...base, field: "exists", new: true }, { ...base, field: "position", new: this.position }];
      const { by, codes } = this.home;
      if (by && codes[0] !== null) {
        this.birth.push({ ...base, field: by, new: codes[0] });
        this.values = { [by]: codes[0] };
      }
      this.sheet.born(this);
    }
    return this.birth ? this.birth.map((edit) => ({ ...edit })) : null;
  }

  get title() {
    const said = this.cells.get(this.first).control.get();
    return (typeof said === "string" && said.slice(0, 60)) || this.sheet.data.words.nameless;
  }

  // A field as it will be once what is under way is stored.
  value(name) {
    const entry = outbox.entryFor(this.type, this.id, name);
    if (entry) return entry.edits.findLast((e) => e.field === name && e.record === this.id).new;
    return name === "position" ? this.position : this.values[name] ?? null;
  }

  get rank() { return this.sheet.data.remarks[this.id]?.rank ?? 0; }

  adopt(raw) {
    this.values = raw.values;
    this.position = raw.position;
    const { options } = this.sheet.data;
    for (const [name, cell] of this.cells) {
      cell.adopt({ value: raw.values[name] ?? null, shown: raw.shown?.[name] });
      const offered = cell.field.to && options[cell.field.to];
      if (offered && !same(offered, cell.field.options)) {
        cell.field.options = offered;
        if (!cell.focused) cell.control.set(cell.control.get());
      }
    }
    const filled = Object.keys(raw.values).length || outbox.entriesOf(this.type).some((entry) => entry.edits.some((e) => e.record === this.id));
    this.element.classList.toggle("blank", !filled);
    this.remark();
    remark(this, raw);
  }

  remark() {
    const remark = this.sheet.data.remarks[this.id];
    this.badge.hidden = !remark?.badge;
    this.badge.textContent = remark?.badge ?? "";
    this.badge.setAttribute("aria-label", `${remark?.badge_label ?? ""} ${remark?.badge ?? ""}`);
    this.missing.hidden = !remark?.missing.length;
    this.missing.replaceChildren(...(remark?.missing ?? []).map((text) => make("li", {}, text)));
    this.name();
  }

  name() {
    const { words } = this.sheet.data;
    this.handle?.setAttribute("aria-label", words.move.replace("{title}", this.title));
    this.cross?.setAttribute("aria-label", words.remove_card.replace("{title}", this.title));
  }

  key(event) {
    const way = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    if (way) { event.preventDefault(); this.sheet.step(this, ...way); }
    if (event.key === "Delete" || event.key === "Backspace") { event.preventDefault(); this.sheet.remove(this); }
    if (event.key === "Enter") { event.preventDefault(); this.cells.get(this.first).control.focusable.focus(); }
  }
}
