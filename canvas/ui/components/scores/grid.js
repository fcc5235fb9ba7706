// Drives the AG Grid that stands in its frame: gives it columns and rows, hears its keys.
//
// A cell is never in an editor: a digit sets it, at once, so nothing that comes from the
// server can close an editor or lose a keystroke, and the grid needs no remount.

const WEIGHTS = "weights";

const GRID_STYLE = `
  html, body { margin: 0; overflow: hidden; }
  .ag-root-wrapper { border-radius: 0.6em; }
  .ag-layout-auto-height :is(.ag-center-cols-viewport, .ag-center-cols-container) { min-height: 0 !important; }
  .ag-cell.digit { display: flex; align-items: center; justify-content: center; font-variant-numeric: tabular-nums; cursor: pointer; user-select: none; font-weight: 600; }
  .ag-cell.result { display: flex; align-items: center; justify-content: flex-end; font-variant-numeric: tabular-nums; }
  .ag-cell.best { font-weight: 700; }
  .ag-row-pinned .ag-cell.digit { font-weight: 400; }
  .ag-row-pinned { background: var(--panel) !important; }
  .ag-cell-focus.digit:focus-within { outline: 3px solid var(--focus); outline-offset: -3px; }
  .head { position: relative; display: flex; align-items: center; gap: 0.4em; width: 100%; height: 100%; min-width: 0; }
  .head > span { flex: 1; min-width: 0; overflow-wrap: break-word; hyphens: auto; white-space: normal; line-height: 1.25; padding: 0.5em 0; }
  .ag-cell .head > span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; overflow-wrap: anywhere; line-height: 1.15; padding: 0; hyphens: none; }
  .ag-header-cell { padding-inline: 0.45em; font-size: var(--note); }
  .head small { color: var(--quiet); font-size: var(--small); white-space: nowrap; }
  .head small:empty { display: none; }
  .head button { position: absolute; right: -0.3em; border: 1px solid var(--rule); background: var(--ground); color: inherit; font: inherit; font-size: 1.1em; line-height: 1; width: 1.5em; height: 1.5em; border-radius: 0.4em; cursor: pointer; opacity: 0; padding: 0; }
  .ag-header-cell .head button { top: 0.2em; }
  .ag-row:hover .head button, .ag-header-cell:hover .head button, .head button:focus-visible, .ag-cell-focus .head button, .ag-header-cell:focus-within .head button { opacity: 1; }
  @media (hover: none) { .head button { opacity: 1; } }
  .head button:hover { color: inherit; background: var(--rule); }
  .head button:focus-visible { outline: 2px solid var(--focus); }
`;

class MatrixGrid {
  constructor(matrix, say) {
    this.matrix = matrix;
    this.say = say;
  }

  // The frame came, or came anew.
  attach(frame) {
    const { api, document: page } = frame;
    if (this.api === api) return;
    this.api = api;
    this.page = page;
    this.shape = this.rows = this.look = null;
    // One driver a grid: another one of this page may have had it before.
    frame.driver?.abort();
    frame.driver = new AbortController();
    const { signal } = frame.driver;
    const style = page.createElement("style");
    style.textContent = GRID_STYLE;
    page.head.append(style);
    page.addEventListener("keydown", (event) => this.key(event), { capture: true, signal });
    page.addEventListener("pointerdown", () => {
      this.before = page.activeElement?.closest(".ag-cell") ? api.getFocusedCell() : null;
    }, { capture: true, signal });
    api.addEventListener("cellClicked", (event) => signal.aborted || this.clicked(event));
    api.setGridOption("tabToNextCell", ({ previousCellPosition, backwards }) => this.next(previousCellPosition, backwards ? -1 : 1));
    this.draw();
  }

  get alive() { return this.api && !this.api.isDestroyed() && this.page.defaultView; }

  draw() {
    if (!this.alive) return;
    const { data, options, criteria } = this.matrix;
    this.paint();
    const rows = JSON.stringify(options.map(({ id }) => id));
    const shape = JSON.stringify([data.language, data.colours, criteria.map(({ id, name, question }) => [id, name, question])]);
    if (this.shape !== shape) {
      this.shape = shape;
      this.api.setGridOption("columnDefs", this.columns());
      this.api.setGridOption("pinnedTopRowData", [{ id: WEIGHTS }]);
    }
    if (this.rows !== rows) {
      this.rows = rows;
      this.api.setGridOption("rowData", options.map(({ id }) => ({ id })));
    }
    this.api.refreshCells();
    this.api.refreshCells({ columns: ["network", "total", "rank"], force: true });
  }

  // Sizes and colours of the page: a projected page has larger letters.
  paint() {
    const { data } = this.matrix;
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const look = JSON.stringify([rem, data.colours]);
    if (this.look === look) return;
    this.look = look;
    const root = this.page.documentElement;
    root.style.fontSize = `${rem}px`;
    const around = getComputedStyle(document.documentElement);
    root.style.setProperty("--small", around.getPropertyValue("--canevas-small") || "0.8em");
    root.style.setProperty("--note", around.getPropertyValue("--canevas-note") || "0.875rem");
    root.lang = data.language;
    for (const [name, colour] of Object.entries({ ground: data.colours.ground, panel: data.colours.panel, quiet: data.colours.quiet, rule: data.colours.rule, focus: data.colours.text })) {
      root.style.setProperty(`--${name}`, colour);
    }
    this.page.defaultView.frameElement?.setAttribute("aria-label", data.words.matrix);
    this.api.setGridOption("rowHeight", Math.round(rem * 2.6));
    this.shape = null;
  }

  columns() {
    const { matrix } = this;
    const { words } = matrix.data;
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const weights = ({ node }) => Boolean(node?.rowPinned);
    const fixed = { suppressMovable: true, resizable: false, sortable: false };
    return [
      {
        ...fixed, colId: "network", headerName: words.network, pinned: "left", width: rem * 12.75, resizable: true,
        valueGetter: (cell) => (weights(cell) ? words.weight : this.name(cell.data.id)),
        cellRenderer: head(this, (cell) => (weights(cell) ? null : { type: "network_option", id: cell.data.id })),
        sortable: true,
      },
      ...matrix.criteria.map(({ id, name, question }) => ({
        ...fixed, colId: id, headerName: name, headerTooltip: question || name, flex: 1, minWidth: rem * 5,
        wrapHeaderText: true, autoHeaderHeight: true,
        headerComponent: head(this, () => ({ type: "criterion", id })),
        cellClass: "digit",
        valueGetter: (cell) => (weights(cell) ? matrix.weight(id) : matrix.score(cell.data.id, id)),
        valueFormatter: (cell) => (weights(cell) ? `×${cell.value ?? 1}` : cell.value ?? "–"),
        cellStyle: (cell) => (weights(cell) ? null : this.heat(cell.value)),
      })),
      {
        ...fixed, colId: "total", headerName: words.total, pinned: "right", width: rem * 5, sortable: true,
        cellClass: "result",
        cellClassRules: { best: ({ data }) => matrix.rank(data.id) === 1 },
        sortingOrder: ["desc", "asc", null],
        valueGetter: (cell) => (weights(cell) ? null : matrix.ratio(cell.data.id)),
        valueFormatter: (cell) => (weights(cell) ? "" : matrix.percent(cell.value)),
        cellStyle: (cell) => this.bar(cell.value),
        tooltipValueGetter: (cell) => this.missing(cell),
      },
      {
        ...fixed, colId: "rank", headerName: words.rank, pinned: "right", width: rem * 4.2, sortable: true,
        cellClass: "result",
        cellClassRules: { best: ({ data }) => matrix.rank(data.id) === 1 },
        sortingOrder: ["asc", "desc", null],
        valueGetter: (cell) => (weights(cell) ? null : matrix.rank(cell.data.id)),
        valueFormatter: (cell) => (weights(cell) ? "" : cell.value ?? "–"),
        comparator: (a, b) => (a ?? Infinity) - (b ?? Infinity),
      },
    ];
  }

  name(id) { return this.matrix.called(id); }

  heat(score) {
    const { heat, quiet, ground } = this.matrix.data.colours;
    const [backgroundColor, color] = score === null ? [ground, quiet] : heat[score];
    return { backgroundColor, color };
  }

  bar(ratio) {
    const { bar } = this.matrix.data.colours;
    const share = Math.round((ratio ?? 0) * 100);
    return { background: share ? `linear-gradient(to right, ${bar} ${share}%, transparent ${share}%)` : "transparent" };
  }

  missing({ node, data }) {
    const left = node?.rowPinned ? 0 : this.matrix.totals.get(data.id)?.missing;
    return left ? this.matrix.data.words.missing.replace("{n}", String(left)) : null;
  }

  // --- keys and clicks --------------------------------------------------------------

  key(event) {
    const undo = (event.ctrlKey || event.metaKey) && ["z", "y"].includes(event.key.toLowerCase());
    if (undo || event.key === "Escape") {
      // The frame keeps its keys to itself: undo, and leaving a projection, are the page's.
      const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
      event.preventDefault();
      document.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, metaKey, shiftKey, altKey, bubbles: true }));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("button")) return;
    const wanted = this.wanted(event);
    if (wanted === undefined) return;
    const header = event.target.closest(".ag-header-cell");
    const done = header ? wanted === null && this.take("criterion", header.getAttribute("col-id")) : this.typed(wanted);
    if (done) { event.preventDefault(); event.stopPropagation(); }
  }

  // The digit that a key means, null for “empty it”.  On a French keyboard the digits need
  // Shift: the key in their place means them too.
  wanted({ key, code }) {
    if (key === "Delete" || key === "Backspace") return null;
    if (/^\d$/.test(key)) return Number(key);
    const place = /^(?:Digit|Numpad)(\d)$/.exec(code);
    return place ? Number(place[1]) : undefined;
  }

  typed(wanted) {
    const cell = this.api.getFocusedCell();
    if (!cell) return false;
    const column = cell.column.getColId();
    const row = cell.rowPinned ? WEIGHTS : this.api.getDisplayedRowAtIndex(cell.rowIndex)?.id;
    if (column === "network") return wanted === null && row !== WEIGHTS && this.take("network_option", row);
    if (!this.isCriterion(column)) return false;
    this.set(row, column, wanted);
    return true;
  }

  isCriterion(column) { return this.matrix.criteria.some(({ id }) => id === column); }

  set(row, column, wanted) {
    const { matrix } = this;
    const { words, max, max_weight: heaviest } = matrix.data;
    const onWeights = row === WEIGHTS;
    if (wanted !== null && (wanted > (onWeights ? heaviest : max) || wanted < (onWeights ? 1 : 0))) {
      this.say(onWeights ? words.weight_range : words.score_range);
      return;
    }
    if (onWeights) matrix.setWeight(column, wanted);
    else matrix.setScore(row, column, wanted);
    this.say(onWeights
      ? words.weighs.replace("{criterion}", matrix.called(column)).replace("{weight}", String(wanted ?? 1))
      : words.scored.replace("{network}", matrix.called(row)).replace("{criterion}", matrix.called(column))
        .replace("{score}", wanted === null ? "–" : String(wanted)).replace("{total}", matrix.percent(matrix.ratio(row))));
  }

  // A click on the cell that has the cursor raises it by one, and empties it after the best.
  clicked({ column, rowIndex, rowPinned, node }) {
    const { before } = this;
    const same = before && before.column === column && before.rowIndex === rowIndex && (before.rowPinned ?? null) === (rowPinned ?? null);
    const id = column.getColId();
    if (!same || !this.isCriterion(id)) return;
    const { matrix } = this;
    if (rowPinned) {
      const heaviest = matrix.data.max_weight;
      this.set(WEIGHTS, id, ((matrix.weight(id) ?? 1) % heaviest) + 1);
    } else {
      const score = matrix.score(node.id, id);
      this.set(node.id, id, score === null ? 0 : score === matrix.data.max ? null : score + 1);
    }
  }

  take(type, id) {
    if (type === "criterion" && !this.isCriterion(id)) return false;
    this.matrix.remove(type, id, () => this.say(this.matrix.data.words.removed));
    return true;
  }

  // Tab goes from score to score; totals and names are reached with the arrows.
  next({ rowIndex, rowPinned, column }, way) {
    const columns = this.matrix.criteria.map(({ id }) => id);
    if (!columns.length) return false;
    const all = this.api.getAllDisplayedColumns().map((known) => known.getColId());
    const from = all.indexOf(column.getColId());
    const ahead = columns.filter((id) => (all.indexOf(id) - from) * way > 0);
    let row = rowPinned ? -1 : rowIndex;
    let target = way > 0 ? ahead[0] : ahead[ahead.length - 1];
    if (target === undefined) { row += way; target = way > 0 ? columns[0] : columns[columns.length - 1]; }
    if (row < -1 || row >= this.api.getDisplayedRowCount()) return false;
    return { rowIndex: Math.max(row, 0), rowPinned: row < 0 ? "top" : null, column: this.api.getColumn(target) };
  }

  // Show for a moment what somebody else changed.
  flash(changed) {
    if (!this.alive) return;
    for (const [option, criterion] of changed) {
      const node = this.api.getRowNode(option);
      if (node && this.isCriterion(criterion)) this.api.flashCells({ rowNodes: [node], columns: [criterion] });
    }
  }
}

// A name with a button that takes it away: of a network in its row, of a criterion above
// its column.  `what` says which, or null for a name that stays.
function head(grid, what) {
  return class {
    init(cell) {
      this.gui = grid.page.createElement("div");
      this.gui.className = "head";
      this.text = grid.page.createElement("span");
      this.gui.append(this.text);
      const named = what(cell);
      if (named) {
        this.role = grid.page.createElement("small");
        this.button = grid.page.createElement("button");
        this.button.type = "button";
        this.button.tabIndex = -1;
        this.button.textContent = "×";
        this.button.onclick = (event) => { event.stopPropagation(); grid.take(named.type, named.id); };
        this.gui.append(this.role, this.button);
        this.named = named;
      }
      this.refresh(cell);
    }

    refresh(cell) {
      const text = cell.displayName ?? cell.value ?? "";
      this.text.textContent = this.text.title = text;
      if (this.named) {
        const { words } = grid.matrix.data;
        this.button.title = words.remove;
        this.button.setAttribute("aria-label", words.remove_one.replace("{name}", text));
        const option = this.named.type === "network_option" && grid.matrix.options.find(({ id }) => id === this.named.id);
        this.role.textContent = (option && words.roles[option.role]) || "";
      }
      return true;
    }

    getGui() { return this.gui; }
    destroy() {}
  };
}
