// A line of the calendar: what is known of it, and how it stands on a day.

const STATUSES = ["idea", "draft", "to_validate", "approved", "scheduled", "published"];

class Line extends Item {
  constructor(host, type, id) {
    super(host, type, id);
    this.host = host;
    this.open = make("button", { type: "button", class: "open" });
    this.parts = {};
    for (const name of ["badge", "pie", "clock", "star", "title", "where"]) {
      this.parts[name] = make("span", { class: name });
      if (name !== "title") this.parts[name].setAttribute("aria-hidden", "true");
      this.open.append(this.parts[name]);
    }
    this.forward = make("button", { type: "button", class: "forward", onclick: () => host.forward(this) });
    this.grip = make("span", { class: "grip", "aria-hidden": "true" }, "⠿");
    this.open.onclick = () => host.panel.show(this);
    this.element = make("div", { class: "line" }, this.grip, this.open, this.forward);
    this.element.dataset.id = id;
  }

  // Of most lines only some fields are sent: the others stay as they are known.
  adopt(raw) {
    if (raw.full) this.full = true;
    else if (this.full) raw = { ...raw, values: { ...this.values, ...raw.values }, shown: this.shown };
    super.adopt(raw);
  }

  value(name) {
    if (this.host.pending.has(this.id)) return super.value(name);
    return name === "position" ? this.position ?? 0 : this.values[name] ?? null;
  }

  // Where it stands: in the hand of somebody who moves it with keys, else on its day.
  get day() { return this.host.held?.line === this ? this.host.held.at : this.value("date"); }

  get title() { return this.value("title") || this.host.data.words.untitled; }

  get status() { return this.value("status") ?? STATUSES[0]; }

  get next() { return STATUSES[STATUSES.indexOf(this.status) + 1] ?? null; }

  get network() { return this.host.networks.get(this.value("network")); }

  draw() {
    const { words } = this.host.data;
    const { network, status, title, next } = this;
    const time = this.value("time");
    const major = Boolean(this.value("is_major"));
    const account = this.host.accounts.get(this.value("account"))?.title ?? "";
    const bad = outbox.entriesOf(this.type).some((e) => ["conflict", "invalid", "gone"].includes(e.state) && e.edits.some((x) => x.record === this.id));
    const held = this.host.held?.line === this;
    const said = JSON.stringify([network?.code, network?.colour, status, title, time, major, account, bad, held]);
    if (said === this.said) return this.element;
    this.said = said;
    const label = this.host.statuses.get(status)?.label ?? status;
    const { badge, pie, clock, star, where } = this.parts;
    this.element.style.setProperty("--tone", network?.colour ?? "var(--quiet)");
    this.element.style.setProperty("--part", `${STATUSES.indexOf(status) * 20}%`);
    this.element.dataset.status = status;
    this.element.classList.toggle("bad", bad);
    this.element.classList.toggle("held", held);
    badge.textContent = network?.short ?? "?";
    badge.title = network?.label ?? "";
    pie.title = label;
    clock.textContent = time ? time.slice(0, 5) : "";
    this.parts.title.textContent = title;
    star.textContent = major ? "★" : "";
    star.title = major ? words.major : "";
    where.textContent = [label, account || network?.label].filter(Boolean).join(" · ");
    const told = [title, network?.label, label, time, major && words.major].filter(Boolean).join(", ");
    this.open.setAttribute("aria-label", words.line.replace("{title}", told));
    this.open.setAttribute("aria-pressed", String(held));
    this.open.title = told;
    this.forward.hidden = !next;
    if (next) {
      const wanted = this.host.statuses.get(next);
      this.forward.textContent = `→ ${wanted.label}`;
      this.forward.setAttribute("aria-label", `${words.forward.replace("{status}", wanted.label)} (${title})`);
    }
    return this.element;
  }
}

// The order of a day: by the clock, what has no time last.
function byClock(a, b) {
  const [left, right] = [a.value("time") ?? "~", b.value("time") ?? "~"];
  return left < right ? -1 : left > right ? 1 : inPlace(a, b);
}

// The order of ideas: the newest first, where it was written.
const newestFirst = (a, b) => inPlace(b, a);
