// The month: whole weeks, Monday first.  On a phone its lines are dots, and the day that is
// chosen stands below.

const IN_CELL = { page: 4, room: 3 };

function buildMonth(host) {
  const { data, place } = host;
  const [first, last] = monthGrid(place.day);
  const heads = data.weekdays.map(([long, short]) => make("span", { title: long }, host.narrow ? short.slice(0, 1).toUpperCase() : short));
  const grid = make("div", { class: "grid" });
  for (const iso of daysBetween(first, last)) {
    const quiet = monthOf(iso) !== monthOf(place.day);
    const number = make("span", { class: "number" }, String(Number(iso.slice(8))));
    const day = host.narrow ? new Dots(host, iso, { number, quiet }) : new Day(host, iso, { head: number, most: IN_CELL[data.mode] ?? IN_CELL.page, quiet });
    host.days.set(iso, day);
    grid.append(day.element);
  }
  const parts = [make("div", { class: "heads", "aria-hidden": "true" }, ...heads), grid];
  if (host.narrow) {
    const chosen = first <= (place.more || "") && place.more <= last ? place.more : monthOf(data.today) === monthOf(place.day) ? data.today : `${monthOf(place.day)}-01`;
    host.below = new Day(host, chosen, { head: host.wordsOf(chosen) });
    parts.push(make("div", { class: "agenda" }, host.below.element));
  }
  return make("div", { class: "month" }, ...parts);
}

// A day of a month on a phone.
class Dots {
  constructor(host, iso, { number, quiet }) {
    Object.assign(this, { host, iso });
    this.dots = make("span", { class: "dots", "aria-hidden": "true" });
    this.element = make("button", { type: "button", class: "dotted", onclick: () => host.choose(iso) }, number, this.dots);
    this.element.dataset.day = iso;
    this.date = this.element;
    this.element.classList.toggle("today", iso === host.data.today);
    this.element.classList.toggle("weekend", weekdayOf(iso) > 4);
    this.element.classList.toggle("other", quiet);
  }

  show(lines) {
    const { host } = this;
    const info = host.data.days[this.iso] ?? {};
    lines.sort(byClock);
    const total = lines.length + Math.max(0, (host.data.more[this.iso] ?? 0) - (host.sentOn.get(this.iso) ?? 0));
    this.element.classList.toggle("holiday", Boolean(info.holiday));
    this.element.classList.toggle("school", Boolean(info.school));
    this.element.setAttribute("aria-pressed", String(host.below?.iso === this.iso));
    this.element.setAttribute("aria-label", [host.data.words.lines.replace("{day}", host.wordsOf(this.iso)).replace("{n}", total), info.holiday, info.school].filter(Boolean).join(", "));
    this.dots.replaceChildren(...lines.slice(0, 4).map((line) => {
      const dot = make("span", { class: "dot" });
      dot.style.setProperty("--tone", line.network?.colour ?? "var(--quiet)");
      return dot;
    }), ...(total > 4 ? [make("span", { class: "plus" }, "+")] : []));
  }
}
