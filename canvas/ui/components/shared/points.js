// A list of short texts with a bullet before each: Enter for the next one, Backspace in
// an empty one to be rid of it.  The same value as `lines`, made to be read from afar.

CONTROLS.points = (field, on) => {
  const list = make("ul", { class: "points", role: "list", "aria-label": field.label });
  const boxes = () => [...list.querySelectorAll("textarea")];
  const lines = () => boxes().map((box) => box.value.trim()).filter(Boolean);

  const point = (text) => {
    const box = make("textarea", { rows: 1, value: text, "aria-label": field.label });
    box.addEventListener("keydown", (event) => key(event, box));
    box.addEventListener("paste", (event) => paste(event, box));
    box.addEventListener("input", () => { grow(box); on.typed(); });
    box.addEventListener("blur", (event) => {
      if (!list.contains(event.relatedTarget)) tidy();
      on.left();
    });
    return make("li", {}, box);
  };
  const after = (box, text) => {
    const item = point(text);
    box.closest("li").after(item);
    return item.firstChild;
  };
  const hint = () => boxes().forEach((box, n) => { box.placeholder = n || boxes().length > 1 ? "" : field.example || ""; });
  const tidy = () => {
    for (const box of boxes()) if (!box.value.trim() && list.children.length > 1) box.closest("li").remove();
    hint();
  };

  function key(event, box) {
    if (event.isComposing) return;
    const all = boxes();
    const at = all.indexOf(box);
    if (event.key === "Enter") {
      event.preventDefault();
      if (!box.value.trim()) return;
      const rest = box.value.slice(box.selectionEnd);
      box.value = box.value.slice(0, box.selectionStart);
      const next = after(box, rest);
      next.focus();
      next.setSelectionRange(0, 0);
      hint();
      if (rest) on.typed();
    } else if (event.key === "Backspace" && !box.value && all.length > 1) {
      event.preventDefault();
      (all[at - 1] ?? all[at + 1]).focus();
      box.closest("li")?.remove();
      hint();
      on.typed();
    } else if (event.key === "ArrowUp" && box.selectionStart === 0) all[at - 1]?.focus();
    else if (event.key === "ArrowDown" && box.selectionEnd === box.value.length) all[at + 1]?.focus();
  }

  function paste(event, box) {
    const parts = (event.clipboardData?.getData("text/plain") ?? "").split(/\s*[\r\n]+\s*/).filter(Boolean);
    if (parts.length < 2) return;
    event.preventDefault();
    box.setRangeText(parts.shift(), box.selectionStart, box.selectionEnd, "end");
    let last = box;
    for (const part of parts) last = after(last, part);
    last.focus();
    hint();
    on.typed();
  }

  const set = (value) => {
    const wanted = value?.length ? value : [""];
    const known = boxes();
    wanted.forEach((text, n) => {
      if (!known[n]) list.append(point(text));
      else if (known[n].value !== text) { known[n].value = text; grow(known[n]); }
    });
    for (const box of known.slice(wanted.length)) box.closest("li").remove();
    hint();
  };
  set(null);
  return {
    element: list,
    get focusable() { return list.querySelector("textarea"); },
    get: () => (lines().length ? lines() : null),
    set,
  };
};
