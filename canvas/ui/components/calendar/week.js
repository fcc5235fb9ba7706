// The week: seven days side by side, each with its times and its good moments.

function buildWeek(host) {
  const { data, place } = host;
  const monday = mondayOf(place.day);
  const columns = daysBetween(monday, addDays(monday, 6)).map((iso) => {
    const [long] = data.weekdays[weekdayOf(iso)];
    const head = make("span", { class: "number" }, make("span", { class: "name" }, `${long} `), String(Number(iso.slice(8))));
    const day = new Day(host, iso, { head });
    day.slots = make("ul", { class: "slots", role: "list" });
    day.element.insertBefore(day.slots, day.holder);
    const show = day.show.bind(day);
    day.show = (lines) => { show(lines); showSlots(host, day); };
    host.days.set(iso, day);
    return day.element;
  });
  return make("div", { class: "week" }, ...columns);
}

// The good moments of a day, quietly, with where they are known from.
function showSlots(host, day) {
  const { data, place } = host;
  const number = weekdayOf(day.iso);
  const fits = (slot) => (!slot.days.length || slot.days.includes(number)) && slot.good && (!place.network || !slot.network || slot.network === place.network);
  day.slots.replaceChildren(...data.slots.filter(fits).map((slot) => {
    const network = host.networks.get(slot.network);
    const when = [slot.from, slot.until].filter(Boolean).join(" – ");
    const told = [data.words.good_slot, slot.moment, network?.label, slot.source].filter(Boolean).join(" · ");
    const item = make("li", { title: told }, make("strong", {}, when), ` ${network?.short ?? ""}`, make("small", {}, slot.source || slot.moment));
    item.classList.toggle("own", slot.own);
    return item;
  }));
}
