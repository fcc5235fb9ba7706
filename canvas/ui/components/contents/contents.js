// The content matrix: stages of the purchase by personas, each content a card in its cell.

class Content {
  constructor(host, item) {
    this.host = host;
    this.item = item;
    const { words, fields } = host.data;
    const cell = (name) => make("div", { class: `of-${name}`, title: fields.stage_content[name].label }, item.cell(unspoken(fields.stage_content[name])).element);
    this.handle = make("button", { type: "button", class: "handle", title: words.move_help }, "⠿");
    this.handle.addEventListener("keydown", (event) => this.key(event));
    this.element = make("article", { class: "content" }, this.handle, make("div", {}, cell("content"), cell("cta"),
      make("div", { class: "marks" }, cell("state"), cell("network"))));
    this.element.dataset.id = item.id;
  }

  arrange() {
    const title = this.item.value("content") ?? "";
    this.element.setAttribute("aria-label", title);
    this.handle.setAttribute("aria-label", this.host.data.words.move.replace("{title}", title));
    this.element.dataset.state = this.item.value("state") ?? "";
  }

  key(event) {
    const way = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    if (way) { event.preventDefault(); this.host.step(this.item, ...way); }
    if (event.key === "Delete" || event.key === "Backspace") { event.preventDefault(); this.host.remove(this.item); }
    if (event.key === "Enter") { event.preventDefault(); this.item.cells.get("content").control.focusable.focus(); }
  }
}

class Matrix extends Host {
  constructor(root) {
    super(root);
    draggable(root, {
      handle: (event) => {
        const from = event.composedPath()[0];
        if (from.closest("textarea, input, select, button:not(.handle), .problem")) return null;
        return from.closest(".content:not(.ghosted)");
      },
      areas: () => [...root.querySelectorAll(".place")],
      items: (area) => [...area.querySelectorAll(".cards > .content")],
      drop: (element, area, before) => this.place(this.items.get(element.dataset.id), area.dataset.place, before?.dataset.id ?? null),
    });
  }

  shape(data) { return [data.stages, data.personas.map((persona) => persona.id)]; }

  build() {
    const { data } = this;
    this.places = new Map();
    this.heads = new Map();
    this.sums = make("p", { class: "sums" });
    const grid = make("div", { class: "matrix" });
    grid.style.setProperty("--count", data.personas.length);
    grid.append(make("span", { class: "corner" }), ...data.personas.map((persona) => {
      const head = make("div", { class: "column" });
      this.heads.set(persona.id, head);
      return head;
    }));
    for (const stage of data.stages) {
      const head = make("div", { class: "row" }, make("h2", {}, stage.name), stage.name === stage.label ? null : make("span", {}, stage.label));
      grid.append(head, ...data.personas.map((persona) => this.buildPlace(stage, persona)));
    }
    // What a content will look like, while there is none.
    const { content, cta, state } = data.fields.stage_content;
    this.example = make("div", { class: "example", "aria-hidden": "true" }, make("p", {}, content.example), make("p", {}, `→ ${cta.example}`),
      make("p", {}, state.choices.find((choice) => choice.code === data.new_state).label));
    this.places.values().next().value.nothing.after(this.example);
    return [this.sums, make("div", { class: "scroller" }, grid)];
  }

  buildPlace(stage, persona) {
    const { words, fields } = this.data;
    const label = `${stage.name}, ${persona.name}`;
    const element = make("section", { class: "place", "aria-label": label });
    element.dataset.place = `${stage.id}|${persona.id}`;
    const cards = make("div", { class: "cards" });
    const nothing = make("p", { class: "nothing" }, (persona.id ? words.nothing : words.nothing_yet).replace("{persona}", persona.name));
    const adder = new Adder(this, {
      type: "stage_content", field: fields.stage_content.content, placeholder: words.add_content, label: `${words.add_content}, ${label}`,
      fixed: () => ({ ...(stage.id ? { stage: stage.id } : {}), ...(persona.id ? { persona: persona.id } : {}), state: this.data.new_state }),
    });
    const own = stage.own[persona.id];
    element.append(make("span", { class: "whose" }, persona.name), ...(own ? [make("p", { class: "own" }, own)] : []), nothing, cards, adder.element);
    this.places.set(element.dataset.place, { element, cards, nothing, adder, stage, persona });
    return element;
  }

  made(item) { item.view = new Content(this, item); }

  gone(item) { item.view.element.remove(); }

  // Where a content stands; one whose persona or stage is unknown stands with those that have none.
  placeOf(item) {
    const has = (list, id) => (list.some((known) => known.id === id) ? id : "");
    return `${has(this.data.stages, item.value("stage") ?? "")}|${has(this.data.personas, item.value("persona") ?? "")}`;
  }

  at(place) { return this.of("stage_content").filter((item) => this.placeOf(item) === place); }

  arrange() {
    const { data } = this;
    for (const persona of data.personas) {
      const head = this.heads.get(persona.id);
      head.textContent = persona.name;
      head.style.setProperty("--tone", persona.colour);
    }
    const contents = this.of("stage_content");
    const byPlace = new Map([...this.places.keys()].map((place) => [place, []]));
    for (const item of contents) {
      item.view.arrange();
      (byPlace.get(this.placeOf(item)) ?? [...byPlace.values()].at(-1)).push(item);
    }
    this.example.hidden = contents.length > 0;
    let holes = 0;
    for (const [place, items] of byPlace) {
      const { element, cards, nothing, stage, persona } = this.places.get(place);
      put(cards, items.map((item) => item.view.element));
      element.style.setProperty("--tone", persona.colour);
      element.classList.toggle("hole", !items.length);
      nothing.hidden = items.length > 0;
      if (!items.length && stage.id && (persona.id || data.personas.length === 1)) holes += 1;
    }
    const count = (state) => contents.filter((item) => (item.value("state") ?? "") === state).length;
    const sum = (kind, label, n) => make("span", { class: `sum ${kind}` }, label, " ", make("b", {}, String(n)));
    this.sums.replaceChildren(
      ...data.fields.stage_content.state.choices.map((choice) => sum(choice.code, choice.label, count(choice.code))),
      sum("holes", data.words.holes, holes));
  }

  place(item, place, beforeId) {
    const { stage, persona } = this.places.get(place);
    const others = this.at(place).filter((other) => other !== item);
    const found = beforeId ? others.findIndex((other) => other.id === beforeId) : -1;
    const at = found < 0 ? others.length : found;
    const left = others[at - 1]?.value("position");
    const right = others[at]?.value("position");
    let position = item.value("position");
    const fits = (left === undefined || left < position) && (right === undefined || position < right);
    if (!fits) position = left === undefined ? right - 1 : right === undefined ? left + 1 : (left + right) / 2;
    const edits = [item.edit("stage", stage.id || null), item.edit("persona", persona.id || null), item.edit("position", position)]
      .filter((edit) => !same(edit.base, edit.new));
    if (!edits.length) return;
    outbox.put(this.data.strategy, edits);
    this.arrange();
    this.say(this.data.words.moved.replace("{title}", item.value("content") ?? "").replace("{stage}", stage.name).replace("{persona}", persona.name));
  }

  // One step with an arrow key: along the cell, then to the stage or the persona on that side.
  step(item, dx, dy) {
    const { stages, personas } = this.data;
    const here = this.placeOf(item);
    const [stage, persona] = here.split("|");
    const list = this.at(here);
    const at = list.indexOf(item);
    let target = here;
    let before = null;
    if (dx) {
      const next = personas[personas.findIndex((known) => known.id === persona) + dx];
      if (!next) return;
      target = `${stage}|${next.id}`;
      before = this.at(target)[at]?.id ?? null;
    } else if (at + dy < 0 || at + dy >= list.length) {
      const next = stages[stages.findIndex((known) => known.id === stage) + dy];
      if (!next) return;
      target = `${next.id}|${persona}`;
      before = dy > 0 ? this.at(target)[0]?.id ?? null : null;
    } else before = list[dy > 0 ? at + 2 : at - 1]?.id ?? null;
    this.place(item, target, before);
    item.view.element.scrollIntoView({ block: "nearest", inline: "nearest" });
    item.view.handle.focus();
  }

  // From a content to the one below, then to the line where the next is written.
  after(item, field) {
    if (field?.name === "cta") return item.cells.get("state").control.focusable;
    if (field) return item.cells.get("cta").control.focusable;
    const list = this.at(this.placeOf(item));
    const at = list.indexOf(item);
    const next = list[at + 1] ?? list[at - 1];
    return next ? next.view.handle : this.places.get(this.placeOf(item)).adder.control.focusable;
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".canvas");
  (root.matrix ??= new Matrix(root)).render(data);
}
