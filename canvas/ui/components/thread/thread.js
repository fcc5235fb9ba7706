// The thread: tools, the web of records, and what is said of the one that was chosen.
// Nothing is kept here but what the person looks at; an empty strategy starts with one field.

class ThreadMap extends Host {
  constructor(root) {
    super(root);
    this.chosen = "";
    this.isMain = false;
    this.sought = "";
    this.looseOnly = false;
    this.alone = false;
    root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !(this.chosen || this.isMain || this.sought || this.looseOnly)) return;
      if (this.data.projecting && this.isMain) return; // the next Esc leaves the projection
      event.preventDefault();
      event.stopPropagation();
      this.clear();
    });
  }

  shape(data) { return [data.ghost, data.projecting]; }

  build() {
    const { data } = this;
    if (data.ghost) return this.ghost();
    const { words } = data;
    this.root.classList.toggle("projecting", data.projecting);
    this.web = new Web(this);
    this.panel = new Panel(this);
    Object.assign(this, { drawn: "", sought: "", looseOnly: false, alone: data.projecting });
    this.field = make("input", { type: "text", class: "search", placeholder: words.search, autocomplete: "off", "aria-label": words.search });
    this.field.addEventListener("input", () => this.seek());
    const tool = (name, act) => {
      const button = make("button", { type: "button", class: `tool ${name}` });
      button.onclick = act;
      return button;
    };
    this.tools = {
      main: tool("main", () => this.lightMain()),
      alone: tool("alone", () => { this.alone = !this.alone; this.show(); }),
      loose: tool("loose", () => { this.looseOnly = !this.looseOnly; this.show(); this.say(this.tools.loose.textContent); }),
      clear: tool("clear", () => { this.clear(); this.field.focus(); }),
    };
    this.table = make("details", { class: "table" }, make("summary", {}, words.table));
    this.table.addEventListener("toggle", () => this.tell());
    if (data.projecting) this.isMain = !this.chosen;
    const tools = make("div", { class: "tools", role: "group", "aria-label": words.graph }, this.field, ...Object.values(this.tools));
    const keys = make("p", { class: "keys" }, words.keys);
    return [tools, make("div", { class: "stage" }, this.web.element, this.panel.element), keys, this.table];
  }

  ghost() {
    const { data } = this;
    const adder = new Adder(this, { type: "mission", field: data.mission, fixed: () => data.fixed, placeholder: data.words.start });
    const columns = data.columns.map(({ title, ghost }) => make("section", { class: "column" }, make("h2", {}, title),
      make("ul", { class: "nodes" }, make("li", {}, make("div", { class: "node" }, make("span", { class: "title" }, ghost))))));
    return [make("p", { class: "waiting" }, data.words.waiting), adder.element, make("div", { class: "ghost", "aria-hidden": "true" }, ...columns)];
  }

  made() {}

  gone() {}

  after() { return null; }

  // Another tab's edit comes as new data: what was chosen stays so while it is there.
  arrange() {
    const { data } = this;
    if (data.ghost) return;
    const told = JSON.stringify([data.nodes, data.edges, data.lit]);
    if (told !== this.drawn) {
      this.drawn = told;
      if (this.chosen && !data.nodes.some(({ key }) => key === this.chosen)) this.chosen = "";
      this.web.render();
      if (this.table.open) this.tell();
    }
    this.show();
  }

  get chain() {
    const at = this.data.nodes.findIndex(({ key }) => key === this.chosen);
    if (at >= 0) return new Chain(this.data, at);
    return this.isMain ? new Chain(this.data, -1) : null;
  }

  choose(key) {
    if (this.chosen === key) { this.clear(); return; }
    this.chosen = key;
    this.isMain = false;
    this.show();
    this.web.keepInSight(this.panel.element);
    this.say(this.chain.said());
  }

  lightMain() {
    this.chosen = "";
    this.isMain = !this.isMain;
    this.show();
    this.say(this.isMain ? this.chain.said() : this.data.words.cleared);
  }

  clear() {
    Object.assign(this, { chosen: "", isMain: false, sought: "", looseOnly: false, alone: false });
    this.field.value = "";
    this.show();
    this.say(this.data.words.cleared);
  }

  seek() {
    this.sought = plain(this.field.value.trim());
    this.show();
    clearTimeout(this.seeking);
    this.seeking = setTimeout(() => this.say(this.data.words.found.replace("{n}", this.web.shown.length)), 500);
  }

  show() {
    const { data, tools } = this;
    const { words } = data;
    const loose = data.nodes.filter((node) => node.loose).length;
    if (!loose) this.looseOnly = false;
    const lit = Boolean(this.chosen || this.isMain);
    const set = (button, text, pressed) => {
      button.textContent = text;
      if (pressed !== null) button.setAttribute("aria-pressed", String(pressed));
    };
    set(tools.main, words.main, this.isMain);
    set(tools.alone, words.alone, this.alone);
    set(tools.loose, loose ? words.loose.replace("{n}", loose) : words.none_loose, this.looseOnly);
    // In a projection Esc leaves the main thread for the page.
    set(tools.clear, data.projecting && this.isMain ? words.clear_main : words.clear, null);
    tools.loose.disabled = !loose;
    tools.alone.hidden = !lit;
    tools.clear.hidden = !(lit || this.sought || this.looseOnly);
    this.web.light();
    this.panel.render();
  }

  // The same in a table, for who cannot see curves; made when it is opened.
  tell() {
    if (!this.table.open) return;
    const { data } = this;
    const { words } = data;
    const near = data.nodes.map(() => [[], []]);
    for (const [from, to] of data.edges) { near[from][1].push(data.nodes[to].title); near[to][0].push(data.nodes[from].title); }
    const titles = new Map(data.columns.map(({ key, title }) => [key, title]));
    const head = make("tr", {}, ...[words.table_column, words.table_name, words.table_before, words.table_after].map((text) => make("th", { scope: "col" }, text)));
    const body = data.nodes.map((node, at) => make("tr", {}, make("td", {}, titles.get(node.column)), make("th", { scope: "row" }, node.title, node.loose ? make("span", { class: "why" }, ` ${node.loose}`) : null),
      make("td", {}, near[at][0].join(" · ") || "–"), make("td", {}, near[at][1].join(" · ") || "–")));
    const table = make("table", {}, make("thead", {}, head), make("tbody", {}, ...body));
    const held = make("div", { class: "scroll", role: "region", tabIndex: 0, "aria-label": words.table }, table);
    this.table.replaceChildren(this.table.firstElementChild, held);
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".thread");
  (root.thread ??= new ThreadMap(root)).render(data);
}
