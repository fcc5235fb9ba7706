// One field of one record on the page: it saves itself, keeps the cursor, and says what
// is wrong, and what the rules say of it.  Its row is anything with `type`, `id`,
// `creation()` and an `editor` that has `data.strategy`, `data.words`, `data.revision`,
// `focusBelow(row, field)` and `draw()`.

const NUMERIC = new Set(["number", "money", "share"]);

// Whoever has typed in these rows takes what others have stored: theirs stands.
function giveWay(rows) {
  for (const row of rows) for (const cell of row.cells.values()) { cell.dirty = false; cell.yields = true; }
}

class Cell {
  // One field of one record.  `seen` is the raw value that the person sees as the
  // stored one; it is the base of the next edit.
  constructor(row, field, label) {
    this.row = row;
    this.field = field;
    this.dirty = false;
    this.seen = null;
    this.remarks = [];
    this.control = CONTROLS[field.kind](field, {
      typed: () => this.type(),
      left: () => this.leave(),
      enter: () => { this.leave(); row.editor.focusBelow(row, field); },
    });
    const focusable = this.control.element;
    const labelled = /^(INPUT|TEXTAREA|SELECT)$/.test(this.control.focusable.tagName) && !["radiogroup", "group"].includes(focusable.getAttribute("role"))
      ? this.control.focusable : focusable;
    labelled.setAttribute("aria-label", label);
    this.labelled = labelled;
    this.problem = make("div", { class: "problem", hidden: true });
    this.element = make("div", { class: `cell kind-${field.kind}` }, this.control.element, this.problem);
    this.element.dataset.field = field.name;
    this.element.addEventListener("focusout", () => queueMicrotask(() => this.rest()));
  }

  get entry() { return outbox.entryFor(this.row.type, this.row.id, this.field.name); }
  get focused() { return this.element.getRootNode().activeElement && this.element.contains(this.element.getRootNode().activeElement); }

  edit() {
    return { type: this.row.type, record: this.row.id, field: this.field.name, base: this.seen ?? null, new: this.control.get() };
  }

  // The cursor is elsewhere: what came meanwhile can be shown.
  rest() {
    this.written &&= this.focused;
    this.adopt(this.latest);
    this.showRemarks();
  }

  type() {
    this.dirty = true;
    this.written = true;
    this.outdated = true;
    this.yields = false;
    const edit = this.edit();
    if (this.row.ghost) edit.base = null; // what it came filled in with is stored nowhere yet
    outbox.type(this.row.editor.data.strategy, edit, this.row.creation(this.field.name));
    this.showProblem();
    this.showRemarks();
  }

  leave() {
    const entry = this.entry;
    if (!this.dirty && !(entry && entry.state === "draft")) {
      const wanted = this.control.get();
      const stands = entry ? entry.edits.find((e) => e.field === this.field.name)?.new : this.shownRaw;
      // Text controls come here on every blur; only choices, dates and the like
      // change without a keystroke.
      if (same(wanted, stands)) return;
      this.type();
    }
    this.dirty = false;
    outbox.commit(this.row.type, this.row.id, this.field.name);
  }

  // The value to compare a control's with: what is shown, for figures.
  get shownRaw() { return NUMERIC.has(this.field.kind) ? (this.shown ?? null) : (this.seen ?? null); }

  // Take the server's value, unless the person is in the field or has something pending.
  adopt(latest) {
    this.latest = latest;
    if (!latest) return;
    const entry = this.entry;
    if (entry) {
      if (!this.focused && !this.dirty) this.control.set(entry.edits.find((e) => e.field === this.field.name)?.new);
      this.showProblem();
      return;
    }
    if (this.focused && this.dirty) return;
    const yields = this.yields;
    const moved = this.known && !same(this.seen, latest.value);
    if (this.focused && moved && !yields && /^(INPUT|TEXTAREA)$/.test(this.control.focusable.tagName)) return;
    if (!this.known || moved || this.shown !== latest.shown) this.control.set(latest.value, latest.shown);
    this.seen = latest.value ?? null;
    this.shown = latest.shown;
    this.known = true;
    this.showProblem();
    if (moved) this.yields = false;
    if (moved && !latest.own) this.flash();
  }

  settled(entry, result) {
    if (result.status === "saved") {
      const edit = entry.edits.find((e) => e.field === this.field.name);
      const { values } = result;
      const value = values && this.field.name in values ? values[this.field.name] : edit.new;
      const shown = result.shown?.[this.field.name];
      // The rows may have come first, with more in them than this answer (an undo, say).
      if (!(result.revision <= this.row.editor.data.revision)) this.latest = { value, shown, own: true };
      else this.outdated = false;
      if (!this.entry && !this.dirty) {
        if (!same(this.seen, value) || shown !== undefined) {
          this.seen = value;
          this.shown = shown;
          if (!this.focused) this.control.set(value, shown);
        }
      } else this.seen = value;
      this.known = true;
    }
    this.showProblem();
    this.adopt(this.latest);
  }

  // What the rules say, as of what was stored: the answer to what is being written comes
  // with the rows that hold it, and waits until the person has left the field.
  remark(remarks) {
    this.remarks = remarks;
    if (!this.entry) this.outdated = false;
    this.showRemarks();
  }

  showRemarks() {
    if (!this.remarks.length && !this.sign) return;
    const stands = this.remarks.length > 0 && !this.outdated && !this.entry && !(this.written && this.focused);
    this.sign ??= new RemarkSign(this);
    if (stands) this.sign.show(this.remarks);
    this.sign.stand(stands);
  }

  flash() {
    this.element.classList.add("moved");
    setTimeout(() => this.element.classList.remove("moved"), 2500);
  }

  showProblem() {
    const entry = this.entry;
    const state = entry?.state;
    const bad = state === "conflict" || state === "invalid" || state === "gone" || (state === "ready" && entry.message);
    this.element.classList.toggle("bad", bad);
    this.problem.hidden = !bad;
    if (!bad) { this.problem.replaceChildren(); return; }
    const key = entry.op + state + entry.message;
    if (this.problem.dataset.key === key && this.problem.childElementCount) return;
    this.problem.dataset.key = key;
    this.problem.setAttribute("role", "alert");
    const words = this.row.editor.data.words;
    const button = (text, act) => make("button", { type: "button", onclick: act }, text);
    const parts = [make("p", {}, entry.message || "")];
    if (state === "conflict") {
      parts.push(
        button(words.keep_mine, () => {
          const edit = entry.edits.find((e) => e.field === this.field.name);
          outbox.drop(entry.op);
          outbox.put(entry.strategy, [{ ...edit, base: entry.theirs ?? null }]);
          this.showProblem();
        }),
        button(words.take_theirs, () => {
          outbox.drop(entry.op);
          this.dirty = false;
          this.seen = entry.theirs ?? null;
          this.shown = entry.theirsShown;
          this.control.set(entry.theirs, entry.theirsShown);
          this.showProblem();
        }),
      );
    } else if (state === "gone") {
      parts.push(button(words.put_back, () => {
        const edit = entry.edits.find((e) => e.field === this.field.name);
        outbox.drop(entry.op);
        outbox.put(entry.strategy, [{ ...edit, field: "exists", base: null, new: true }, edit]);
        this.showProblem();
      }), button(words.give_up, () => { outbox.drop(entry.op); this.row.editor.draw(); }));
    }
    this.problem.replaceChildren(...parts);
  }
}
