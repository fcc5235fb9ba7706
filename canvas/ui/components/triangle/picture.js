// The triangle and its three sliders: one balance, shown twice.  Positions are percents of
// time (top), money (left) and patience (right), and move along a grid of steps.

const HEIGHT = 86.6; // of a triangle of side 100

// Where a balance stands, and which balance stands there.
const placed = ([time, , patience]) => [(50 * time + 100 * patience) / 100, HEIGHT * (1 - time / 100)];
function balanced(x, y) {
  const time = 1 - y / HEIGHT;
  const patience = (x - 50 * time) / 100;
  return [time, 1 - time - patience, patience].map((part) => Math.max(0, part));
}

// The nearest balance of the grid.
function onGrid(weights, step) {
  return divide(100 / step, weights).map((units) => units * step);
}

// The balance after an arrow key: sideways from money to patience or back, upwards from
// both to time, half and half; an odd step is the larger one's.
function stepped([time, money, patience], key, size, step) {
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const moved = key === "ArrowLeft" ? Math.min(size, patience) : -Math.min(size, money);
    return [time, money + moved, patience - moved];
  }
  const wanted = key === "ArrowUp" ? Math.min(100, time + size) : Math.max(0, time - size);
  const half = Math.trunc((wanted - time) / 2 / step) * step;
  const odd = wanted - time - 2 * half;
  const left = Math.min(Math.max(0, money - half - (money >= patience ? odd : 0)), 100 - wanted);
  return [wanted, left, 100 - wanted - left];
}

class Picture {
  constructor(host) {
    this.host = host;
    const { data } = host;
    const { words, corners } = data;
    this.shades = [drawing("path", { class: "shade" }), drawing("path", { fill: "url(#hatch)" })];
    this.marks = drawing("g", { class: "marks" });
    this.handle = drawing("g", { class: "handle", tabindex: "0", role: "slider", "aria-valuemin": "0", "aria-valuemax": "100", "aria-label": words.handle },
      drawing("circle", { class: "reach", r: "10" }), drawing("circle", { class: "halo", r: "6" }), drawing("circle", { class: "knob", r: "4.4" }));
    const outline = `M50 0 L0 ${HEIGHT} L100 ${HEIGHT} Z`;
    const lines = [20, 40, 60, 80].map((n) => `M${placed([n, 100 - n, 0]).join(" ")} L${placed([n, 0, 100 - n]).join(" ")} M${placed([0, n, 100 - n]).join(" ")} L${placed([100 - n, n, 0]).join(" ")} M${placed([0, 100 - n, n]).join(" ")} L${placed([100 - n, 0, n]).join(" ")}`);
    this.svg = drawing("svg", { viewBox: "-7 -7 114 101" },
      drawing("defs", {},
        drawing("pattern", { id: "hatch", width: "2.4", height: "2.4", patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, drawing("rect", { class: "hatch", width: "1.1", height: "2.4" })),
        drawing("clipPath", { id: "inside" }, drawing("path", { d: outline }))),
      drawing("path", { class: "ground", d: outline }),
      drawing("g", { "clip-path": "url(#inside)" }, ...this.shades),
      drawing("path", { class: "lines", d: lines.join(" ") }),
      drawing("path", { class: "outline", d: outline }),
      ...corners.map((corner, n) => {
        const [x, y] = placed([0, 1, 2].map((other) => (other === n ? 100 : 0)));
        const dot = drawing("circle", { class: "corner", cx: x, cy: y, r: "2.2" });
        dot.style.setProperty("--tone", corner.colour);
        return dot;
      }),
      this.marks, this.handle);
    this.labels = corners.map((corner) => {
      const label = make("div", { class: `corner-label ${corner.name}`, title: corner.help }, make("strong", {}, corner.label), make("span", { class: "value" }));
      label.style.setProperty("--tone", corner.colour);
      return label;
    });
    this.sliders = corners.map((corner, n) => {
      const range = make("input", { type: "range", min: "0", max: "100", step: String(data.table.step), "aria-label": corner.label, title: corner.help });
      range.style.setProperty("--tone", corner.colour);
      let pointing = false;
      range.addEventListener("pointerdown", () => { pointing = true; });
      range.addEventListener("input", () => host.move(this.slid(n, Number(range.value))));
      range.addEventListener("change", () => { if (pointing) host.keep(); else host.rest(); pointing = false; });
      range.addEventListener("blur", () => host.keep());
      return range;
    });
    this.legend = make("p", { class: "legend", hidden: true }, make("span", { class: "sample", "aria-hidden": "true" }), words.refused);
    this.element = make("div", { class: "picture" },
      make("div", { class: "drawn" }, this.labels[0], this.svg, make("div", { class: "feet" }, this.labels[1], this.labels[2])),
      this.legend,
      make("div", { class: "sliders" }, ...corners.map((corner, n) => make("label", { class: "slider" }, make("span", { class: "name" }, corner.label), this.sliders[n], make("span", { class: "value" })))));
    this.listen();
  }

  // What the other two become when one slider moves: they keep their proportion.
  slid(n, wanted) {
    const { step } = this.host.data.table;
    const from = this.host.gesture?.from ?? this.host.shown;
    const others = [0, 1, 2].filter((other) => other !== n);
    const rest = divide((100 - wanted) / step, others.map((other) => from[other]));
    return from.map((_, at) => (at === n ? wanted : rest[others.indexOf(at)] * step));
  }

  listen() {
    const { host } = this;
    const at = (event) => {
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
      return onGrid(balanced(point.x, point.y), host.data.table.step);
    };
    let pointer = null;
    this.svg.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || pointer !== null) return;
      // A finger beside the handle scrolls the page; a tap there moves the handle.
      if (event.pointerType !== "mouse" && !this.handle.contains(event.composedPath()[0])) return;
      event.preventDefault();
      pointer = event.pointerId;
      this.svg.setPointerCapture(pointer);
      this.handle.focus({ preventScroll: true });
      host.hold();
      if (event.pointerType === "mouse") host.move(at(event));
    });
    // `touch-action` has no effect on what is inside a drawing.
    this.handle.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false });
    this.svg.addEventListener("pointermove", (event) => {
      if (event.pointerId === pointer) host.move(at(event));
    });
    this.svg.addEventListener("pointerup", (event) => {
      if (event.pointerId !== pointer) return;
      pointer = null;
      host.keep();
    });
    this.svg.addEventListener("pointercancel", (event) => {
      if (event.pointerId !== pointer) return;
      pointer = null;
      host.letGo();
    });
    this.svg.addEventListener("click", (event) => {
      if (event.pointerType === "mouse" || this.handle.contains(event.composedPath()[0])) return;
      host.move(at(event));
      host.keep();
    });
    this.handle.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && pointer !== null) { pointer = null; event.preventDefault(); host.letGo(); return; }
      if (!/^Arrow/.test(event.key)) return;
      event.preventDefault();
      const { step } = host.data.table;
      const from = onGrid(host.shown, step);
      host.move(stepped(from, event.key, event.shiftKey ? step : 2 * step, step));
      host.rest();
    });
    this.handle.addEventListener("blur", () => { if (pointer === null) host.keep(); });
  }

  // Which cells of the grid are refused: drawn once for what the strategy says.
  outline() {
    const { data } = this.host;
    if (this.outlined === data.table) return;
    this.outlined = data.table;
    const radius = data.table.step / Math.sqrt(3) + 0.03;
    const cell = [30, 90, 150, 210, 270, 330].map((angle) => [Math.cos((angle * Math.PI) / 180) * radius, Math.sin((angle * Math.PI) / 180) * radius]);
    const cells = this.host.grid.filter((_, n) => data.table.points[n].length === 1)
      .map((at) => { const [x, y] = placed(at); return `M${cell.map(([dx, dy]) => `${(x + dx).toFixed(2)} ${(y + dy).toFixed(2)}`).join(" L")} Z`; });
    for (const shade of this.shades) shade.setAttribute("d", cells.join(" "));
    this.legend.hidden = !cells.length;
  }

  paint(at, { ghost, refused }) {
    const { host } = this;
    const { corners } = host.data;
    this.outline();
    const [x, y] = placed(at);
    this.handle.setAttribute("transform", `translate(${x} ${y})`);
    this.handle.classList.toggle("guess", ghost);
    this.handle.classList.toggle("refused", refused);
    this.handle.setAttribute("aria-valuenow", String(Math.round(at[0])));
    this.handle.setAttribute("aria-valuetext", host.said(at));
    corners.forEach((corner, n) => {
      const value = host.percent(at[n]);
      this.labels[n].lastChild.textContent = value;
      const slider = this.sliders[n];
      slider.value = String(at[n]);
      slider.style.setProperty("--at", `${at[n]}%`);
      slider.setAttribute("aria-valuetext", value);
      slider.nextSibling.textContent = value;
    });
    const marks = host.places().map(({ at: place, letter, title, chosen }) => {
      const [cx, cy] = placed(place);
      return drawing("g", { class: chosen ? "mark chosen" : "mark", transform: `translate(${cx} ${cy})` },
        drawing("title", {}, title), drawing("circle", { r: "2.6" }), drawing("text", { y: "1.15" }, letter));
    });
    this.marks.replaceChildren(...marks);
  }
}
