// One record in a list: its line, its details.

class Row {
  constructor(editor, id, { ghost = false, slot = null } = {}) {
    this.editor = editor;
    this.type = editor.data.type;
    this.id = id;
    this.ghost = ghost;
    this.slot = slot;
    this.given = {};
    this.position = null;
    this.cells = new Map();
    this.open = false;
    this.element = make("div", { class: ghost ? "row ghost" : "row", role: "listitem" });
    this.element.dataset.id = id;
    this.main = make("div", { class: "main" });
    this.element.append(this.main);
    for (const field of editor.data.fields) {
      if (!field.in_list) continue;
      const cell = this.cell(field);
      this.main.append(make("div", { class: "slot" }, make("span", { class: "label", "aria-hidden": "true" }, field.label), cell.element));
    }
    const words = editor.data.words;
    this.tools = make("div", { class: "tools" });
    if (editor.hasDetails && !editor.data.open) {
      this.toggle = make("button", { type: "button", class: "tool toggle", title: words.details, "aria-label": words.details, "aria-expanded": "false" }, "›");
      this.toggle.onclick = () => this.expand(!this.open);
      this.tools.append(this.toggle);
    }
    this.remove = make("button", { type: "button", class: "tool remove", title: words.remove, "aria-label": words.remove }, "×");
    this.remove.onclick = () => editor.remove(this);
    this.tools.append(this.remove);
    this.main.append(this.tools);
    // A line beyond those that are asked for opens once somebody writes in it.
    if (editor.data.open && !(ghost && slot === null)) this.expand(true);
    this.main.addEventListener("keydown", (event) => {
      if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
        event.preventDefault();
        editor.move(this, event.key === "ArrowUp" ? -1 : 1);
      }
    });
  }

  cell(field) {
    const cell = new Cell(this, field, field.label);
    this.cells.set(field.name, cell);
    return cell;
  }

  // What a record of this blank line will have before anybody typed in it, and an example
  // of what to type.
  prepare(given, example) {
    this.given = given;
    if (example) this.cells.values().next().value.control.focusable.placeholder = example;
    this.element.classList.toggle("prepared", Object.keys(given).length > 0);
    this.adopt({ values: given, shown: {}, own: true });
  }

  get title() {
    for (const cell of this.cells.values()) {
      const value = cell.control.get();
      if (typeof value === "string" && value && cell.field.kind === "text") return value.slice(0, 60);
    }
    return "";
  }

  // The edits that bring a new record into being: they go with whatever is typed in it
  // until the server has it, since the first of them may be refused.  What is typed itself
  // takes the place of what the field came filled in with.
  creation(typed) {
    if (this.ghost) {
      this.ghost = false;
      this.fresh = true;
      this.element.classList.remove("ghost");
      this.position = this.editor.nextPosition();
      this.editor.ghosts.delete(this.slot);
      this.editor.prepareGhosts();
      const begin = (field, value) => ({ type: this.type, record: this.id, field, base: null, new: value });
      this.birth = [begin("exists", true), begin("position", this.position),
        ...Object.entries(this.given).map(([name, value]) => begin(name, value))];
      if (this.editor.data.open) this.expand(true);
    }
    this.birth &&= this.birth.filter((edit) => edit.field !== typed);
    return this.fresh && this.birth ? this.birth.map((edit) => ({ ...edit })) : null;
  }

  expand(open) {
    this.open = open;
    this.toggle?.setAttribute("aria-expanded", String(open));
    this.element.classList.toggle("open", open);
    if (open && !this.details) {
      this.details = this.buildDetails();
      this.element.append(this.details);
      this.adopt(this.latest ?? { values: {}, shown: {} });
    }
    if (this.details) this.details.hidden = !open;
    remark(this, this.latest);
  }

  buildDetails() {
    const { data } = this.editor;
    const details = make("div", { class: "details" });
    const groups = new Map();
    for (const field of data.fields) {
      if (field.in_list && data.mode === "list") continue;
      const heading = field.group || "";
      if (!groups.has(heading)) {
        const body = make("div", { class: "fields" });
        groups.set(heading, body);
        const fieldset = make("fieldset", {}, make("legend", { class: heading ? "" : "quiet" }, heading || data.one), body);
        details.append(fieldset);
      }
      const cell = this.cell(field);
      const wide = field.multiline || ["lines", "choices", "links"].includes(field.kind);
      groups.get(heading).append(make("div", { class: wide ? "field wide" : "field" },
        make("span", { class: "label", "aria-hidden": "true" }, field.label),
        cell.element,
        make("span", { class: "help" }, field.help)));
    }
    if (data.mode === "list" && !data.open) {
      const words = data.words;
      this.used = make("p", { class: "used", hidden: true });
      details.append(this.used);
      const button = (text, act) => make("button", { type: "button", onclick: act }, text);
      details.append(make("div", { class: "actions" },
        button(words.move_up, () => this.editor.move(this, -1)),
        button(words.move_down, () => this.editor.move(this, 1)),
        button(words.remove, () => this.editor.remove(this))));
    }
    return details;
  }

  adopt(row) {
    this.latest = row;
    if (this.used) {
      this.used.textContent = row.uses?.said ?? "";
      this.used.hidden = !row.uses;
    }
    const moving = outbox.entryFor(this.type, this.id, "position");
    if (row.position !== undefined && !moving) this.position = row.position;
    for (const [name, cell] of this.cells) {
      cell.adopt({ value: row.values[name] ?? null, shown: row.shown?.[name], own: row.own });
    }
    remark(this, row);
  }
}
