// Ideas: lines without a date, beside the calendar.

class Tray {
  constructor(host) {
    this.host = host;
    const { words } = host.data;
    this.composer = new Composer(host, null, { fixed: true });
    this.count = make("span", { class: "count" });
    this.toggle = make("button", { type: "button", class: "fold", onclick: () => this.unfold(!this.unfolded) }, words.ideas, " ", this.count);
    this.holder = make("div", { class: "lines" });
    this.help = make("p", { class: "help" }, words.ideas_help);
    this.more = make("button", { type: "button", class: "more", hidden: true, onclick: () => { host.place.ideas += 1; host.tell(0); } }, words.more_ideas);
    this.shelf = make("div", { class: "shelf" }, this.help, this.holder, this.more);
    this.element = make("aside", { class: "tray", "aria-label": words.ideas }, make("h4", {}, this.toggle), this.composer.element, this.shelf);
    this.unfold(false);
  }

  // On a phone the ideas are folded; elsewhere the style shows them always.
  unfold(open) {
    this.unfolded = open;
    this.element.classList.toggle("unfolded", open);
    this.toggle.setAttribute("aria-expanded", String(open));
  }

  show(ideas) {
    ideas.sort(newestFirst);
    const { data } = this.host;
    const left = Math.max(0, data.ideas_of - this.host.ideasSent);
    this.count.textContent = String(ideas.length + left);
    this.help.hidden = ideas.length > 0 && !this.host.narrow;
    this.more.hidden = !left;
    put(this.holder, ideas.map((line) => line.draw()));
  }
}
