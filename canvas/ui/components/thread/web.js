// The columns and what ties them.  Columns stand in as many bands as the width asks for; a
// thread that reaches the end of a band goes on at the start of the next one, as a line of
// text does.  On a phone there is one column after the other, and no curve.

const COLUMN = 9; // rem that a column needs, with the room for its curves
const LIST = 34; // rem under which columns stand one under the other
const MANY = 90; // curves from which thinner ones are easier to follow
const PER_BAND = [12, 6, 4, 3];

class Web {
  constructor(host) {
    this.host = host;
    this.buttons = new Map();
    this.svg = drawing("svg", { class: "edges", "aria-hidden": "true" });
    this.floor = make("div", { class: "floor" });
    this.element = make("div", { class: "graph" }, this.svg, this.floor);
    this.element.addEventListener("keydown", (event) => this.key(event));
    this.seen = new ResizeObserver(() => this.lay());
    this.seen.observe(this.element);
  }

  get data() { return this.host.data; }

  // Draw all records anew, the focus kept where it was.
  render() {
    const focused = this.focused?.dataset.key;
    this.buttons.clear();
    this.columns = this.data.columns.map((column) => this.column(column));
    this.bands = 0;
    this.lay();
    if (focused !== undefined) this.buttons.get(focused)?.focus();
    this.rove();
  }

  get focused() { return this.element.getRootNode().activeElement?.closest?.(".node"); }

  column(column) {
    const list = make("ul", { class: "nodes" });
    this.data.nodes.forEach((node, at) => {
      if (node.column !== column.key) return;
      const loose = node.loose ? make("span", { class: "why" }, make("b", {}, this.data.signs.warning), ` ${node.loose}`) : null;
      const button = make("button", { type: "button", class: "node", title: node.title, "aria-pressed": "false" },
        make("span", { class: "title" }, node.leads ? make("b", { class: "star", title: this.data.words.leads }, "★ ") : "", node.title),
        node.note ? make("span", { class: "note" }, node.note) : null,
        make("span", { class: "part" }), loose);
      button.dataset.key = node.key;
      button.dataset.at = at;
      button.classList.toggle("loose", Boolean(node.loose));
      button.onclick = () => this.host.choose(node.key);
      this.buttons.set(node.key, button);
      list.append(make("li", {}, button));
    });
    const empty = list.childElementCount ? null : make("p", { class: "none" }, this.data.words.empty);
    const section = make("section", { class: "column" }, make("h2", { title: column.help }, column.title), list, empty);
    section.dataset.column = column.key;
    return section;
  }

  get rem() { return parseFloat(getComputedStyle(document.documentElement).fontSize); }

  // Put the columns into bands; those that show nothing under a filter give their room.
  lay() {
    if (!this.columns) return;
    const width = this.element.clientWidth / this.rem;
    if (!width) return;
    const shown = this.columns.filter((column) => !column.hidden);
    const per = width < LIST ? 1 : Math.max(1, PER_BAND.find((n) => width >= n * COLUMN) ?? 3);
    const shape = `${per} ${shown.map((column) => column.dataset.column)}`;
    if (shape !== this.shape || !this.bands) {
      const focused = this.focused;
      this.shape = shape;
      this.per = per;
      this.element.classList.toggle("list", per === 1);
      const bands = [];
      for (let at = 0; at < shown.length; at += per) bands.push(make("div", { class: "band" }, ...shown.slice(at, at + per)));
      for (const band of bands) band.style.setProperty("--columns", per);
      this.bands = bands.length;
      this.floor.replaceChildren(...bands);
      focused?.focus();
    }
    this.draw();
  }

  // Curves, from the places that the records have now.
  draw() {
    const { edges } = this.data;
    this.svg.replaceChildren();
    if (this.per === 1 || !this.columns) return;
    const box = this.element.getBoundingClientRect();
    this.svg.setAttribute("viewBox", `0 0 ${box.width} ${box.height}`);
    const order = new Map([...this.floor.querySelectorAll(".column")].map((column, at) => [column.dataset.column, at]));
    const places = this.data.nodes.map((node) => {
      const button = this.buttons.get(node.key);
      if (button.offsetParent === null) return null;
      const { left, right, top, height } = button.getBoundingClientRect();
      const at = order.get(node.column);
      return { left: left - box.left, right: right - box.left, y: top - box.top + Math.min(height / 2, this.rem * 1.4), at, band: Math.floor(at / this.per) };
    });
    const chain = this.host.chain;
    const bands = [...this.floor.children].map((band) => band.getBoundingClientRect());
    const columns = this.ways(box);
    const strokes = { soft: [], lit: [] };
    const rails = { soft: new Map(), lit: new Map() };
    const rail = (kind, from, to) => {
      const name = `${from} ${to}`;
      if (!rails[kind].has(name)) rails[kind].set(name, { from, top: Infinity, end: -Infinity });
      return rails[kind].get(name);
    };
    edges.forEach(([from, to], number) => {
      const [a, b] = [places[from], places[to]];
      if (!a || !b) return;
      const lit = chain ? chain.edges.has(number) : false;
      // Only neighbours are tied at rest: long ways show once they are asked for, where
      // they are few enough to be followed.
      if (b.at - a.at > 1 && (!lit || chain.edges.size > MANY)) return;
      const kind = lit ? "lit" : "soft";
      if (a.band === b.band) { strokes[kind].push(this.way(columns.slice(a.at + 1, b.at), a.right, a.y, b.left, b.y)); return; }
      // Out at the right edge, along the gap under the band, in at the left edge.
      const one = rail(kind, a.band, b.band);
      const gap = this.gap(bands[a.band], box);
      const out = a.y + Math.min(this.rem, (gap - a.y) / 2);
      const back = b.y - Math.min(this.rem, (b.y - gap) / 2);
      strokes[kind].push(
        this.way(columns.slice(a.at + 1, (a.band + 1) * this.per), a.right, a.y, box.width - 2, out),
        this.way(columns.slice(b.band * this.per, b.at), 2, back, b.left, b.y),
      );
      one.top = Math.min(one.top, out);
      one.end = Math.max(one.end, back);
    });
    for (const kind of ["soft", "lit"]) {
      for (const { from, top, end } of rails[kind].values()) {
        const gap = this.gap(bands[from], box);
        const [out, back, r] = [box.width - 2, 2, this.rem * 0.5];
        strokes[kind].push(`M${out} ${top} V${gap - r} Q${out} ${gap} ${out - r} ${gap} H${back + r} Q${back} ${gap} ${back} ${gap + r} V${end}`);
      }
      this.svg.append(this.path(kind, strokes[kind].join(" ")));
    }
    this.svg.classList.toggle("asked", Boolean(chain));
    this.svg.classList.toggle("many", strokes.lit.length > MANY);
    this.svg.classList.toggle("crowded", strokes.soft.length > 2 * MANY);
  }

  // The height at which threads go from the end of a band to the next one.
  gap(band, box) { return band.bottom - box.top + this.rem * 0.75; }

  // Where a long way can pass the columns: between their records, never behind one.
  ways(box) {
    return [...this.floor.querySelectorAll(".column")].map((column) => {
      const { left, right } = column.getBoundingClientRect();
      const taken = [...column.querySelectorAll(".node, .none")].filter((one) => one.offsetParent !== null).map((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return { top: top - box.top, bottom: bottom - box.top };
      });
      const free = (y) => {
        const at = taken.findIndex(({ top, bottom }) => y > top - 3 && y < bottom + 3);
        if (at < 0) return y;
        const { top, bottom } = taken[at];
        const above = at ? (taken[at - 1].bottom + top) / 2 : top - 4;
        const below = at + 1 < taken.length ? (bottom + taken[at + 1].top) / 2 : bottom + 4;
        return y - above < below - y ? above : below;
      };
      return { left: left - box.left, right: right - box.left, free };
    });
  }

  // A curve from one place to another, past the columns that stand between them.
  way(between, x1, y1, x2, y2) {
    let d = `M${x1} ${y1}`;
    let [x, y] = [x1, y1];
    const bend = (toX, toY) => {
      const reach = Math.max(8, (toX - x) / 2);
      d += ` C${x + reach} ${y} ${toX - reach} ${toY} ${toX} ${toY}`;
      [x, y] = [toX, toY];
    };
    between.forEach(({ left, right, free }, at) => {
      bend(left, free(y1 + ((y2 - y1) * (at + 1)) / (between.length + 1)));
      d += ` H${right}`;
      x = right;
    });
    bend(x2, y2);
    return d;
  }

  path(kind, d) {
    return drawing("path", { class: kind, d });
  }

  // Show what is lit, sought or loose; the rest dims or goes.
  light() {
    const { host, data } = this;
    const { chain } = host;
    data.nodes.forEach((node, at) => {
      const button = this.buttons.get(node.key);
      const on = !chain || chain.nodes.has(at);
      const found = !host.sought || plain(`${node.title} ${node.note}`).includes(host.sought);
      const gone = (host.looseOnly && !node.loose) || !found || (host.alone && !on);
      button.parentElement.hidden = gone;
      button.classList.toggle("dim", !on);
      button.classList.toggle("lit", Boolean(chain) && on);
      button.classList.toggle("chosen", host.chosen === node.key);
      button.setAttribute("aria-pressed", String(host.chosen === node.key));
      const part = chain && on ? chain.part(at) : null;
      button.querySelector(".part").textContent = part === null ? "" : data.words.part.replace("{n}", part).replace("{all}", node.count);
    });
    const narrowed = host.sought || host.looseOnly || host.alone;
    for (const column of this.columns) {
      column.hidden = Boolean(narrowed) && ![...column.querySelectorAll("li")].some((line) => !line.hidden);
    }
    this.lay();
    this.rove();
  }

  // What was chosen stays above the panel where that lies over the foot of the page.
  keepInSight(panel) {
    const button = this.buttons.get(this.host.chosen);
    if (!button || getComputedStyle(panel).position !== "sticky") return;
    const [own, over] = [button.getBoundingClientRect(), panel.getBoundingClientRect()];
    if (own.right <= over.left) return; // it stands beside
    button.style.scrollMarginBlock = `5rem ${over.height + this.rem}px`;
    button.scrollIntoView({ block: "nearest" });
  }

  get shown() { return [...this.floor.querySelectorAll(".node")].filter((button) => button.offsetParent !== null); }

  // One stop for Tab; arrows move from there.
  rove(to = null) {
    const { shown } = this;
    const stop = to ?? shown.find((button) => button.dataset.key === this.stop) ?? shown[0];
    for (const button of this.buttons.values()) button.tabIndex = button === stop ? 0 : -1;
    this.stop = stop?.dataset.key;
  }

  key(event) {
    const at = event.target.closest?.(".node");
    if (!at || event.ctrlKey || event.metaKey || event.altKey) return;
    const column = at.closest(".column");
    const own = [...column.querySelectorAll(".node")].filter((button) => button.offsetParent !== null);
    const columns = [...this.floor.querySelectorAll(".column")].filter((one) => [...one.querySelectorAll(".node")].some((button) => button.offsetParent !== null));
    let to = null;
    if (event.key === "ArrowDown") to = own[own.indexOf(at) + 1];
    else if (event.key === "ArrowUp") to = own[own.indexOf(at) - 1];
    else if (event.key === "Home") [to] = own;
    else if (event.key === "End") to = own.at(-1);
    else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      const next = columns[columns.indexOf(column) + (event.key === "ArrowRight" ? 1 : -1)];
      to = next && this.nearest(at, next);
    } else return;
    event.preventDefault();
    event.stopPropagation();
    if (!to) return;
    this.rove(to);
    to.focus();
  }

  // The lit record of a column that is nearest in height, else the nearest one.
  nearest(at, column) {
    const { top } = at.getBoundingClientRect();
    const all = [...column.querySelectorAll(".node")].filter((button) => button.offsetParent !== null);
    const lit = all.filter((button) => button.classList.contains("lit"));
    const far = (button) => Math.abs(button.getBoundingClientRect().top - top);
    return (lit.length ? lit : all).sort((a, b) => far(a) - far(b))[0];
  }
}
