// The matrix on a phone: a card a network, a row of digits a criterion.

class Cards {
  constructor(matrix, say) {
    this.matrix = matrix;
    this.say = say;
    this.element = make("div", { class: "cards" });
    this.open = new Set();
  }

  draw() {
    const { matrix } = this;
    const { data, options, criteria } = matrix;
    const shape = JSON.stringify([data.language, options.map(({ id }) => id), criteria.map(({ id, name }) => [id, name])]);
    if (this.shape !== shape) {
      this.shape = shape;
      this.parts = criteria.length ? options.map((option) => this.card(option.id)) : [];
      if (criteria.length) this.parts.push(this.weights());
      this.element.replaceChildren(...this.parts.map(({ element }) => element));
    }
    for (const part of this.parts) part.show();
  }

  // A card that opens: its lines are built when it does.
  folding(id, heading, lines, ends = []) {
    const element = make("details", { class: "network" }, make("summary", {}, ...heading));
    let shown = [];
    element.addEventListener("toggle", () => {
      if (element.open) this.open.add(id); else this.open.delete(id);
      if (!element.open || shown.length) return;
      shown = lines();
      element.append(...shown.map((line) => line.element), ...ends);
      for (const line of shown) line.show();
    });
    element.open = this.open.has(id);
    return { element, show: () => { for (const line of shown) line.show(); } };
  }

  card(id) {
    const { matrix } = this;
    const { words } = matrix.data;
    const name = make("strong");
    const role = make("small");
    const total = make("span", { class: "figure" });
    const remove = make("button", { type: "button", class: "quiet" }, words.remove);
    remove.onclick = () => { matrix.remove("network_option", id, () => this.say(words.removed)); };
    const card = this.folding(
      id,
      [name, role, total],
      () => matrix.criteria.map((criterion) => this.line(criterion.name, 0, matrix.data.max,
        () => matrix.score(id, criterion.id), (score) => matrix.setScore(id, criterion.id, score),
        `${matrix.called(id)}, ${criterion.name}`)),
      [remove],
    );
    return {
      element: card.element,
      show: () => {
        const rank = matrix.rank(id);
        name.textContent = matrix.called(id);
        role.textContent = words.roles[matrix.options.find((option) => option.id === id)?.role] ?? "";
        total.textContent = rank === null ? "–" : `${words.place.replace("{rank}", String(rank))} · ${matrix.percent(matrix.ratio(id))}`;
        card.show();
      },
    };
  }

  weights() {
    const { matrix } = this;
    const { words } = matrix.data;
    return this.folding("weights", [make("strong", {}, words.weight)], () => matrix.criteria.map((criterion) => {
      const line = this.line(criterion.name, 1, matrix.data.max_weight, () => matrix.weight(criterion.id),
        (weight) => matrix.setWeight(criterion.id, weight), `${words.weight}, ${criterion.name}`);
      const remove = make("button", { type: "button", class: "quiet", "aria-label": words.remove_one.replace("{name}", criterion.name) }, "×");
      remove.onclick = () => { matrix.remove("criterion", criterion.id, () => this.say(words.removed)); };
      line.element.querySelector(".digits").append(remove);
      return line;
    }));
  }

  // One question and its possible answers; the one that stands is emptied by a second tap.
  line(label, low, high, get, set, name) {
    const group = make("div", { class: "digits", role: "radiogroup", "aria-label": name });
    const radios = [];
    const own = newId();
    for (let n = low; n <= high; n++) {
      const radio = make("input", { type: "radio", name: own, value: String(n), "aria-label": String(n) });
      radio.addEventListener("change", () => set(n));
      radio.addEventListener("click", () => { if (radio.dataset.was === "1") set(null); });
      radios.push(radio);
      group.append(make("label", { class: `digit d${n}` }, radio, make("span", { "aria-hidden": "true" }, String(n))));
    }
    const show = () => radios.forEach((radio, index) => {
      radio.checked = get() === low + index;
      radio.dataset.was = radio.checked ? "1" : "";
    });
    return { element: make("div", { class: "line" }, make("span", { class: "label" }, label), group), show };
  }
}
