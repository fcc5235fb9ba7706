// What the means allow: the fullest cadence that they carry, what limits it, what would
// loosen it; one click puts the handle there or keeps it as a scenario.

class Allowed {
  constructor(host) {
    this.host = host;
    const { words } = host.data;
    this.verdict = make("p", { class: "says" });
    this.figures = make("dl", { class: "allowed-figures" });
    this.limits = make("ul", { class: "limits" });
    this.gains = make("dl", { class: "gains" });
    this.rhythms = make("ul", { class: "parts" });
    this.each = make("details", { class: "each" }, make("summary", {}, words.each), this.rhythms);
    this.loosen = make("section", { "aria-label": words.loosen }, make("h3", {}, words.loosen), this.gains);
    this.limiting = make("section", { "aria-label": words.limiting }, make("h3", {}, words.limiting), this.limits);
    this.put = make("button", { type: "button", class: "put" }, words.put);
    this.put.onclick = () => host.moveTo(this.found.at);
    this.keep = make("button", { type: "button" }, words.keep_allowed);
    this.keep.onclick = () => host.keepScenario(this.found.at, this.found.name);
    this.acts = make("div", { class: "buttons" }, this.put, this.keep);
    this.element = make("section", { class: "allowed", "aria-label": words.allowed },
      make("header", {}, make("h2", {}, words.allowed), this.verdict), this.figures,
      make("div", { class: "why" }, this.limiting, this.loosen), this.each, this.acts);
  }

  get found() { return this.host.data.allowed; }

  paint(at) {
    const { found } = this;
    const { words } = this.host.data;
    const here = Boolean(found.at) && found.at.join() === at.join();
    this.put.textContent = here ? `✓ ${words.stands}` : words.put;
    this.put.disabled = here;
    if (this.painted === found) return;
    this.painted = found;
    this.verdict.textContent = found.verdict;
    this.element.classList.toggle("short", found.holds === false);
    const figure = (name) => make("div", { class: "line" }, make("dd", {}, found.figures[ORDER[name]]), make("dt", {}, words[name === "hours" ? "ours" : name]));
    this.figures.replaceChildren(...(found.figures ? ["posts", "hours", "share", "cost", "date"].map(figure) : []));
    this.limits.replaceChildren(...(found.limits ?? []).map((text) => make("li", {}, text)));
    this.gains.replaceChildren(...(found.loosened ?? []).map(({ more, gives }) => make("div", {}, make("dt", {}, more), ...gives.map((text) => make("dd", {}, text)))));
    this.rhythms.replaceChildren(...listed((found.rhythms ?? []).map(([name]) => name), (found.rhythms ?? []).map(([, posts]) => posts)));
    this.figures.hidden = this.acts.hidden = !found.figures;
    this.each.hidden = !(found.rhythms?.length > 1);
    this.limiting.hidden = !found.limits?.length;
    this.loosen.hidden = !found.loosened?.length;
  }
}
