// Where one is in the calendar, the way to elsewhere, and what is left out.

class Toolbar {
  constructor(host) {
    this.host = host;
    const { words } = host.data;
    const press = (text, label, act, kind = "") => make("button", { type: "button", class: `press ${kind}`, onclick: act, title: label, "aria-label": label }, text);
    this.today = make("button", { type: "button", class: "press", onclick: () => host.go(host.data.today) }, words.today);
    this.back = press("‹", words.previous_month, () => host.turn(-1), "turn");
    this.on = press("›", words.next_month, () => host.turn(1), "turn");
    this.back.dataset.turn = "-1";
    this.on.dataset.turn = "1";
    this.heading = make("h3", {});
    this.theme = make("p", { class: "theme" });
    this.views = ["month", "week", "list"].map((view) => {
      const button = make("button", { type: "button", class: "press", onclick: () => host.look(view) }, words[view]);
      button.dataset.view = view;
      return button;
    });
    this.network = this.choice(words.filter_network, (value) => {
      const [kind, id] = value.split(":");
      host.filter({ network: kind === "n" ? id : "", account: kind === "a" ? id : "" });
    });
    this.status = this.choice(words.filter_status, (value) => host.filter({ status: value }));
    this.sought = make("input", { type: "search", placeholder: words.seek, "aria-label": words.seek, autocomplete: "off", value: host.place.text });
    this.sought.addEventListener("input", () => host.filter({ text: this.sought.value.trim() }, 350));
    this.found = make("span", { class: "found", role: "status" });
    const filters = make("div", { class: "filters" }, this.network, this.status, this.sought, this.found);
    const unfold = make("button", { type: "button", class: "press unfold", "aria-expanded": "false" }, words.filters);
    unfold.onclick = () => unfold.setAttribute("aria-expanded", String(this.element.classList.toggle("filtering")));
    this.lack = make("p", { class: "lack" });
    this.element = make("div", { class: "toolbar" },
      make("div", { class: "where" }, this.today, this.back, this.on, make("div", {}, this.heading, this.theme)),
      make("div", { class: "segments", role: "group", "aria-label": words.view }, ...this.views),
      unfold, filters, this.lack);
  }

  choice(label, act) {
    const select = make("select", { "aria-label": label });
    select.addEventListener("change", () => act(select.value));
    return select;
  }

  offer(select, first, options, value) {
    const said = JSON.stringify([first, options]);
    if (select.dataset.said !== said) {
      select.dataset.said = said;
      select.replaceChildren(make("option", { value: "" }, first), ...options.map(([code, label]) => make("option", { value: code }, label)));
    }
    select.value = value;
  }

  show() {
    const { host } = this;
    const { data, place } = host;
    const { words } = data;
    const week = place.as === "week";
    const [back, on] = week ? [words.previous_week, words.next_week] : [words.previous_month, words.next_month];
    for (const [button, label] of [[this.back, back], [this.on, on]]) { button.title = label; button.setAttribute("aria-label", label); }
    this.heading.textContent = host.heading;
    this.theme.textContent = data.months[monthOf(place.day)]?.theme ?? "";
    this.theme.hidden = !this.theme.textContent;
    for (const button of this.views) button.setAttribute("aria-pressed", String(button.dataset.view === place.as));
    const ours = data.networks.filter((n) => n.ours);
    const options = (ours.length ? ours : data.networks).flatMap((network) => {
      const accounts = data.accounts.filter((a) => a.network === network.code);
      return [[`n:${network.code}`, network.label], ...(accounts.length > 1 ? accounts.map((a) => [`a:${a.id}`, `\u2003${a.title}`]) : [])];
    });
    this.offer(this.network, words.everywhere, options, place.account ? `a:${place.account}` : place.network ? `n:${place.network}` : "");
    this.offer(this.status, words.any_status, data.statuses.map((s) => [s.code, s.label]), place.status);
    const { found } = data;
    const answered = place.text && place.as === "list" && data.matching === place.text && found !== null;
    this.found.textContent = answered ? (found > host.sentLines ? words.found_first : words.found).replace("{n}", found) : "";
    const short = week ? data.short[mondayOf(place.day)] ?? [] : [];
    this.lack.hidden = !short.length;
    this.lack.textContent = short.length ? `${words.short}: ${short.join(" · ")}` : "";
  }
}
