// The matrix as it will be once what is under way is stored: the server's records with
// this tab's outbox on top.  It keeps nothing else; each edit goes into the outbox.

const MATRIX_TYPES = ["network_option", "criterion", "network_score"];
const REFUSED = new Set(["conflict", "invalid", "gone"]);

class Matrix {
  constructor(root) { this.root = root; }

  // Take the server's records; what this tab typed and it does not know yet stays.
  adopt(data) {
    this.data = data;
    this.server = new Map(MATRIX_TYPES.map((type) => [type, new Map()]));
    for (const type of MATRIX_TYPES) {
      for (const { id, ...fields } of data.records[type]) this.server.get(type).set(id, { exists: true, ...fields });
    }
    this.refresh();
  }

  // An edit was stored: the rows that follow will say so too.
  stored(entry, revision) {
    if (revision <= this.data.revision) return;
    for (const edit of entry.edits) this.apply(this.server, edit);
  }

  apply(records, edit) {
    const known = records.get(edit.type);
    if (!known) return;
    const before = known.get(edit.record) ?? {};
    known.set(edit.record, { ...before, [edit.field]: edit.new });
  }

  refresh() {
    const records = new Map([...this.server].map(([type, known]) => [type, new Map(known)]));
    const entries = new Set(MATRIX_TYPES.flatMap((type) => outbox.entriesOf(type)));
    for (const entry of entries) {
      if (entry.strategy !== this.data.strategy || entry.state === "gone") continue;
      for (const edit of entry.edits) this.apply(records, edit);
    }
    const inOrder = (a, b) => (a.position ?? 0) - (b.position ?? 0) || (a.id < b.id ? -1 : 1);
    const there = (type) => [...records.get(type)].filter(([, fields]) => fields.exists)
      .map(([id, fields]) => ({ id, ...fields })).sort(inOrder);
    this.all = { options: there("network_option"), criteria: there("criterion") };
    this.options = this.all.options.filter((option) => option.network || option.name);
    this.criteria = this.all.criteria.filter((criterion) => criterion.name);
    // Where two people filled in the same cell at the same time, the later record counts.
    this.cells = new Map();
    for (const score of there("network_score")) {
      const key = this.key(score.option, score.criterion);
      const cell = this.cells.get(key) ?? { records: [], counts: null };
      cell.records.push(score);
      if (score.score !== null && score.score !== undefined) cell.counts = score;
      this.cells.set(key, cell);
    }
    this.totals = new Map(this.options.map((option) => [option.id, this.total(option.id)]));
  }

  key(option, criterion) { return `${option} ${criterion}`; }

  score(option, criterion) { return this.cells.get(this.key(option, criterion))?.counts?.score ?? null; }

  weight(criterion) { return this.criteria.find((known) => known.id === criterion)?.weight ?? null; }

  // The weighted mean of the scores that there are, as a share of the best possible.
  total(option) {
    let points = 0;
    let best = 0;
    let missing = 0;
    for (const criterion of this.criteria) {
      const score = this.score(option, criterion.id);
      if (score === null) { missing += 1; continue; }
      const weight = criterion.weight || 1;
      points += weight * score;
      best += weight * this.data.max;
    }
    return { ratio: best ? points / best : null, missing };
  }

  ratio(option) { return this.totals.get(option)?.ratio ?? null; }

  rank(option) {
    const mine = this.ratio(option);
    if (mine === null) return null;
    return 1 + [...this.totals.values()].filter(({ ratio }) => ratio !== null && ratio > mine + 1e-9).length;
  }

  label(option) {
    const other = !option.network || option.network === "other";
    if (other && option.name) return option.name;
    const label = this.data.networks.find(({ code }) => code === option.network)?.label ?? option.network ?? "";
    return option.name ? `${label} (${option.name})` : label;
  }

  called(id) {
    const option = this.all.options.find((known) => known.id === id);
    if (option) return this.label(option);
    return this.all.criteria.find((known) => known.id === id)?.name ?? "";
  }

  percent(ratio) {
    return ratio === null ? "–" : new Intl.NumberFormat(this.data.language, { style: "percent", maximumFractionDigits: 0 }).format(ratio);
  }

  // --- edits ------------------------------------------------------------------------

  put(edits) { if (edits.length) outbox.put(this.data.strategy, edits); }

  setScore(option, criterion, score) {
    if (score === this.score(option, criterion)) return;
    const edit = (record, field, base, wanted) => ({ type: "network_score", record, field, base, new: wanted });
    const cell = this.cells.get(this.key(option, criterion));
    if (score === null) {
      const filled = cell.records.filter((known) => known.score !== null && known.score !== undefined);
      this.put(filled.map((known) => edit(known.id, "score", known.score, null)));
    } else if (cell) {
      const known = cell.counts ?? cell.records[cell.records.length - 1];
      this.put([edit(known.id, "score", known.score ?? null, score)]);
    } else {
      // Two people who fill in one cell at once mean one record: they see each other's score.
      const record = `${option.slice(-31)}--${criterion.slice(-31)}`;
      this.put([
        edit(record, "exists", null, true),
        edit(record, "position", null, this.data.next.network_score),
        edit(record, "option", null, option),
        edit(record, "criterion", null, criterion),
        edit(record, "score", null, score),
      ]);
    }
  }

  setWeight(criterion, weight) {
    const base = this.weight(criterion);
    if (weight === base) return;
    this.put([{ type: "criterion", record: criterion, field: "weight", base, new: weight }]);
  }

  create(type, ahead, fields) {
    const record = newId();
    const known = type === "criterion" ? this.all.criteria : this.all.options;
    const last = Math.max(this.data.next[type] - 1, ...known.map(({ position }) => position ?? 0));
    const edit = (field, wanted) => ({ type, record, field, base: null, new: wanted });
    const filled = Object.entries(fields).filter(([, value]) => value !== null && value !== "");
    return [edit("exists", true), edit("position", last + 1 + ahead), ...filled.map(([field, value]) => edit(field, value))];
  }

  addNetwork(network, name = "") { this.put(this.create("network_option", 0, { network, name })); }

  addCriteria(criteria) {
    this.put(criteria.flatMap((criterion, n) => this.create("criterion", n, criterion)));
  }

  // A network or a criterion goes with its scores; undo brings all of them back.
  remove(type, id, after) {
    leaving(this, this.data.uses[id], () => { this.takeAway(type, id); after(); });
  }

  takeAway(type, id) {
    const link = type === "criterion" ? "criterion" : "option";
    const gone = [...this.cells.values()].flatMap(({ records }) => records).filter((score) => score[link] === id);
    const edit = (kind, record) => ({ type: kind, record, field: "exists", base: true, new: null });
    this.put([...gone.map((score) => edit("network_score", score.id)), edit(type, id)]);
  }

  // What came back refused, with what to do about it.
  refused() {
    const entries = new Set(MATRIX_TYPES.flatMap((type) => outbox.entriesOf(type)));
    return [...entries].filter((entry) => REFUSED.has(entry.state) && entry.strategy === this.data.strategy && this.mine(entry));
  }

  // Role and hours have a cell of their own, which says itself what is wrong.
  mine(entry) {
    const last = entry.edits[entry.edits.length - 1];
    return last.type !== "network_option" || entry.edits.some(({ field }) => field === "exists");
  }
}
