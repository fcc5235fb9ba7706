// Persona cards side by side: who they are, what they want, what we know of them and what
// they ask.  A card's answers, media, observations and questions are records of their own.

const initialsOf = (name) => name.trim().split(/[\s\-’']+/).map((word) => [...word][0] ?? "").filter((letter) => /\p{L}/u.test(letter)).slice(0, 2).join("").toUpperCase();

class Portrait {
  constructor(host, item) {
    this.host = host;
    this.item = item;
    this.slots = new Map();
    this.holders = new Map();
    this.revealed = new Set();
    const { data } = host;
    const { words } = data;
    const fields = data.fields.persona;
    const cell = (name, label) => item.cell(fields[name], label).element;
    this.initials = make("span", { class: "initials", "aria-hidden": "true" });
    this.remove = make("button", { type: "button", class: "remove", title: words.remove, onclick: () => host.remove(item) }, "×");
    this.heading = make("h2", { class: "voice" });
    this.evidence = make("div", { class: "proofs" });
    const head = make("header", {},
      make("div", { class: "avatar" }, this.initials, cell("picture")),
      make("div", { class: "who" },
        this.heading, make("div", { class: "name" }, cell("name")),
        make("div", { class: "standing" }, cell("rank"), this.evidence),
        cell("job")),
      this.remove);
    const quote = make("blockquote", {}, cell("quote"));
    this.element = make("article", { class: "persona" }, head, quote, ...data.sections.map((section) => this.section(section)));
    this.element.dataset.id = item.id;
  }

  section(section) {
    const { data } = this.host;
    const body = make("section", { class: `part of-${section.key}` }, make("h3", {}, section.title));
    const hidden = make("div", { class: "more" });
    for (const name of section.fields) {
      const field = data.fields.persona[name];
      const kind = field.kind === "lines" ? "points" : field.kind;
      const { element } = this.item.cell({ ...field, kind });
      const slot = make("div", { class: `slot is-${kind}`, title: field.help }, make("span", { class: "label", "aria-hidden": "true" }, field.label), element);
      const reveal = make("button", { type: "button", class: "reveal", title: field.help, onclick: () => this.reveal(name) }, `+ ${field.label}`);
      this.slots.set(name, { slot, reveal, always: section.always.includes(name) });
      body.append(slot);
      hidden.append(reveal);
    }
    for (const list of section.lists) body.append(...this.list(list));
    body.append(hidden);
    return body;
  }

  // The places of a list's records: one, or one for each choice of a field.
  list(list) {
    const { host, item } = this;
    const field = host.data.fields[list.type][list.fields[0]];
    const place = (group, label) => {
      const entries = make("div", { class: "entries", role: "list" });
      const adder = new Adder(host, {
        type: list.type, field, placeholder: list.add, then: list.then,
        label: label ? `${list.add}, ${label}` : list.add,
        fixed: () => ({ persona: item.id, ...list.fixed, ...(list.by ? { [list.by]: group } : {}) }),
      });
      this.holders.set(`${list.type}|${group}`, entries);
      this.adders = [...(this.adders ?? []), adder];
      return [entries, adder.element];
    };
    const title = list.title ? [make("span", { class: "label" }, list.title)] : [];
    if (!list.by) return [...title, ...place("", "")];
    this.stages = new Map();
    return [...title, ...list.groups.map((group) => {
      const label = make("span", { class: "stage", title: group.label });
      this.stages.set(group.id, { label, usual: group.label });
      return make("div", { class: "group" }, label, make("div", {}, ...place(group.id, group.label)));
    })];
  }

  reveal(name) {
    this.revealed.add(name);
    this.arrange();
    this.item.cells.get(name).control.focusable.focus();
  }

  // Once the card goes, nothing is written in it any more.
  close() {
    for (const adder of this.adders ?? []) this.host.adders.delete(adder);
    this.element.remove();
  }

  arrange() {
    const { host, item } = this;
    const { data } = host;
    const name = item.value("name") ?? "";
    this.element.setAttribute("aria-label", name);
    this.heading.textContent = name;
    this.remove.setAttribute("aria-label", data.words.remove_persona.replace("{persona}", name));
    this.element.dataset.rank = item.value("rank") ?? "";
    this.initials.textContent = item.value("picture") ? "" : item.value("avatar") ?? initialsOf(name);
    for (const [field, { slot, reveal, always }] of this.slots) {
      const cell = item.cells.get(field);
      const shown = always || item.value(field) !== null || this.revealed.has(field) || cell.focused || cell.entry;
      slot.hidden = !shown;
      reveal.hidden = Boolean(shown);
    }
    for (const [stage, { label, usual }] of this.stages ?? []) label.textContent = data.stage_names[item.id]?.[stage] ?? usual;
    const known = host.of("persona_evidence").filter((note) => note.value("persona") === item.id && note.value("text"));
    const facts = known.filter((note) => note.value("confidence") === "fact").length;
    const chip = (kind, text) => make("span", { class: `proof ${kind}` }, text);
    this.evidence.replaceChildren(
      facts ? chip("fact", data.words.facts.replace("{n}", facts)) : chip("guess", data.words.no_fact),
      ...(known.length > facts ? [chip("guess", data.words.guesses.replace("{n}", known.length - facts))] : []));
  }
}

// A record of one of a card's lists.
class Entry {
  constructor(host, item) {
    const list = host.lists.get(item.type);
    this.item = item;
    this.list = list;
    this.remove = make("button", { type: "button", class: "remove", title: host.data.words.remove, onclick: () => host.remove(item) }, "×");
    const cells = list.fields.map((name) => {
      const field = host.data.fields[item.type][name];
      return make("div", { class: `of-${name}`, title: field.label }, item.cell(unspoken(field)).element);
    });
    this.element = make("div", { class: `entry is-${item.type}`, role: "listitem" }, ...cells, this.remove);
    this.element.dataset.id = item.id;
  }

  arrange() {
    const title = this.list.fields.map((name) => this.item.value(name)).find((value) => value) ?? "";
    this.remove.setAttribute("aria-label", this.item.editor.data.words.remove_one.replace("{title}", title));
    if (this.list.mark) this.element.dataset.mark = this.item.value(this.list.mark) ?? "";
  }
}

class Cards extends Host {
  shape(data) { return data.sections.map((section) => section.key); }

  build() {
    const { data } = this;
    this.lists = new Map(data.sections.flatMap((section) => section.lists).map((list) => [list.type, list]));
    this.grid = make("div", { class: "personas" });
    this.grid.style.setProperty("--rows", data.sections.length + 2);
    this.grid.classList.toggle("single", data.sections.length === 1);
    this.ghost = this.example();
    this.adder = new Adder(this, { type: "persona", field: data.fields.persona.name, placeholder: data.words.add, then: "job" });
    this.enough = make("p", { class: "enough" }, data.words.enough);
    return [this.grid, make("div", { class: "newcomer" }, this.adder.element, this.enough), this.ghost];
  }

  // What an empty canvas will look like.
  example() {
    const { data } = this;
    const { persona } = data.fields;
    const lines = (names) => names.filter((name) => persona[name].example).slice(0, 2)
      .map((name) => make("p", {}, make("b", {}, persona[name].label), " ", persona[name].example));
    return make("div", { class: "example", "aria-hidden": "true" },
      make("header", {}, make("div", { class: "avatar" }, make("span", { class: "initials" }, initialsOf(persona.name.example))),
        make("div", {}, make("p", { class: "name" }, persona.name.example), make("p", {}, persona.job.example))),
      make("blockquote", {}, persona.quote.example),
      make("div", { class: "parts" }, ...data.sections.filter((section) => section.fields.length)
        .map((section) => make("div", {}, make("h3", {}, section.title), ...lines(section.fields)))));
  }

  made(item) {
    if (item.type === "persona") item.view = new Portrait(this, item);
    else if (this.lists.has(item.type)) item.view = new Entry(this, item);
    // Counted, and not shown: a part of the cards stands by itself.
    else item.view = { element: make("div"), arrange() {} };
  }

  gone(item) { item.view.close ? item.view.close() : item.view.element.remove(); }

  arrange() {
    const { data } = this;
    const ranks = data.fields.persona.rank.choices.map((choice) => choice.code);
    const rank = (item) => { const at = ranks.indexOf(item.value("rank")); return at < 0 ? ranks.length : at; };
    const personas = this.of("persona");
    personas.forEach((item, n) => {
      item.view.element.style.setProperty("--tone", data.colours[n % data.colours.length]);
      item.view.arrange();
    });
    put(this.grid, [...personas].sort((a, b) => rank(a) - rank(b) || inPlace(a, b)).map((item) => item.view.element));
    this.grid.dataset.count = Math.min(personas.length, 3);
    this.ghost.hidden = personas.length > 0;
    this.enough.hidden = personas.length < data.enough;
    for (const list of this.lists.values()) {
      const entries = this.of(list.type);
      for (const entry of entries) entry.view.arrange();
      for (const persona of personas) for (const [place, holder] of persona.view.holders) {
        const [type, group] = place.split("|");
        if (type !== list.type) continue;
        put(holder, entries.filter((e) => e.value("persona") === persona.id && (!list.by || (e.value(list.by) ?? "") === group)).map((e) => e.view.element));
      }
    }
  }

  // The next text in the card, or what follows a record that goes.
  after(item, field) {
    const texts = [...this.root.querySelectorAll("textarea")].filter((box) => box.offsetParent);
    if (field) return texts[texts.indexOf(item.cells.get(field.name).control.focusable) + 1];
    const { element } = item.view;
    const next = element.nextElementSibling ?? element.parentNode?.nextElementSibling;
    return (next ?? this.adder.element).querySelector("textarea, select");
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".canvas");
  (root.cards ??= new Cards(root)).render(data);
}
