// What lies on a thread with a record: sets of numbers that the server sends as hexadecimal
// digits, and what is said of them.

function numbersOf(mask) {
  const found = [];
  for (let at = mask.length - 1, low = 0; at >= 0; at -= 1, low += 4) {
    const digit = parseInt(mask[at], 16);
    for (let bit = 0; bit < 4; bit += 1) if (digit & (1 << bit)) found.push(low + bit);
  }
  return found;
}

const counted = (data, kind, n) => (n === 1 ? data.kinds[kind].one : data.kinds[kind].many.replace("{n}", () => n.toLocaleString(data.language)));

// The chain that is lit: of one record, or the main thread.
class Chain {
  constructor(data, at) {
    this.data = data;
    this.at = at; // the number of its record, -1 for the main thread
    const main = at < 0;
    this.nodes = new Set(numbersOf(main ? data.main.nodes : data.lit[at]));
    this.edges = new Set(numbersOf(main ? data.main.edges : data.lit_edges[at]));
    this.lines = data.lines[main ? data.main.objective : at] ?? {};
  }

  get node() { return this.data.nodes[this.at]; }

  // How many of the lines of a node lie on it, null where all do.
  part(at) {
    const node = this.data.nodes[at];
    const found = this.lines[at];
    return node.kind === "line" && found !== undefined && found < node.count ? found : null;
  }

  // Its records by kind, in the order of the columns; without the one that it is of.
  groups(wanted = () => true) {
    const found = new Map();
    for (const at of [...this.nodes].sort((a, b) => a - b)) {
      if (at === this.at || !wanted(at)) continue;
      const { kind } = this.data.nodes[at];
      if (!found.has(kind)) found.set(kind, []);
      found.get(kind).push(at);
    }
    return [...found].map(([kind, all]) => ({ kind, all }));
  }

  count({ kind, all }) {
    const { nodes } = this.data;
    return kind === "line" ? all.reduce((sum, at) => sum + (this.lines[at] ?? nodes[at].count), 0) : all.length;
  }

  // “2 missions, 1 objective, 37 calendar lines”.
  counts() { return this.groups().map((group) => counted(this.data, group.kind, this.count(group))).join(", "); }

  said() {
    const { words } = this.data;
    const counts = this.counts();
    if (this.at < 0) return words.main_lit.replace("{counts}", () => counts);
    const text = counts ? words.chain : words.lonely;
    return text.replace("{title}", () => this.node.title).replace("{counts}", () => counts);
  }
}
