// Key indicators to read from the back of a room; nobody types in them.

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function way(card) {
  const bar = make("div", { class: "way", role: "img", "aria-label": card.way_said });
  const done = make("span", { class: "done" });
  done.style.inlineSize = `${100 * Math.min(1, Math.max(0, card.way))}%`;
  bar.append(done);
  if (card.line !== null && card.line > 0 && card.line < 1) {
    const line = make("span", { class: "line" });
    line.style.insetInlineStart = `${100 * card.line}%`;
    bar.append(line);
  }
  return bar;
}

function drawn(card) {
  const facts = make("dl", { class: "facts" });
  for (const [label, value] of card.facts) {
    facts.append(make("div", {}, make("dt", {}, label), make("dd", {}, value)));
  }
  const element = make("article", { class: "card", "aria-label": card.name },
    make("h3", {}, card.name),
    make("p", { class: "figure" }, card.figure),
    make("p", { class: "light" }, make("span", { class: "sign", "aria-hidden": "true" }, card.sign), " ", card.verdict));
  if (card.way !== null) element.append(way(card));
  element.append(facts);
  const lines = [...card.said.map((text) => make("li", {}, text)), ...card.missing.map((text) => make("li", { class: "missing" }, text))];
  if (lines.length) element.append(make("ul", {}, ...lines));
  element.dataset.light = card.light;
  return element;
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".indicators");
  const shown = JSON.stringify(data);
  if (root.shown === shown) return;
  root.shown = shown;
  for (const [name, colour] of Object.entries(data.tones)) root.style.setProperty(`--${name}`, colour);
  root.lang = data.language;
  root.classList.toggle("ghost", data.ghost);
  if (data.ghost) root.setAttribute("aria-hidden", "true");
  else root.removeAttribute("aria-hidden");
  root.replaceChildren(...data.cards.map(drawn));
}
