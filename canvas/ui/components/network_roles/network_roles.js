// The networks in the order of the ranking, each with its role, its reason and its hours.

// A choice whose few answers stand side by side; the one that stands is taken back by a
// second click.
CONTROLS.segments = (field, on) => {
  const element = make("div", { class: "segments", role: "radiogroup" });
  const name = newId();
  const radios = field.choices.map((choice) => {
    const radio = make("input", { type: "radio", name, value: choice.code });
    radio.addEventListener("change", () => { mark(); on.left(); });
    radio.addEventListener("click", () => {
      if (radio.dataset.was === "1") { radio.checked = false; mark(); on.left(); }
    });
    element.append(make("label", { title: choice.help || "" }, radio, make("span", {}, choice.label)));
    return radio;
  });
  // A radio is checked before its click is heard: remember what stood.
  element.addEventListener("pointerdown", () => mark(), true);
  const mark = () => radios.forEach((radio) => { radio.dataset.was = radio.checked ? "1" : ""; });
  return {
    element,
    get focusable() { return radios.find((radio) => radio.checked) ?? radios[0]; },
    get: () => radios.find((radio) => radio.checked)?.value ?? null,
    set: (value) => { for (const radio of radios) radio.checked = radio.value === value; mark(); },
  };
};

class RoleRow {
  constructor(editor, raw) {
    this.editor = editor;
    this.type = editor.data.type;
    this.id = raw.id;
    this.cells = new Map();
    const { words } = editor.data;
    this.rank = make("span", { class: "rank" });
    this.name = make("strong");
    this.total = make("span", { class: "total" });
    this.suggested = make("small");
    const slots = editor.data.fields.map((field) => {
      const segmented = field.name === "role" ? { ...field, kind: "segments" } : { ...field, example: `${field.label}…` };
      const label = field.name === "role" ? words.role.replace("{network}", raw.title) : `${field.label}, ${raw.title}`;
      const cell = new Cell(this, segmented, label);
      cell.element.title = field.help;
      this.cells.set(field.name, cell);
      return make("div", { class: `slot ${field.name}` }, cell.element);
    });
    slots[0].append(this.suggested);
    this.hints = make("dl");
    this.more = make("details", {}, make("summary", {}, words.hint), this.hints);
    this.element = make("div", { class: "row", role: "listitem" },
      this.rank, make("div", { class: "who" }, this.name, this.total), ...slots, this.more);
  }

  creation() { return null; }

  adopt(raw) {
    const { words } = this.editor.data;
    this.suggestion = raw.suggested;
    this.rank.textContent = raw.rank ?? "–";
    this.name.textContent = raw.title;
    this.total.textContent = raw.total;
    this.element.classList.toggle("obsolete", raw.obsolete);
    for (const [name, cell] of this.cells) cell.adopt({ value: raw.values[name] ?? null, shown: raw.shown?.[name] });
    remark(this, raw);
    const differs = raw.suggested && raw.suggested !== this.cells.get("role").control.get();
    this.suggested.textContent = differs ? words.suggested.replace("{role}", raw.suggested_label) : "";
    const key = JSON.stringify(raw.hints);
    this.more.hidden = raw.hints.length === 0;
    if (this.key === key) return;
    this.key = key;
    this.more.open ||= raw.obsolete;
    this.hints.replaceChildren(...raw.hints.flatMap(({ label, text, source }) => [
      make("dt", {}, label), make("dd", {}, text, " ", make("small", {}, `(${source})`)),
    ]));
  }
}

class Roles {
  constructor(root) {
    this.root = root;
    this.rows = new Map();
    this.heading = make("h3");
    this.follow = make("button", { type: "button", onclick: () => this.takeSuggested() });
    this.limit = make("p", { class: "limit", role: "status" });
    this.list = make("div", { class: "list", role: "list" });
    this.costs = make("ul", { class: "costs" });
    this.obsolete = make("p", { class: "foot" });
    root.replaceChildren(make("header", {}, this.heading, this.follow), this.limit, this.list, this.costs, this.obsolete);
    outbox.subscribe((event) => this.heard(event));
    root.addEventListener("focusout", () => queueMicrotask(() => this.data && this.order()));
  }

  render(data) {
    const shape = JSON.stringify([data.strategy, data.language]);
    this.data = data;
    if (this.shape !== shape) { this.shape = shape; this.rows.clear(); this.list.replaceChildren(); }
    const { words } = data;
    this.root.lang = data.language;
    this.heading.textContent = words.heading;
    this.follow.textContent = words.follow;
    if (this.limit.textContent !== data.limit) this.limit.textContent = data.limit;
    this.limit.classList.toggle("exceeded", data.exceeded);
    const present = new Set(data.rows.map(({ id }) => id));
    for (const [id, row] of this.rows) if (!present.has(id)) { row.element.remove(); this.rows.delete(id); }
    for (const raw of data.rows) {
      let row = this.rows.get(raw.id);
      if (!row) { row = new RoleRow(this, raw); this.rows.set(raw.id, row); }
      row.adopt(raw);
    }
    this.follow.hidden = !this.suggestions().length;
    this.costs.replaceChildren(...data.costs.map((cost) => make("li", {}, cost)));
    this.obsolete.textContent = data.obsolete;
    this.order();
  }

  // The order of the ranking, but never under somebody's hands.
  order() {
    const active = this.root.getRootNode().activeElement;
    if (this.list.childElementCount && active && this.list.contains(active)) {
      for (const row of this.rows.values()) if (!row.element.isConnected) this.list.append(row.element);
      return;
    }
    this.data.rows.forEach(({ id }, n) => {
      const { element } = this.rows.get(id);
      if (this.list.children[n] !== element) this.list.insertBefore(element, this.list.children[n] ?? null);
    });
  }

  suggestions() {
    return [...this.rows.values()].flatMap((row) => {
      const base = row.cells.get("role").control.get();
      if (!row.suggestion || row.suggestion === base) return [];
      return [{ type: row.type, record: row.id, field: "role", base, new: row.suggestion }];
    });
  }

  takeSuggested() {
    const edits = this.suggestions();
    outbox.put(this.data.strategy, edits);
    for (const edit of edits) {
      const cell = this.rows.get(edit.record).cells.get("role");
      cell.adopt(cell.latest);
    }
    this.follow.hidden = true;
  }

  focusBelow(row, field) {
    const below = row.element.nextElementSibling;
    [...this.rows.values()].find(({ element }) => element === below)?.cells.get(field.name)?.control.focusable.focus();
  }

  draw() { this.render(this.data); }

  heard(event) {
    if (!this.data || !this.root.isConnected) return;
    if (event.kind === "adopted") { this.draw(); return; }
    if (event.kind === "yield") {
      giveWay(this.rows.values());
      return;
    }
    if (event.kind !== "settled") return;
    for (const edit of event.entry.edits) {
      if (edit.type === this.data.type) this.rows.get(edit.record)?.cells.get(edit.field)?.settled(event.entry, event.result);
    }
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".roles");
  (root.roles ??= new Roles(root)).render(data);
}
