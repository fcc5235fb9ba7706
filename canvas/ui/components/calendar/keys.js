// Keys alone: arrows go from day to day, Space takes a line in hand and puts it down.

const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function onKey(host, event) {
  const from = event.composedPath()[0];
  const line = from.classList?.contains("open") ? host.items.get(from.closest(".line")?.dataset.id) : null;
  if (host.held) return holding(host, event);
  if (line && event.key === " ") { event.preventDefault(); host.takeUp(line); return; }
  if (line && event.key === "Delete") { event.preventDefault(); host.remove(line); return; }
  if (!(event.key in STEPS) || event.altKey || event.ctrlKey || event.metaKey) return;
  const day = line ? line.day : from.closest?.("[data-day]")?.dataset.day;
  if (!line && !from.matches?.(".date, .dotted")) return;
  event.preventDefault();
  event.stopPropagation();
  if (host.place.as === "list" || !day) walk(host, from, event.key === "ArrowUp" || event.key === "ArrowLeft" ? -1 : 1);
  else host.days.get(addDays(day, STEPS[event.key]))?.date.focus();
}

// From one line or day to the next one of a list.
function walk(host, from, way) {
  const stops = [...host.root.querySelectorAll(".agenda .date, .line > .open")].filter((stop) => stop.offsetParent);
  stops[stops.indexOf(from) + way]?.focus();
}

function holding(host, event) {
  const { key } = event;
  const { at } = host.held;
  const one = host.place.as === "list" ? { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1 } : STEPS;
  if (key in one) host.carry(at ? addDays(at, one[key]) : host.firstDay);
  else if (key === "PageUp" || key === "PageDown") host.carry(at ? addMonths(at, key === "PageUp" ? -1 : 1) : host.firstDay);
  else if (key === "Backspace" || key === "Delete") host.carry(null);
  else if (key === " " || key === "Enter") host.putDown();
  else if (key === "Escape") host.letGo();
  else { if (key === "Tab") host.putDown(); return; }
  event.preventDefault();
  event.stopPropagation();
}
