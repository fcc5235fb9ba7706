// A table to fill in: each row a record, its group one of its choices.  A group without a
// record has an empty row that waits for one; the cells are the same as in the editor.

class GroupedRow {
  constructor(table, id, group, example = false) {
    this.editor = table; // what a Cell asks its row for
    this.table = table;
    this.type = table.data.type;
    this.id = id;
    this.group = group;
    this.cells = new Map();
    this.known = false;
    const { data } = table;
    this.element = make("div", { class: "row", role: "row" });
    this.element.dataset.id = id;
    for (const column of data.columns) {
      const label = make("span", { class: "label", "aria-hidden": "true" }, column.label);
      const cells = column.fields.map((field) => this.cell(field, example));
      this.element.append(make("div", { class: "slot", role: "cell" }, label, ...cells));
    }
    this.element.addEventListener("change", () => this.spare());
    this.remove = make("button", { type: "button", class: "remove", onclick: () => table.remove(this) }, "×");
    this.element.append(make("div", { class: "slot tools", role: "cell" }, this.remove));
  }

  cell(field, example) {
    const cell = new Cell(this, this.table.live(field, example), field.label);
    cell.element.title = field.help;
    this.cells.set(field.name, cell);
    return cell.element;
  }

  // Where the first field of a column has its answer, an empty second one is not asked.
  spare() {
    for (const { fields: [first, ...others] } of this.table.data.columns) {
      for (const other of others) {
        const cell = this.cells.get(other.name);
        cell.element.hidden = this.cells.get(first.name).control.get() !== null && cell.control.get() === null && !cell.entry;
      }
    }
  }

  // The edits that bring a new record into being: they go with whatever is written in it
  // until the server has it.
  creation() {
    if (this.known) return null;
    if (!this.birth) {
      const base = { type: this.type, record: this.id, base: null };
      this.birth = [{ ...base, field: "exists", new: true }, { ...base, field: "position", new: this.table.nextPosition() }];
      if (this.group) this.birth.push({ ...base, field: this.table.data.group.name, new: this.group });
    }
    return this.birth.map((edit) => ({ ...edit }));
  }

  adopt(raw) {
    this.known = Boolean(raw);
    this.position = raw?.position ?? Infinity;
    for (const [name, cell] of this.cells) cell.adopt({ value: raw?.values[name] ?? null, shown: raw?.shown?.[name] });
    this.spare();
    remark(this, raw);
    this.remove.hidden = !this.known;
    const label = this.table.data.words.delete.replace("{title}", this.table.label(this.group));
    this.remove.title = label;
    this.remove.setAttribute("aria-label", label);
  }

  get waiting() { return outbox.entriesOf(this.type).some((entry) => entry.edits.some((e) => e.record === this.id)); }
}

class Grouped {
  constructor(root) {
    this.root = root;
    this.rows = new Map();
    this.voice = make("div", { class: "voice", role: "status" });
    outbox.subscribe((event) => this.heard(event));
  }

  label(code) { return this.data.groups.find((group) => group.code === code)?.label ?? ""; }

  // A field whose links offer what there is now.
  live(field, example) {
    const table = this;
    return { ...field, example: example ? field.example : "", get options() { return table.data.options[field.to] ?? []; } };
  }

  render(data) {
    const shape = JSON.stringify([data.strategy, data.language, data.columns.map((column) => column.label)]);
    this.data = data;
    if (this.shape !== shape) { this.shape = shape; this.build(); }
    const present = new Set(data.rows.map((raw) => raw.id));
    for (const [id, row] of this.rows) {
      // A row that was deleted elsewhere goes; one that is being written stays.
      if (present.has(id) || row.waiting || !row.known) continue;
      this.rows.delete(id);
      row.element.remove();
    }
    for (const raw of data.rows) {
      const code = raw.values[data.group.name] ?? "";
      const group = this.groups.has(code) ? code : "";
      const row = this.rows.get(raw.id) ?? new GroupedRow(this, raw.id, group);
      this.rows.set(raw.id, row);
      row.group = group;
      row.adopt(raw);
    }
    this.order();
  }

  build() {
    const { data } = this;
    this.rows.clear();
    this.first = true;
    const headings = [data.heading, ...data.columns.map((column) => column.label)];
    const head = make("div", { class: "head", role: "row" }, ...headings.map((heading) => make("div", { role: "columnheader" }, heading)));
    this.groups = new Map(data.groups.map((group) => {
      const label = data.words.another.replace("{title}", group.label);
      const more = make("button", { type: "button", class: "more", title: label, "aria-label": label, onclick: () => this.another(group.code) }, "+");
      const name = make("div", { class: "group-name", role: "rowheader" }, make("strong", {}, group.label), make("span", { class: "help" }, group.help), more);
      const holder = make("div", { class: "rows", role: "presentation" });
      const element = make("section", { class: "group", role: "rowgroup", "aria-label": group.label }, make("div", { role: "row" }, name), holder);
      element.dataset.group = group.code;
      return [group.code, { element, holder, more }];
    }));
    const sheet = make("div", { role: "table", "aria-label": data.heading }, make("div", { role: "rowgroup" }, head), ...[...this.groups.values()].map(({ element }) => element));
    sheet.style.setProperty("--before", String(data.columns.length - 2));
    this.root.replaceChildren(sheet, this.voice);
    this.root.lang = data.language;
  }

  inGroup(code) {
    return [...this.rows.values()].filter((row) => row.group === code)
      .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  }

  order() {
    for (const [code, { element, holder, more }] of this.groups) {
      if (code && !this.inGroup(code).length) this.add(code);
      const rows = this.inGroup(code);
      // An empty row that waited is not needed any more where others brought one.
      const idle = rows.filter((row) => !row.known && !row.waiting && !row.element.contains(this.root.getRootNode().activeElement) && !row.asked);
      for (const row of idle) {
        if (rows.length === 1) break;
        rows.splice(rows.indexOf(row), 1);
        this.rows.delete(row.id);
        row.element.remove();
      }
      rows.forEach((row, n) => {
        if (holder.children[n] !== row.element) holder.insertBefore(row.element, holder.children[n] ?? null);
      });
      element.hidden = !rows.length;
      more.hidden = !code || !rows.every((row) => row.known);
    }
  }

  add(code) {
    const row = new GroupedRow(this, newId(), code, this.first);
    this.first = false;
    this.rows.set(row.id, row);
    row.adopt(null);
    return row;
  }

  another(code) {
    const row = this.add(code);
    row.asked = true;
    this.order();
    row.cells.values().next().value.control.focusable.focus();
  }

  nextPosition() {
    const known = [...this.rows.values()].map((row) => row.position).filter(Number.isFinite);
    return Math.max(this.data.next_position - 1, ...known) + 1;
  }

  remove(row) {
    leaving(this, this.data.rows.find((raw) => raw.id === row.id)?.uses, () => this.takeAway(row));
  }

  takeAway(row) {
    outbox.put(this.data.strategy, [{ type: row.type, record: row.id, field: "exists", base: true, new: null }]);
    this.rows.delete(row.id);
    row.element.remove();
    this.data.rows = this.data.rows.filter((raw) => raw.id !== row.id);
    this.order();
    this.inGroup(row.group)[0]?.cells.values().next().value.control.focusable.focus();
    this.voice.textContent = this.data.words.removed;
  }

  focusBelow(row, field) {
    const all = [...this.groups.keys()].flatMap((code) => this.inGroup(code));
    all[all.indexOf(row) + 1]?.cells.get(field.name)?.control.focusable.focus();
  }

  draw() { this.render(this.data); }

  heard(event) {
    if (!this.data || !this.root.isConnected) return;
    if (event.kind === "yield") {
      giveWay(this.rows.values());
      return;
    }
    if (event.kind !== "settled") return;
    for (const edit of event.entry.edits) this.rows.get(edit.record)?.cells.get(edit.field)?.settled(event.entry, event.result);
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".grouped");
  (root.grouped ??= new Grouped(root)).render(data);
}
