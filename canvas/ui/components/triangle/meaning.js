// What a balance means here: four figures, who does what, and whether it holds.

const SIGNS = { holds: "✓", time: "!", money: "!", date: "!", ceiling: "▲", refused: "✕" };
const FIGURES = ["posts", "hours", "cost", "date"];
const ORDER = { posts: 0, hours: 1, cost: 2, share: 3, date: 4 }; // of the figures in a point

function listed(names, values) {
  return names.map((name, n) => make("li", {}, make("span", {}, name), make("b", {}, values[n])));
}

class Meaning {
  constructor(host) {
    this.host = host;
    const { words } = host.data;
    this.verdict = make("ul", { class: "verdict" });
    this.tiles = Object.fromEntries(FIGURES.map((name) => {
      const value = make("div", { class: "big" });
      const more = make("div", { class: "difference" });
      const list = make("ul", { class: "parts" });
      const element = make("section", { class: `tile ${name}`, "aria-label": words[name] }, value, make("h2", {}, words[name]), more, list);
      return [name, { element, value, more, list }];
    }));
    this.assumed = make("p", { class: "assumed" });
    this.how = make("details", { class: "how" }, make("summary", {}, words.counted), make("p", {}));
    this.element = make("div", { class: "meaning" }, this.verdict, make("div", { class: "tiles" }, ...FIGURES.map((name) => this.tiles[name].element)), this.assumed, this.how);
  }

  paint(point, ghost) {
    const { data } = this.host;
    const { names, words } = data;
    const { figures, differences, posts, team, providers, limits, refused } = point;
    this.element.classList.toggle("guess", ghost);
    this.element.classList.toggle("none", Boolean(refused));
    const said = refused ? [["refused", refused]] : limits;
    this.verdict.replaceChildren(...said.map(([code, text]) => make("li", { class: code }, make("span", { class: "sign", "aria-hidden": "true" }, SIGNS[code]), make("span", {}, text))));
    FIGURES.forEach((name, n) => {
      const tile = this.tiles[name];
      tile.value.textContent = figures ? figures[ORDER[name]] : "–";
      tile.more.textContent = differences?.[n] ?? "";
      tile.more.hidden = !tile.more.textContent;
    });
    // One network or one person is what the large figure says already.
    this.tiles.posts.list.replaceChildren(...(posts && names.places.length > 1 ? listed(names.places, posts) : []));
    this.tiles.hours.list.replaceChildren(...(team ? listed(names.team, team) : []));
    this.tiles.cost.list.replaceChildren(...(figures ? listed([...names.providers, words.share], [...providers, figures[ORDER.share]]) : []));
    this.assumed.hidden = !data.assumed.length;
    this.assumed.textContent = words.assumed.replace("{list}", data.assumed.join(" · "));
    this.how.lastChild.textContent = data.how;
  }
}
