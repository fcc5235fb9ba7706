// What the rules say of a record, as a small sign in the corner of the field that mends it,
// with the sentence in a note that opens on focus or a click.  Signs take no room of their
// own, and none stands in a field while somebody writes in it.
//
// A row that is remarked has `cells`; what is said of a field that is not on show stands at
// the first field that is, but for a picture: its own button stands in that corner.

const REMARK_SHAPES = {
  error: "M8 1 15 8 8 15 1 8Z",
  warning: "M8 1.6 15.4 14.4H.6Z",
  hint: "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Z",
};

const REMARK_WEIGHTS = Object.keys(REMARK_SHAPES);

function remarkShape(severity) {
  return drawing("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" },
    drawing("path", { class: "shape", d: REMARK_SHAPES[severity] }),
    drawing("path", { class: "stroke", d: severity === "hint" ? "M8 7.2V11.6M8 4.4V4.9" : "M8 5.2V9M8 11.4V11.8" }));
}

class RemarkSign {
  constructor(cell) {
    this.cell = cell;
    this.id = newId();
    this.button = make("button", { type: "button", class: "remark-sign" });
    this.said = make("span", { id: this.id, hidden: true });
    this.note = make("div", { class: "remark-note", role: "tooltip" });
    this.note.popover = "manual";
    this.button.addEventListener("focus", () => this.button.matches(":focus-visible") && this.open());
    this.button.addEventListener("blur", () => this.close());
    this.button.addEventListener("click", (event) => { event.stopPropagation(); this.isOpen ? this.close() : this.open(); });
    this.button.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.isOpen) return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
    });
    this.away = (event) => { if (!event.composedPath().includes(this.button)) this.close(); };
    cell.element.append(this.button, this.said, this.note);
  }

  get isOpen() { return this.note.matches(":popover-open"); }

  open() {
    if (this.isOpen) return;
    this.note.showPopover();
    addEventListener("pointerdown", this.away, true);
    addEventListener("scroll", this.away, true);
    const at = this.button.getBoundingClientRect();
    const { width, height } = this.note.getBoundingClientRect();
    const below = at.bottom + height + 12 < innerHeight || at.top < height + 12;
    this.note.style.left = `${Math.max(8, Math.min(at.right - width, innerWidth - width - 8))}px`;
    this.note.style.top = `${below ? at.bottom + 4 : at.top - height - 4}px`;
  }

  close() {
    removeEventListener("pointerdown", this.away, true);
    removeEventListener("scroll", this.away, true);
    if (this.isOpen) this.note.hidePopover();
  }

  show(remarks) {
    const key = JSON.stringify(remarks);
    if (key === this.key) return;
    this.key = key;
    const worst = REMARK_WEIGHTS.find((severity) => remarks.some((remark) => remark.severity === severity));
    const spoken = remarks.map((remark) => `${remark.label}: ${remark.sentence}`).join(" ");
    this.button.dataset.severity = worst;
    this.button.setAttribute("aria-label", spoken);
    this.button.title = remarks.map((remark) => remark.sentence).join("\n");
    this.button.replaceChildren(remarkShape(worst));
    this.said.textContent = spoken;
    this.note.replaceChildren(...remarks.map((remark) => make("p", {}, make("strong", {}, remark.label), remark.sentence)));
  }

  // Whether it stands there: what is said beside a field is said with the field as well.
  stand(stands) {
    if (!stands) this.close();
    this.button.hidden = !stands;
    this.cell.element.classList.toggle("remarked", stands);
    if (stands) this.cell.labelled.setAttribute("aria-describedby", this.id);
    else this.cell.labelled.removeAttribute("aria-describedby");
  }
}

// Put what the server says of a row beside its fields, once the row is as it will be seen.
function remark(row, raw) {
  const said = raw?.remarks ?? [];
  if (!said.length && !row.remarks?.length) return;
  row.remarks = said;
  queueMicrotask(() => {
    const onShow = (cell) => cell && !cell.element.closest("[hidden]");
    const cells = [...row.cells.values()];
    const head = cells.find((cell) => onShow(cell) && cell.field.kind !== "picture");
    for (const cell of cells) {
      cell.remark(row.remarks.filter((one) => {
        const own = row.cells.get(one.field);
        return cell === (onShow(own) ? own : head);
      }));
    }
  });
}
