// The sheet as a page to hand out: a copy in plain text, laid out in millimetres as the
// printer will, tells how full the page is, and is all that gets printed.
//
// The copy stands in the document's body, since printing must hide everything else there;
// its style is a constructed one for the same reason.

const PAGE_HEIGHT = 297 - 2 * 16; // mm of an A4 page between its margins
const PX_PER_MM = 96 / 25.4;
const PRINT = `
@page { size: A4; margin: 16mm 18mm; }
.canevas-paper { width: 174mm; font: 10pt/1.4 "Source Sans", "Helvetica Neue", Arial, sans-serif; color: #1c2740; background: #fff; }
.canevas-paper * { margin: 0; padding: 0; box-sizing: border-box; }
.canevas-paper h1 { font-size: 20pt; line-height: 1.2; }
.canevas-paper .from { font-size: 11pt; color: #566175; margin-bottom: 5mm; border-bottom: 0.6mm solid #0f766e; padding-bottom: 2.5mm; }
.canevas-paper .columns { display: grid; grid-template-columns: 1fr 1fr; gap: 3mm 8mm; }
.canevas-paper .wide { grid-column: 1 / -1; }
.canevas-paper h2 { font-size: 12pt; margin-bottom: 1.2mm; color: var(--tone, #0f766e); }
.canevas-paper .card { break-inside: avoid; margin-bottom: 2mm; }
.canevas-paper .look-title { font-weight: 600; }
.canevas-paper .look-fine, .canevas-paper .look-line { color: #566175; }
.canevas-paper b { font-weight: 600; }
.canevas-paper p { white-space: pre-line; overflow-wrap: anywhere; }
@media screen { .canevas-paper { position: absolute; left: -9999px; top: 0; visibility: hidden; } }
@media print {
  body > *:not(.canevas-paper) { display: none !important; }
  html, body { height: auto !important; overflow: visible !important; background: #fff !important; }
}`;

class Paper {
  constructor(sheet, body) {
    this.sheet = sheet;
    const { page } = sheet.data;
    this.said = make("p", { class: "said", role: "status" });
    this.bar = make("div", { class: "bar" });
    this.gauge = make("div", { class: "gauge", role: "meter", "aria-valuemin": "0", "aria-valuemax": "100", "aria-label": page.words.gauge }, this.bar);
    const print = make("button", { type: "button", class: "print", onclick: () => window.print() }, page.words.print);
    this.title = make("h2");
    this.from = make("p", { class: "from" });
    this.blocks = make("div", { class: "blocks" });
    this.element = make("div", { class: "desk" },
      make("div", { class: "measure" }, make("div", { class: "level" }, this.said, this.gauge), print),
      make("div", { class: "paper" }, make("div", { class: "head" }, this.title, this.from), body, this.blocks));
    this.style = new CSSStyleSheet();
    this.style.replaceSync(PRINT);
  }

  open() {
    if (this.copy) return;
    this.copy = make("div", { class: "canevas-paper", "aria-hidden": "true" });
    document.body.append(this.copy);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.style];
  }

  close() {
    this.copy?.remove();
    this.copy = null;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((style) => style !== this.style);
  }

  update() {
    const { page } = this.sheet.data;
    this.open();
    this.title.textContent = page.title;
    this.from.textContent = page.subtitle;
    this.blocks.replaceChildren(...page.blocks.map(({ heading, lines }) =>
      make("section", { class: "block" }, make("h3", {}, heading), ...lines.map((line) => make("p", {}, line)))));
    this.copy.lang = this.sheet.data.language;
    this.copy.replaceChildren(make("h1", {}, page.title), make("p", { class: "from" }, page.subtitle),
      make("div", { class: "columns" }, ...this.sections(), ...page.blocks.map(({ heading, lines }) => this.block(heading, "", lines.map((line) => make("p", {}, line))))));
    this.measure();
  }

  // What is filled in, section by section, as texts.
  sections() {
    return this.sheet.data.sections.map((section) => {
      const { slots, single } = this.sheet.data.types[section.type];
      const cards = this.sheet.within(section).map((card) => {
        const lines = slots.map((slot) => [slot, this.shown(card.cells.get(slot.field))]).filter(([, text]) => text)
          .map(([slot, text]) => make("p", { class: `look-${slot.look}` }, ["title", "plain", "fine"].includes(slot.look) ? "" : make("b", {}, `${slot.label}${this.sheet.data.page.words.colon} `), text));
        return make("div", { class: "card" }, ...lines);
      }).filter((card) => card.childElementCount);
      return cards.length ? this.block(section.heading, this.sheet.data.page.inks[section.id], cards, single) : "";
    });
  }

  block(heading, colour, children, wide = true) {
    const element = make("div", { class: wide ? "wide" : "half" }, make("h2", {}, heading), ...children);
    if (colour) element.style.setProperty("--tone", colour);
    return element;
  }

  shown(cell) {
    const value = cell.control.get();
    if (value === null) return "";
    if (cell.field.to) return (cell.field.options ?? []).find((option) => option.id === value)?.title ?? "";
    if (cell.field.kind === "date") return new Intl.DateTimeFormat(this.sheet.data.language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(value));
    return Array.isArray(value) ? value.join(" · ") : String(value);
  }

  measure() {
    const { words } = this.sheet.data.page;
    const { language } = this.sheet.data;
    const share = this.copy.getBoundingClientRect().height / PX_PER_MM / PAGE_HEIGHT;
    const over = share > 1;
    const figure = over
      ? new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(Math.max(1.1, share))
      : new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(share);
    const said = (over ? words.over : words.fits).replace("{figure}", figure);
    if (this.said.textContent !== said) this.said.textContent = said;
    this.element.classList.toggle("over", over);
    this.bar.style.width = `${Math.min(share, 1) * 100}%`;
    this.gauge.setAttribute("aria-valuenow", String(Math.round(share * 100)));
    this.gauge.setAttribute("aria-valuetext", said);
  }
}
