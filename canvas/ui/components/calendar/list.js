// The agenda: the days of a month one under the other, or what a search found.

function buildList(host, days) {
  const { data, place } = host;
  const list = make("div", { class: "agenda" });
  const past = days.filter((iso) => iso < data.today);
  if (!host.searching && past.length && past.length < days.length) {
    // What is behind us is one gesture away: the month starts today.
    list.classList.add("now");
    const earlier = make("button", { type: "button", class: "more" }, data.words.earlier);
    earlier.onclick = () => { list.classList.remove("now"); earlier.remove(); };
    list.append(earlier);
  }
  for (const iso of days) {
    const day = new Day(host, iso, { head: make("span", { class: "number" }, host.wordsOf(iso)) });
    host.days.set(iso, day);
    list.append(day.element);
  }
  host.nothing = make("p", { class: "nothing", hidden: true }, place.text ? data.words.nothing_found : data.words.nothing);
  list.append(host.nothing);
  return list;
}

// The days that a list shows: all of a month, or those with something that was found.
function listed(host, byDay) {
  if (host.searching) return [...byDay.keys()].sort();
  const first = `${monthOf(host.place.day)}-01`;
  return daysBetween(first, addDays(addMonths(first, 1), -1));
}
