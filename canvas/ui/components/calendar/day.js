// A day: its name, what happens on it, its lines, and the place where one is written.

class Day {
  constructor(host, iso, { head, most = Infinity, quiet = false }) {
    Object.assign(this, { host, iso, most });
    const { words, today } = host.data;
    const info = host.data.days[iso];
    this.date = make("button", { type: "button", class: "date", "aria-label": words.add_to.replace("{day}", host.wordsOf(iso)), title: words.add_to.replace("{day}", host.wordsOf(iso)) }, head, make("span", { class: "plus", "aria-hidden": "true" }, "+"));
    this.date.onclick = () => this.compose();
    this.notes = make("div", { class: "notes" });
    this.holder = make("div", { class: "lines" });
    this.more = make("button", { type: "button", class: "more", hidden: true, onclick: () => host.showAll(this) });
    this.element = make("section", { class: "day", "aria-label": host.wordsOf(iso) }, make("header", {}, this.date, this.notes), this.holder, this.more);
    this.element.dataset.day = iso;
    const { classList } = this.element;
    classList.toggle("today", iso === today);
    classList.toggle("past", iso < today);
    classList.toggle("weekend", weekdayOf(iso) > 4);
    classList.toggle("other", quiet);
    classList.toggle("unknown", !info);
    this.element.addEventListener("click", (event) => {
      const target = event.composedPath()[0];
      if ([this.element, this.holder, this.notes, this.element.firstChild].includes(target)) this.compose();
    });
  }

  compose() {
    if (this.host.data.mode === "part" || this.composer) return this.composer?.input.focus();
    this.composer = new Composer(this.host, this.iso, { left: (back) => this.stop(back) });
    this.element.append(this.composer.element);
    this.element.classList.add("composing");
    this.composer.input.focus();
  }

  stop(back) {
    const { composer } = this;
    if (!composer) return;
    this.composer = null; // to be removed takes the cursor out of it, which comes back here
    composer.element.remove();
    this.element.classList.remove("composing");
    if (back) this.date.focus();
  }

  // What happens on this day, as the server said last.
  decorate() {
    const { data } = this.host;
    const info = data.days[this.iso] ?? {};
    const short = data.short[this.iso] ?? [];
    const said = JSON.stringify([info, short]);
    this.element.classList.toggle("unknown", !info.words);
    if (said === this.said) return;
    this.said = said;
    this.element.classList.toggle("holiday", Boolean(info.holiday));
    this.element.classList.toggle("school", Boolean(info.school));
    const note = (kind, text, title = text) => make("span", { class: `note ${kind}`, title }, text);
    this.notes.replaceChildren(
      ...(info.holiday ? [note("off", info.holiday)] : []),
      ...(info.school ? [note("free", info.school)] : []),
      ...(info.moments ?? []).map((moment) => note(moment.first ? "moment" : "moment again", moment.title)),
      ...(short.length ? [note("short", data.words.short, short.join(" · "))] : []),
    );
  }

  show(lines) {
    this.decorate();
    const { host } = this;
    const { data, place } = host;
    lines.sort(byClock);
    const total = lines.length + Math.max(0, (data.more[this.iso] ?? 0) - (host.sentOn.get(this.iso) ?? 0));
    const whole = place.more === this.iso;
    const shown = whole || total <= this.most ? lines : lines.slice(0, this.most - 1);
    put(this.holder, shown.map((line) => line.draw()));
    const left = total - shown.length;
    this.more.hidden = !left && !(whole && total > this.most);
    this.more.textContent = left ? data.words.more.replace("{n}", left) : data.words.less;
    this.more.setAttribute("aria-label", left ? `${data.words.more.replace("{n}", left)}. ${data.words.more_day.replace("{day}", host.wordsOf(this.iso))}` : data.words.less);
    this.element.classList.toggle("bare", total === 0 && !this.notes.querySelector(".note:not(.again)"));
  }
}
