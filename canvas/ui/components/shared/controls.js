// One control a kind of field.  A control shows a raw value and gives one back; it
// knows nothing of records, edits or the server.
//
// Each builder returns { element, focusable, get, set }: `get` gives what the person
// wants (raw, or the text of a number for the server to read in the person's
// language), `set(value, shown)` shows a value.  `typed` is called at each keystroke,
// `left` when the value is final.

function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "class") element.className = value;
    else if (name.startsWith("aria-") || name === "role") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function drawing(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// A text as a search compares it: small letters, no accents.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function grow(area) {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  if (area.scrollHeight) area.style.height = `${area.scrollHeight + 2}px`;
}

function textual(element, { typed, left, get, set }) {
  let composing = false;
  element.addEventListener("compositionstart", () => { composing = true; });
  element.addEventListener("compositionend", () => { composing = false; typed(); });
  element.addEventListener("input", () => {
    if (element.tagName === "TEXTAREA") grow(element);
    if (!composing) typed();
  });
  element.addEventListener("blur", left);
  return {
    element,
    focusable: element,
    get,
    set: (value, shown) => { set(value, shown); if (element.tagName === "TEXTAREA") grow(element); },
  };
}

const CONTROLS = {
  text(field, on) {
    const area = make("textarea", { rows: field.multiline ? 3 : 1, placeholder: field.example || "" });
    if (!field.multiline) {
      area.classList.add("single");
      area.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); on.enter(); }
      });
      area.addEventListener("paste", (event) => {
        const text = event.clipboardData?.getData("text/plain") ?? "";
        if (!/[\r\n]/.test(text)) return;
        event.preventDefault();
        area.setRangeText(text.replace(/\s*[\r\n]+\s*/g, " "), area.selectionStart, area.selectionEnd, "end");
        area.dispatchEvent(new Event("input"));
      });
    }
    return textual(area, {
      ...on,
      get: () => area.value || null,
      set: (value) => { area.value = value ?? ""; },
    });
  },

  lines(field, on) {
    const area = make("textarea", { rows: 2, placeholder: field.example || "" });
    return textual(area, {
      ...on,
      get: () => {
        const lines = area.value.split("\n").map((line) => line.trim()).filter(Boolean);
        return lines.length ? lines : null;
      },
      set: (value) => { area.value = (value ?? []).join("\n"); },
    });
  },

  figure(field, on) {
    const input = make("input", { type: "text", inputMode: "decimal", placeholder: field.example || "", autocomplete: "off" });
    input.addEventListener("keydown", (event) => { if (event.key === "Enter") on.enter(); });
    const control = textual(input, {
      ...on,
      get: () => input.value.trim() || null,
      set: (value, shown) => { input.value = shown ?? value ?? ""; },
    });
    control.element = field.unit ? make("span", { class: "unit" }, input, make("span", {}, field.unit)) : input;
    return control;
  },

  typedInput(type) {
    return (field, on) => {
      const input = make("input", { type });
      // A date's parts are typed one by one and each is a "change": only the end counts.
      return textual(input, {
        ...on,
        get: () => input.value || null,
        set: (value) => { input.value = value ?? ""; },
      });
    };
  },

  choice(field, on) {
    const select = make("select");
    select.append(make("option", { value: "" }, "\u2014"));
    for (const choice of field.choices) {
      select.append(make("option", { value: choice.code, title: choice.help || "" }, choice.label));
    }
    select.addEventListener("change", on.left);
    return {
      element: select,
      focusable: select,
      get: () => select.value || null,
      set: (value) => { select.value = value ?? ""; },
    };
  },

  choices(field, on) {
    const boxes = new Map();
    const element = make("div", { class: "chips", role: "group" });
    for (const choice of field.choices) {
      const box = make("input", { type: "checkbox" });
      box.addEventListener("change", on.left);
      boxes.set(choice.code, box);
      element.append(make("label", { class: "chip", title: choice.help || "" }, box, make("span", {}, choice.label)));
    }
    return {
      element,
      focusable: boxes.values().next().value,
      get: () => {
        const chosen = [...boxes].filter(([, box]) => box.checked).map(([code]) => code);
        return chosen.length ? chosen : null;
      },
      set: (value) => boxes.forEach((box, code) => { box.checked = (value ?? []).includes(code); }),
    };
  },

  flag(field, on) {
    const box = make("input", { type: "checkbox" });
    box.addEventListener("change", on.left);
    return { element: box, focusable: box, get: () => box.checked || null, set: (value) => { box.checked = Boolean(value); } };
  },

  rating(field, on) {
    // A radio group is one Tab stop, and the arrow keys move in it.
    const name = newId();
    const element = make("span", { class: "rating", role: "radiogroup" });
    const radios = [];
    let value = null;
    for (let n = field.min; n <= field.max; n++) {
      const radio = make("input", { type: "radio", name, value: n, "aria-label": String(n) });
      radio.addEventListener("change", () => { value = n; paint(); on.left(); });
      radio.addEventListener("click", (event) => {
        if (event.detail && radio.dataset.was === "1") { value = null; radio.checked = false; paint(); on.left(); }
      });
      radios.push(radio);
      element.append(radio);
    }
    const paint = () => radios.forEach((radio) => {
      const n = Number(radio.value);
      radio.checked = n === value;
      radio.dataset.was = n === value ? "1" : "";
      radio.classList.toggle("on", value !== null && n <= value);
    });
    return {
      element,
      get focusable() { return radios.find((radio) => radio.checked) ?? radios[0]; },
      get: () => value,
      set: (raw) => { value = raw ?? null; paint(); },
    };
  },

  link(field, on) {
    const select = make("select");
    let options = null;
    const offer = (value) => {
      const wanted = field.options ?? [];
      if (options !== wanted) {
        options = wanted;
        select.replaceChildren(make("option", { value: "" }, "\u2014"), ...wanted.map((o) => make("option", { value: o.id }, o.title)));
      }
      if (value && ![...select.options].some((o) => o.value === value)) {
        select.append(make("option", { value }, field.gone));
      }
    };
    select.addEventListener("change", on.left);
    return {
      element: select,
      focusable: select,
      get: () => select.value || null,
      set: (value) => { offer(value); select.value = value ?? ""; },
    };
  },

  links(field, on) {
    const element = make("div", { class: "chips", role: "group" });
    const add = make("select", { "aria-label": field.add });
    let value = [];
    const paint = () => {
      const options = field.options ?? [];
      const titles = new Map(options.map((o) => [o.id, o.title]));
      const chips = value.map((id) => {
        const remove = make("button", { type: "button", class: "chip on", title: field.remove }, titles.get(id) ?? field.gone, make("span", { "aria-hidden": "true" }, "\u00a0×"));
        remove.onclick = () => { value = value.filter((other) => other !== id); paint(); on.left(); add.focus(); };
        return remove;
      });
      add.replaceChildren(make("option", { value: "" }, field.add), ...options.filter((o) => !value.includes(o.id)).map((o) => make("option", { value: o.id }, o.title)));
      element.replaceChildren(...chips, add);
    };
    add.addEventListener("change", () => { if (add.value) { value = [...value, add.value]; paint(); on.left(); add.focus(); } });
    return { element, focusable: add, get: () => (value.length ? value : null), set: (raw) => { value = [...(raw ?? [])]; paint(); } };
  },
};
CONTROLS.url = (field, on) => CONTROLS.text({ ...field, multiline: false }, on);
CONTROLS.color = (field, on) => {
  const control = CONTROLS.text({ ...field, multiline: false }, on);
  const dot = make("span", { class: "swatch", "aria-hidden": "true" });
  const paint = () => { dot.style.background = /^#[0-9a-f]{6}$/i.test(control.get() ?? "") ? control.get() : "transparent"; };
  control.focusable.addEventListener("input", paint);
  const set = control.set;
  return { ...control, element: make("span", { class: "unit" }, dot, control.element), set: (value) => { set(value); paint(); } };
};
CONTROLS.number = CONTROLS.money = CONTROLS.share = CONTROLS.figure;
CONTROLS.date = CONTROLS.typedInput("date");
CONTROLS.time = CONTROLS.typedInput("time");

// A picture: the server checks it and makes what is kept of it.  A heavy one is made
// smaller here first, so that little goes through the outbox.
const HEAVY = 300_000;
const DRAWN = 640;

function asAddress(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}

async function smaller(file) {
  const image = await createImageBitmap(file);
  const side = Math.min(image.width, image.height);
  const surface = make("canvas");
  surface.width = surface.height = Math.min(side, DRAWN);
  const brush = surface.getContext("2d");
  brush.imageSmoothingQuality = "high";
  brush.fillStyle = "#fff";
  brush.fillRect(0, 0, surface.width, surface.height);
  brush.drawImage(image, (image.width - side) / 2, (image.height - side) / 2, side, side, 0, 0, surface.width, surface.height);
  image.close();
  return surface.toDataURL("image/jpeg", 0.92);
}

CONTROLS.picture = (field, on) => {
  const image = make("img", { alt: "", draggable: false });
  const file = make("input", { type: "file", accept: "image/png,image/jpeg,image/webp", hidden: true });
  const choose = make("button", { type: "button", class: "choose", title: field.choose }, field.choose);
  const remove = make("button", { type: "button", class: "unset", title: field.remove, "aria-label": field.remove }, "×");
  const refusal = make("p", { class: "refusal", role: "alert", hidden: true }, field.unreadable);
  let value = null;
  const show = () => {
    image.hidden = remove.hidden = !value;
    if (!value) image.removeAttribute("src");
    else image.src = value.startsWith("data:") ? value : `data:image/jpeg;base64,${value}`;
  };
  const become = (wanted) => { refusal.hidden = true; value = wanted; show(); on.left(); };
  image.addEventListener("error", () => { image.hidden = true; });
  choose.addEventListener("click", () => file.click());
  remove.addEventListener("click", () => { become(null); choose.focus(); });
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    file.value = "";
    if (!chosen) return;
    try { become(await (chosen.size > HEAVY ? smaller : asAddress)(chosen)); } catch { refusal.hidden = false; }
  });
  show();
  return {
    element: make("div", { class: "picture", role: "group" }, image, choose, remove, file, refusal),
    focusable: choose,
    get: () => value,
    set: (wanted) => { value = wanted ?? null; show(); },
  };
};
