// A table to read.  It is drawn anew where its data changed; nobody types in it.  On a phone
// each row stands as a block, each cell with its heading; the roles keep it a table.

const WIDE = 7; // more columns than this do not fit: marks go under their figures, names stay in sight

function row(tag, cells, data) {
  const line = document.createElement("tr");
  line.setAttribute("role", "row");
  cells.forEach(([text, mark, heat], n) => {
    const cell = document.createElement(tag === "th" || n === 0 ? "th" : "td");
    cell.dataset.label = tag === "th" || n === 0 ? "" : data.columns[n];
    cell.setAttribute("role", tag === "th" ? "columnheader" : n === 0 ? "rowheader" : "cell");
    cell.scope = tag === "th" ? "col" : n === 0 ? "row" : "";
    cell.classList.toggle("figure", data.figures.includes(n));
    cell.append(text);
    cell.classList.toggle("nothing", text === "–");
    if (heat) {
      cell.classList.add("warm");
      cell.style.setProperty("--heat", heat);
    }
    if (mark) {
      const word = document.createElement("span");
      word.className = "mark";
      word.textContent = mark;
      cell.append(" ", word);
    }
    line.append(cell);
  });
  return line;
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".table");
  const shown = JSON.stringify(data);
  if (root.shown === shown) return;
  root.shown = shown;
  const table = document.createElement("table");
  table.setAttribute("role", "table");
  table.classList.toggle("wide", data.columns.length > WIDE);
  const caption = document.createElement("caption");
  caption.textContent = data.caption;
  const head = document.createElement("thead");
  head.append(row("th", data.columns.map((column) => [column, "", 0]), data));
  const body = document.createElement("tbody");
  for (const part of [head, body]) part.setAttribute("role", "rowgroup");
  for (const line of data.lines) {
    const made = row("td", line.cells, data);
    made.classList.toggle("ours", line.ours);
    body.append(made);
  }
  table.append(caption, head, body);
  const scroller = document.createElement("div");
  scroller.className = "scroller";
  scroller.tabIndex = 0;
  scroller.setAttribute("role", "region");
  scroller.setAttribute("aria-label", data.caption);
  scroller.append(table);
  root.lang = data.language;
  root.replaceChildren(scroller);
}
