// The form that revises an objective: a new value or date, why, and who decided it.  What
// it writes goes together: the objective and the line that remembers what it was.

class Revise {
  constructor(card) {
    this.card = card;
    const { data } = card.host;
    const { words, fields } = data;
    this.open = make("button", { type: "button", onclick: () => this.show(true) }, words.revise);
    this.form = make("form", { class: "form", hidden: true, noValidate: true });
    this.controls = Object.fromEntries(Object.entries(fields).map(([name, field]) => {
      const control = CONTROLS[field.kind](field, { typed() {}, left() {}, enter: () => this.form.requestSubmit() });
      control.focusable.setAttribute("aria-label", field.label);
      this.form.append(make("div", { class: "asked" }, make("span", { class: "label", "aria-hidden": "true" }, field.label), control.element));
      return [name, control];
    }));
    this.problem = make("p", { class: "wrong", role: "alert", hidden: true });
    const save = make("button", { type: "submit", class: "save" }, words.save);
    const cancel = make("button", { type: "button", onclick: () => { this.show(false); this.open.focus(); } }, words.cancel);
    this.form.append(this.problem, make("div", { class: "buttons" }, save, cancel));
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    this.form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { event.stopPropagation(); this.show(false); this.open.focus(); }
    });
    this.element = make("div", { class: "revise" }, this.open, this.form);
  }

  show(wanted) {
    this.form.hidden = !wanted;
    this.open.hidden = wanted;
    this.say("");
    if (!wanted) return;
    const { values, shown } = this.card.found;
    this.base = values; // what the person sees as it stands
    this.from = this.card.found.before;
    for (const [name, control] of Object.entries(this.controls)) control.set(values[name] ?? null, shown[name]);
    this.controls.target.focusable.focus();
  }

  say(text) {
    this.problem.textContent = text;
    this.problem.hidden = !text;
  }

  submit() {
    const { host, found } = this.card;
    const { data } = host;
    const { words, fields } = data;
    const wanted = Object.fromEntries(Object.entries(this.controls).map(([name, control]) => [name, control.get()]));
    const number = wanted.target;
    if (number !== null && !/^[-+]?\d[\d\s.,'’]*$/.test(number)) { this.say(words.needs_number.replace("{title}", number)); return; }
    const changed = [
      ["target", number !== (found.shown.target ?? null)],
      ["due", wanted.due !== (this.base.due ?? null)],
    ].filter(([, differs]) => differs).map(([name]) => name);
    if (!changed.length) { this.say(words.needs_change); return; }
    if (!wanted.reason?.trim()) { this.say(words.needs_reason); this.controls.reason.focusable.focus(); return; }
    const edits = changed.map((name) => ({ type: "objective", record: found.id, field: name, base: this.base[name] ?? null, new: wanted[name] }));
    const line = { type: "objective_revision", record: newId(), base: null };
    const written = {
      exists: true, position: host.nextPosition("objective_revision"), objective: found.id,
      before: this.from || null, after: this.after(wanted) || null,
      date: data.today, reason: wanted.reason, decided_by: wanted.decided_by,
    };
    edits.push(...Object.entries(written).filter(([, value]) => value !== null).map(([field, value]) => ({ ...line, field, new: value })));
    this.op = outbox.put(data.strategy, edits);
    this.show(false);
    this.open.focus();
    host.say(words.revised);
  }

  // What it has become, as the list of revisions says it.
  after({ target, due }) {
    const { data } = this.card.host;
    const value = target === null ? "" : [target, this.card.found.unit].filter(Boolean).join("\u00a0");
    if (!due) return value;
    // As the server writes dates: British English, and French ordinals.
    const locale = data.language === "en" ? "en-GB" : data.language;
    const written = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${due}T00:00:00Z`));
    const date = locale === "fr" ? written.replace(/^1 /, "1er ") : written;
    return value ? data.by.replace("{value}", value).replace("{date}", date) : date;
  }

  // What the server made of it.  What was refused is said here, with the form as it was.
  answered(entry, result) {
    if (entry.op !== this.op || result.status === "later") return;
    this.op = null;
    if (result.status === "saved") return;
    outbox.drop(entry.op);
    this.form.hidden = false;
    this.open.hidden = true;
    this.say(result.status === "invalid" ? result.message : this.card.host.data.words.meanwhile);
  }
}
