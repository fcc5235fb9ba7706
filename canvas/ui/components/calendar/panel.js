// All that matters of one line, edited in place: beside the calendar, or over it on a phone.

const WIDE = new Set(["lines", "choices", "links"]);

class Panel {
  constructor(host) {
    this.host = host;
    const { words } = host.data;
    this.element = make("dialog", { class: "panel", "aria-label": words.details });
    this.element.addEventListener("close", () => this.closed());
    this.element.addEventListener("click", (event) => { if (event.composedPath()[0] === this.element) this.element.close(); });
    this.element.addEventListener("keydown", (event) => event.stopPropagation());
    this.element.addEventListener("pointerdown", (event) => event.stopPropagation());
  }

  show(line) {
    this.line = line;
    const { open } = this.host.data;
    if (line.birth) line.full = true; // there is no more of it than what is here
    else if (open?.row.id === line.id) line.adopt({ ...open.row, full: true });
    this.build();
    this.host.place.open = line.id;
    this.host.tell(0);
    this.element.showModal();
    this.refresh();
    this.forward.hidden ? this.close.focus() : this.forward.focus();
  }

  closed() {
    const { line } = this;
    if (!line) return;
    this.line = null;
    line.cells.clear();
    line.full = false;
    this.host.place.open = "";
    this.host.tell();
    this.element.replaceChildren();
    this.host.arrange();
    this.host.focusOn(line);
  }

  build() {
    const { words, groups } = this.host.data;
    const { line } = this;
    line.cells.clear();
    this.built = false;
    this.close = make("button", { type: "button", class: "press close", title: words.close, "aria-label": words.close, onclick: () => this.element.close() }, "×");
    this.forward = make("button", { type: "button", class: "press main", onclick: () => this.host.forward(line) });
    this.heading = make("h4", {});
    this.origin = make("p", { class: "help origin", hidden: true });
    this.rest = make("div", { class: "rest" }, make("p", { class: "help" }, words.loading));
    this.day = make("input", { type: "date", "aria-label": words.duplicate_to, title: words.duplicate_to, value: line.value("date") ? addDays(line.value("date"), 7) : "" });
    const press = (text, act, kind = "") => make("button", { type: "button", class: `press ${kind}`, onclick: act }, text);
    this.element.replaceChildren(
      make("header", {}, this.heading, this.forward, this.close),
      this.origin,
      this.group(groups[0]),
      this.rest,
      make("footer", {},
        make("div", { class: "copy" }, this.day, press(words.duplicate, () => this.duplicate(), "duplicate")),
        press(words.all_fields, () => this.leave(), "all"),
        press(words.delete_post, () => this.remove(), "delete")),
    );
  }

  group({ title, fields }) {
    const { words } = this.host.data;
    const secret = fields.includes("private_note");
    const box = make("div", { class: "fields" }, ...fields.map((name) => this.field(name, fields.length > 1)));
    return make("fieldset", { class: secret ? "secret" : "" }, make("legend", {}, title), secret ? make("p", { class: "help" }, `🔒 ${words.private}`) : "", box);
  }

  // One field that is alone in its group is called what the group is called.
  field(name, named) {
    const field = { ...this.host.data.fields[name] };
    if (field.to) field.options = this.optionsOf(field);
    const cell = this.line.cell(field);
    const wide = field.multiline || WIDE.has(field.kind) || name === "title";
    return make("div", { class: wide ? "field wide" : "field" }, named ? make("span", { class: "label", "aria-hidden": "true", title: field.help }, field.label) : "", cell.element);
  }

  optionsOf(field) {
    const { open, accounts } = this.host.data;
    return open?.options[field.to] ?? (field.to === "account" ? accounts : []);
  }

  // Bring the panel to what is known of its line now.
  refresh() {
    const { line, host } = this;
    if (!line) return;
    if (host.items.get(line.id) !== line) {
      const again = host.items.get(line.id);
      this.element.close();
      if (!again) host.say(host.data.words.removed);
      return;
    }
    const { words } = host.data;
    this.heading.textContent = line.title;
    this.forward.hidden = !line.next;
    if (line.next) this.forward.textContent = `→ ${host.statuses.get(line.next).label}`;
    if (!line.full) return;
    const open = host.data.open?.row.id === line.id ? host.data.open : null;
    if (!this.built) {
      this.built = true;
      this.routine = make("fieldset", { class: "routine", hidden: true });
      this.chain = make("fieldset", { class: "chain", hidden: true });
      this.rest.replaceChildren(...host.data.groups.slice(1).map((group) => this.group(group)));
      this.rest.lastChild.before(this.routine, this.chain);
    }
    if (!open) return;
    for (const cell of line.cells.values()) if (cell.field.to) {
      const options = this.optionsOf(cell.field);
      if (cell.field.options !== options) { cell.field.options = options; if (!cell.entry && !cell.focused) cell.control.set(line.value(cell.field.name)); }
    }
    const origin = [open.rhythm && words.from_rhythm.replace("{title}", open.rhythm), open.parent && words.made_from.replace("{title}", open.parent)].filter(Boolean);
    this.origin.hidden = !origin.length;
    this.origin.textContent = origin.join(" · ");
    const said = JSON.stringify([open.routine, open.chain, line.value("promotion_done")]);
    if (said === this.said && this.routine.childElementCount) return;
    this.said = said;
    const active = this.element.getRootNode().activeElement?.dataset?.step;
    this.routine.hidden = false;
    this.routine.replaceChildren(make("legend", {}, words.routine), routineOf(this, open.routine));
    if (active) this.routine.querySelector(`[data-step="${CSS.escape(active)}"]`)?.focus();
    this.chain.hidden = !open.chain.steps.length;
    this.chain.replaceChildren(make("legend", {}, words.chain), chainOf(this, open.chain));
  }

  // To the list that has all its fields: nothing may be said of the place on the way, or
  // the page would come back here.
  leave() {
    const { id } = this.line;
    outbox.commit();
    clearTimeout(this.host.telling);
    this.line = null;
    this.element.close();
    this.host.act("all", id);
  }

  // A copy on another day: what it says is the same, how far it is starts anew.
  duplicate() {
    const { host, line } = this;
    const day = this.day.value || null;
    outbox.commit();
    host.act("duplicate", line.id, day);
    host.say(host.data.words.duplicated.replace("{title}", line.title).replace("{place}", host.wordsOf(day)));
  }

  remove() {
    const { line, host } = this;
    leaving(host, host.usesOf(line), () => { this.element.close(); host.takeAway(line); });
  }
}
