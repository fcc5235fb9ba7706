// What goes with a line: the gestures of its promotion, and what it becomes.

// A list of gestures to tick off; each tick is an edit of the line.
function routineOf(panel, steps) {
  const { words } = panel.host.data;
  const { line } = panel;
  if (!steps.length) return make("p", { class: "help" }, words.routine_none);
  return make("ul", { class: "ticks", role: "list" }, ...steps.map((step) => {
    const box = make("input", { type: "checkbox" });
    box.dataset.step = step.id;
    box.checked = (line.value("promotion_done") ?? []).includes(step.id);
    box.addEventListener("change", () => {
      const others = (line.value("promotion_done") ?? []).filter((id) => id !== step.id);
      const done = box.checked ? [...others, step.id] : others;
      outbox.put(panel.host.data.strategy, [line.edit("promotion_done", done.length ? done : null)]);
    });
    const told = [step.day, step.who].filter(Boolean).join(" · ");
    return make("li", {}, make("label", {}, box, make("span", {}, step.title)), make("small", {}, told));
  }));
}

function chainOf(panel, { steps, left }) {
  const { words } = panel.host.data;
  const act = make("button", { type: "button", class: "press unfold-chain", onclick: () => panel.host.act("unfold", panel.line.id) }, words.unfold.replace("{n}", left));
  return make("div", {}, make("p", { class: "help" }, steps.join(" · ")), left ? act : make("p", { class: "help" }, words.unfolded));
}
