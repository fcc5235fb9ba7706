// Time, money, patience: a picture with a handle, what it means, and scenarios to compare.
//
// Nothing is computed here.  The server sends what each balance of a grid means, in words;
// moving the handle looks a balance up.  One that stands beside the grid comes as `exact`.
// A gesture is stored at its end, as one change set of the three weights.

const STILL = 700; // ms without an arrow key before a gesture made of keys counts as ended

class Triangle extends Host {
  constructor(root) {
    super(root);
    this.gesture = null;
    addEventListener("pagehide", () => this.keep(), true);
  }

  shape(data) { return [data.show, data.corners.map((corner) => corner.label), data.table.step]; }

  build() {
    const { data } = this;
    this.balance = new Item(this, data.type, data.type);
    this.conflict = null;
    this.note = make("p", { class: "note" });
    this.grid = [];
    for (let time = 0; time <= 100; time += data.table.step) {
      for (let money = 0; money <= 100 - time; money += data.table.step) this.grid.push([time, money, 100 - time - money]);
    }
    this.numbers = new Map(this.grid.map((at, n) => [at.join(), n]));
    this.picture = new Picture(this);
    this.meaning = new Meaning(this);
    this.allowed = new Allowed(this);
    this.cards = new Cards(this);
    const parts = [];
    if (data.show !== "cards") parts.push(this.note, make("div", { class: "bench" }, this.picture.element, this.meaning.element), this.allowed.element);
    return [...parts, this.cards.element];
  }

  sync() {
    this.balance.adopt({ values: this.data.balance });
    super.sync();
  }

  made(item) { this.cards.kept.set(item.id, new ScenarioCard(this, item)); }

  gone(item) { this.cards.kept.delete(item.id); }

  after(item) {
    const all = this.of("scenario");
    const next = all[all.indexOf(item) + 1] ?? all[all.indexOf(item) - 1];
    return next ? this.cards.kept.get(next.id).button : this.cards.button;
  }

  arrange() { this.paint(); }

  // The stored weights in percent, null while nobody shared out 100 %.
  get stored() {
    const found = this.data.corners.map((corner) => Math.round((this.balance.value(corner.name) ?? 0) * 10000) / 100);
    return Math.abs(found[0] + found[1] + found[2] - 100) < 1.11 ? found : null;
  }

  get raw() { return this.data.corners.map((corner) => this.balance.value(corner.name)); }

  get shown() { return this.gesture?.at ?? this.stored ?? this.data.start; }

  percent(part) { return this.data.percent.replace("{n}", String(Math.round(part))); }

  said(at) {
    const { words } = this.data;
    return words.now.replace("{time}", this.percent(at[0])).replace("{money}", this.percent(at[1])).replace("{patience}", this.percent(at[2]));
  }

  // What a balance means, in words.
  read(at) {
    const { table, exact, allowed } = this.data;
    if (allowed.at?.join() === at.join()) return this.told(allowed.point, allowed.words);
    const known = this.numbers.get(at.join());
    const near = known ?? this.numbers.get(onGrid(at, table.step).join());
    const [point, words] = known === undefined && exact ? [exact.point, exact.words] : [table.points[near], table.words];
    return this.told(point, words);
  }

  told(point, words) {
    if (point.length === 1) return { refused: words[point[0]] };
    const [figures, differences, posts, team, providers, limits, raw] = point;
    const texts = (numbers) => numbers.map((n) => words[n]);
    return { figures: texts(figures), differences: texts(differences), posts: texts(posts), team: texts(team), providers: texts(providers), limits: limits.map(([code, n]) => [code, words[n]]), raw };
  }

  // Where the plan and the scenarios stand.
  places() {
    const { plan, scenarios, words } = this.data;
    const chosen = this.balance.value("scenario");
    const kept = this.of("scenario").map((item, n) => ({ at: scenarios[item.id]?.at, letter: letterOf(n), title: item.value("name") ?? "", chosen: item.id === chosen }));
    return [{ at: plan.at, letter: PLAN, title: words.plan }, ...kept].filter((place) => place.at);
  }

  paint() {
    const at = this.shown;
    const ghost = !this.gesture && !this.stored;
    const point = this.read(at);
    this.picture.paint(at, { ghost, refused: Boolean(point.refused) });
    this.meaning.paint(point, ghost);
    this.allowed.paint(at);
    this.cards.paint(point);
    this.remark(ghost);
  }

  remark(ghost) {
    const { words } = this.data;
    const text = this.conflict ? words.meanwhile : ghost ? words.start : "";
    this.note.hidden = !text;
    if (this.note.dataset.said === text) return;
    this.note.dataset.said = text;
    const button = (label, act) => make("button", { type: "button", onclick: act }, label);
    const acts = this.conflict ? [button(words.keep_mine, () => this.resolve(this.conflict.mine)), button(words.take_theirs, () => this.resolve(this.theirs()))] : [];
    this.note.classList.toggle("watch", acts.length > 0);
    this.note.replaceChildren(make("span", {}, text), ...acts);
  }

  // --- A gesture ---

  // What stood there when it began is its base: it may change under the hand meanwhile.
  hold() { this.gesture ??= { from: this.shown, at: this.shown, base: this.raw }; }

  move(at) {
    this.hold();
    if (at.join() === this.gesture.at.join()) return;
    this.gesture.at = at;
    this.paint();
  }

  rest() {
    clearTimeout(this.still);
    this.still = setTimeout(() => this.keep(), STILL);
  }

  letGo() {
    clearTimeout(this.still);
    this.gesture = null;
    this.paint();
  }

  keep() {
    clearTimeout(this.still);
    const { gesture } = this;
    this.gesture = null;
    if (!gesture) return;
    if (this.stored && gesture.at.join() === gesture.from.join()) { this.paint(); return; }
    this.store(gesture.at, gesture.base);
    const { figures, refused } = this.read(gesture.at);
    this.say(`${this.said(gesture.at)}. ${refused ?? FIGURES.map((name) => `${figures[ORDER[name]]} ${this.data.words[name]}`).join(", ")}.`);
  }

  // Where the means allow it: a gesture of one click.
  moveTo(at) {
    this.hold();
    this.move(at);
    this.keep();
  }

  // All three go together, those that did not move too: they are one thing to say.
  store(at, base = this.raw) {
    const edits = this.data.corners.map((corner, n) => ({ ...this.balance.edit(corner.name, at[n] / 100), base: base[n] }));
    outbox.put(this.data.strategy, edits);
    this.paint();
  }

  // --- Somebody else moved it at the same time ---

  resolve(at) {
    this.conflict = null;
    if (at) this.store(at);
    this.paint();
  }

  // What the other person wanted: what stands there, where it is not what came from here.
  theirs() {
    const { base, mine } = this.conflict;
    return this.data.corners.map((corner, n) => {
      const stands = Math.round((this.balance.value(corner.name) ?? 0) * 10000) / 100;
      return stands === mine[n] ? base[n] : stands;
    });
  }

  // --- Scenarios ---

  keepScenario(wanted, name) {
    this.keep();
    const { data } = this;
    const at = wanted ?? this.shown;
    const { raw, limits } = this.read(at);
    const base = { type: "scenario", record: newId(), base: null };
    const [posts, hours, cost, months, share] = raw;
    const stops = limits.find(([code]) => ["time", "money", "date"].includes(code));
    const fields = {
      exists: true, position: this.nextPosition("scenario"), name: name ?? this.said(at), posts_per_week: posts, hours_week: hours,
      cost_month: cost, results_months: months, provider_share: share, warning: stops?.[1] ?? null,
    };
    outbox.put(data.strategy, Object.entries(fields).filter(([, value]) => value !== null).map(([field, value]) => ({ ...base, field, new: value })));
    this.sync();
    this.say(data.words.kept);
  }

  choose(found) {
    this.keep();
    const edits = found.edits.map((edit) => {
      const entry = outbox.entryFor(edit.type, edit.record, edit.field);
      return { ...edit, base: entry ? entry.edits.findLast((e) => e.record === edit.record && e.field === edit.field).new : edit.base };
    });
    outbox.put(this.data.strategy, edits);
    this.paint();
    this.say(this.data.words.written);
  }

  heard(event) {
    if (!this.data || !this.root.isConnected) return;
    if (event.kind === "yield") this.keep();
    if (event.kind === "settled") this.answered(event);
    super.heard(event);
  }

  answered({ entry, result }) {
    const mine = entry.edits.filter((e) => e.type === this.data.type);
    if (!mine.length) return;
    if (result.status === "saved") {
      this.balance.values = { ...this.balance.values, ...Object.fromEntries(mine.map((e) => [e.field, e.new])) };
    } else if (["conflict", "gone"].includes(entry.state)) {
      outbox.drop(entry.op);
      if (entry.edits.length > mine.length) { this.say(this.data.words.partly); return; }
      const percents = (name) => this.data.corners.map((corner) => Math.round((mine.find((e) => e.field === corner.name)?.[name] ?? 0) * 10000) / 100);
      this.conflict = { mine: percents("new"), base: percents("base") };
    }
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".canvas");
  (root.triangle ??= new Triangle(root)).render(data);
}
