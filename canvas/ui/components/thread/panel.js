// What is said of the record that was chosen; of the main thread while none is.

const MOST_NAMED = 4;

class Panel {
  constructor(host) {
    this.host = host;
    this.element = make("aside", { class: "panel" });
  }

  render() {
    const { chosen, data } = this.host;
    const at = data.nodes.findIndex((node) => node.key === chosen);
    const told = JSON.stringify(at < 0 ? [data.main.says, data.language] : [data.nodes[at], data.lit[at], data.lines[at], data.language]);
    if (told === this.told) return;
    this.told = told;
    this.element.classList.toggle("chosen", at >= 0);
    this.element.setAttribute("aria-label", at < 0 ? data.words.main_says : data.nodes[at].title);
    this.element.replaceChildren(...(at < 0 ? this.main() : this.record(at)));
    this.element.scrollTop = 0;
  }

  main() {
    const { main, words } = this.host.data;
    const lines = main.says.map((knot) => {
      const said = knot.says.length
        ? [make("span", { class: "said" }, knot.says.join(" · ")), knot.detail ? make("span", { class: "detail" }, knot.detail) : null]
        : [make("span", { class: "missing" }, knot.missing), " ", knot.address ? this.link(knot.address, words.open.replace("{list}", () => knot.step)) : null];
      return make("li", { class: knot.says.length ? "knot" : "knot open" }, make("span", { class: "kind" }, knot.column), ...said);
    });
    return [make("h2", {}, words.main_says), make("ol", { class: "knots" }, ...lines)];
  }

  record(at) {
    const { data } = this.host;
    const { words } = data;
    const node = data.nodes[at];
    const chain = new Chain(data, at);
    const place = (n) => data.columns.findIndex((column) => column.key === data.nodes[n].column);
    const before = (n) => place(n) < place(at) || (place(n) === place(at) && n < at);
    const because = chain.groups(before).reverse();
    const follows = chain.groups((n) => !before(n));
    const close = make("button", { type: "button", class: "close", title: words.clear, "aria-label": words.clear }, "×");
    close.onclick = () => { this.host.clear(); this.host.web.buttons.get(node.key)?.focus(); };
    return [
      close,
      make("p", { class: "kind" }, data.kinds[node.kind].label),
      make("h2", {}, node.title),
      node.note ? make("p", { class: "detail" }, node.note) : null,
      node.loose ? make("p", { class: "loose" }, make("b", {}, `${data.signs.warning} ${words.hangs}`), `: ${node.loose}`) : null,
      make("div", { class: "ways" },
        make("div", {}, make("h3", {}, node.kind === "line" ? words.line_because : words.because),
          because.length ? this.chain(chain, because, "←") : make("p", { class: "missing" }, words.no_reason)),
        make("div", {}, make("h3", {}, words.follows),
          follows.length ? this.chain(chain, follows, "→") : make("p", { class: "missing" }, words.nothing_follows))),
      ...(node.lines.length ? [make("h3", {}, words.lines), this.lines(node)] : []),
      ...(node.findings.length ? [make("h3", {}, words.findings), this.findings(node)] : []),
      node.address ? this.link(node.address, words.open.replace("{list}", () => node.list)) : null,
    ].filter(Boolean);
  }

  chain(chain, groups, arrow) {
    const { data } = this.host;
    const named = (all) => {
      const names = all.slice(0, MOST_NAMED).map((at) => data.nodes[at].title).join(" · ");
      const rest = all.length - MOST_NAMED;
      return rest > 0 ? `${names} ${data.words.more.replace("{n}", rest)}` : names;
    };
    return make("ol", { class: "steps" }, ...groups.map((group) => {
      const n = chain.count(group);
      const kind = n === 1 ? data.kinds[group.kind].label : counted(data, group.kind, n);
      return make("li", {}, make("span", { class: "arrow", "aria-hidden": "true" }, arrow), make("span", {}, make("span", { class: "kind" }, kind), make("span", { class: "said" }, named(group.all))));
    }));
  }

  lines(node) {
    const rest = node.count - node.lines.length;
    return make("ul", { class: "few" }, ...node.lines.map((line) => make("li", {}, line)),
      rest > 0 ? make("li", { class: "missing" }, this.host.data.words.more.replace("{n}", rest)) : null);
  }

  findings(node) {
    const { signs, words } = this.host.data;
    const lines = node.findings.map(({ severity, said, mend, address }) => make("li", { class: severity }, make("b", { "aria-hidden": "true" }, signs[severity]), ` ${said} `, this.link(address, words.mend.replace("{name}", () => mend))));
    if (node.more) lines.push(make("li", { class: "missing" }, words.more.replace("{n}", node.more)));
    return make("ul", { class: "findings" }, ...lines);
  }

  link(address, text) { return make("a", { class: "open", href: address, target: "_self" }, `${text} ›`); }
}
