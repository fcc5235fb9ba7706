// A control that holds people: names as chips, one more from a list.  What it needs to
// know of the people is in its field: `people()` lists them, `hand()` is who is held.

function initials(name) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  return words.length ? [...new Set([words[0], words[words.length - 1]])].map((word) => [...word][0]).join("").toUpperCase() : "?";
}

function fill(text, values) {
  return Object.entries(values).reduce((said, [name, value]) => said.replaceAll(`{${name}}`, value), text);
}

// What tells people apart in little room: the first name, with an initial where two share it.
function shortened(people) {
  const first = ({ name }) => name.trim().split(/\s+/)[0];
  return people.map((person) => {
    const alone = people.filter((other) => first(other) === first(person)).length === 1;
    const rest = person.name.trim().split(/\s+/).slice(1).pop();
    return { ...person, short: alone || !rest ? first(person) : `${first(person)} ${[...rest][0]}.` };
  });
}

function face(person) {
  const dot = make("span", { class: "face", "aria-hidden": "true" }, initials(person.name));
  dot.style.setProperty("--face", person.colour);
  return dot;
}

// Act on what is picked in a list.  A closed list changes at each arrow key and letter: then
// it counts at Enter, or when the list is left.
function picked(select, act) {
  let browsing = false;
  const browse = (on) => { browsing = on; select.classList.toggle("browsing", on); };
  const pick = () => {
    const { value } = select;
    browse(false);
    select.value = "";
    if (value) act(value);
  };
  select.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && select.value) { event.preventDefault(); pick(); }
    else if (event.key === "Escape") { select.value = ""; browse(false); }
    else if (event.key.startsWith("Arrow") || event.key.length === 1 && event.key !== " ") browse(true);
  });
  select.addEventListener("change", () => { if (!browsing) pick(); });
  select.addEventListener("blur", pick);
}

CONTROLS.people = (field, on) => {
  const { words, people, where, said } = field;
  let value = [];
  const chips = make("div", { class: "chips" });
  const nobody = make("span", { class: "nobody" }, field.needed ? words.nobody : words.optional);
  const add = make("select", { class: "add" });
  const put = make("button", { type: "button", class: "put", hidden: true });
  const element = make("div", { class: "holds", role: "group" }, nobody, chips, put, make("span", { class: "more" }, "+", add));

  const change = (wanted, text, person) => {
    value = wanted;
    paint();
    on.left();
    said(fill(text, { person, task: field.label, network: where() }));
  };
  const nameOf = (id) => people().find((person) => person.id === id)?.name ?? words.stranger;
  const control = {
    element,
    focusable: add,
    get: () => (value.length ? [...value] : null),
    set: (raw) => { value = [...(raw ?? [])]; paint(); },
    holds: (id) => value.includes(id),
    put: (id) => { if (!value.includes(id)) change([...value, id], words.put_done, nameOf(id)); },
    take: (id) => { if (value.includes(id)) change(value.filter((other) => other !== id), words.taken_out, nameOf(id)); },
    paint: () => paint(),
  };
  picked(add, control.put);
  put.addEventListener("click", (event) => { event.stopPropagation(); control.put(field.hand()); chips.lastElementChild.querySelector(".out").focus(); });

  function chip(id) {
    const known = people().find((person) => person.id === id) ?? { id, name: words.stranger, short: words.stranger, colour: "transparent" };
    const out = make("button", { type: "button", class: "out", "aria-label": fill(words.take_out, { person: known.name, task: field.label, network: where() }) }, "×");
    out.onclick = (event) => { event.stopPropagation(); control.take(id); add.focus(); };
    const element = make("span", { class: `person${field.hand() === id ? " held" : ""}` }, face(known), make("span", { class: "name", title: known.name }, known.short), out);
    element.dataset.person = id;
    return element;
  }

  function paint() {
    const known = people();
    const wanted = JSON.stringify([value, known, field.hand(), where()]);
    if (element.dataset.painted === wanted) return;
    element.dataset.painted = wanted;
    const held = field.hand();
    chips.replaceChildren(...value.map(chip));
    nobody.hidden = value.length > 0;
    element.classList.toggle("lacking", field.needed && !value.length);
    add.setAttribute("aria-label", fill(words.choose, { task: field.label, network: where() }));
    add.replaceChildren(make("option", { value: "" }, "—"), ...known.filter(({ id }) => !value.includes(id)).map(({ id, name }) => make("option", { value: id }, name)));
    put.hidden = !held || value.includes(held);
    put.textContent = fill(words.put, { person: known.find(({ id }) => id === held)?.short ?? "" });
  }
  return control;
};
