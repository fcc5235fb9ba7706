// One line in which a post is written: its title, its network, Enter.

const LAST = "canevas.network"; // the network that was chosen last, in this browser

function lastNetwork() {
  try { return localStorage.getItem(LAST); } catch { return null; }
}

function keepNetwork(code) {
  try { localStorage.setItem(LAST, code); } catch { /* forbidden: the usual one is offered again */ }
}

class Composer {
  constructor(host, day, { fixed = false, left = () => {} } = {}) {
    Object.assign(this, { host, day, fixed, left });
    const { words, fields } = host.data;
    const label = day ? words.add_to.replace("{day}", host.wordsOf(day)) : words.add_idea;
    this.input = make("input", { type: "text", maxLength: 140, placeholder: day ? words.add_title : words.add_idea, autocomplete: "off", "aria-label": label });
    this.button = make("button", { type: "submit", class: "press" }, words.add);
    this.element = make("form", { class: "composer" }, this.input);
    if (!fixed) {
      const known = lastNetwork() ?? host.usual;
      const option = (n) => make("option", { value: n.code, selected: n.code === known }, n.label);
      this.select = make("select", { "aria-label": words.add_network }, make("option", { value: "" }, fields.network.label), ...host.data.networks.map(option));
      this.element.append(this.select);
    }
    this.element.append(this.button);
    this.element.addEventListener("submit", (event) => { event.preventDefault(); this.add(); this.input.focus(); });
    this.element.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Enter" && event.target === this.select) { event.preventDefault(); this.add(); this.input.focus(); }
      if (event.key !== "Escape") return;
      this.input.value = "";
      this.left(true);
    });
    this.element.addEventListener("focusout", ({ relatedTarget }) => {
      if (this.element.contains(relatedTarget)) return;
      this.add();
      if (!this.host.root.ownerDocument.hasFocus()) return; // another window is in front: stay open
      this.left(false);
    });
  }

  // Make a line of what is written; what is left of it goes nowhere else.
  add() {
    const title = this.input.value.trim();
    this.input.value = "";
    if (!title) return;
    const network = this.select?.value || null;
    if (this.select) keepNetwork(this.select.value);
    this.host.create({ title, date: this.day, network });
  }
}
