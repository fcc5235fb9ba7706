// What this browser tab has typed and the server has not confirmed yet.
//
// One outbox a tab, shared by all components through `window`, so that it outlives
// the page that a text was typed on.  Each entry is a group of edits with an operation
// id: sending it twice is harmless, so it is sent until it is answered.  A copy stays
// in localStorage, keystroke by keystroke: a tab that is closed in the middle of a word
// leaves its entries to the next one that opens the same strategy in this browser.
//
// An entry's state: draft (being typed), ready (to send), conflict, invalid, gone.  One
// that the server cannot store just now stays ready, with a message.

const PAUSE = 2000; // ms without a key before a draft is sent although the field has focus
const ORPHAN = 10000; // ms after which a silent tab's entries count as left behind
const CALL = 400; // ms in which open tabs say that they are there
const RETRY = 4000; // ms without an answer before entries are sent again
const PREFIX = "canevas.outbox.";

function newId() {
  // UUIDv7; crypto.randomUUID is missing on plain http beyond localhost.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let now = Date.now();
  for (let i = 5; i >= 0; i--) { bytes[i] = now % 256; now = Math.floor(now / 256); }
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function same(left, right) {
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
}

function createOutbox() {
  const key = PREFIX + newId();
  const listeners = new Set();
  let entries = [];
  let savedAt = null;
  let pauseTimer = null;

  const keep = () => {
    try {
      if (entries.length) {
        localStorage.setItem(key, JSON.stringify({ at: Date.now(), entries }));
      } else {
        localStorage.removeItem(key);
      }
    } catch { /* storage full or forbidden: the server still gets the entries */ }
  };
  const changed = (event) => {
    keep();
    for (const listener of [...listeners]) listener(event);
  };
  const speaksOf = (edit, type, record, field) =>
    edit.type === type && edit.record === record && (field === undefined || edit.field === field);
  // The person typed on while an entry was under way, and it came back refused: what they
  // typed since takes its place, on the same base.
  const succeed = (entry) => {
    const typed = entry.edits[entry.edits.length - 1];
    const next = entries.slice(entries.indexOf(entry) + 1)
      .find((later) => later.edits.some((e) => speaksOf(e, typed.type, typed.record, typed.field)));
    if (!next) return false;
    const edit = next.edits.find((e) => speaksOf(e, typed.type, typed.record, typed.field));
    edit.base = typed.base;
    if (!next.edits.some((e) => e.field === "exists")) next.edits.unshift(...entry.edits.slice(0, -1));
    if (next.state === "ready") next.op = newId();
    entries = entries.filter((e) => e !== entry);
    return true;
  };
  const leaves = ({ type, record }) =>
    entries.some((entry) => entry.edits.some((e) => speaksOf(e, type, record, "exists") && !e.new));
  const lastFor = (type, record, field) =>
    entries.findLast((entry) => entry.edits.some((e) => speaksOf(e, type, record, field)));

  // Other tabs keep entries as long as their person hesitates: ask before taking them.
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(PREFIX) : null;
  const alive = new Set();
  channel?.addEventListener("message", ({ data }) => {
    if (data.calls) channel.postMessage({ here: key });
    else alive.add(data.here);
  });
  const rollCall = () => {
    alive.clear();
    channel?.postMessage({ calls: true });
    return new Promise((done) => { setTimeout(done, CALL); });
  };

  const outbox = {
    // Take over what closed tabs left behind for this strategy.
    async adopt(strategy) {
      await rollCall();
      for (let i = localStorage.length - 1; i >= 0; i--) {
        const name = localStorage.key(i);
        if (!name.startsWith(PREFIX) || name === key) continue;
        try {
          const left = JSON.parse(localStorage.getItem(name));
          if (!left.closed && (alive.has(name) || Date.now() - left.at < ORPHAN)) continue;
          const mine = left.entries.filter((entry) => entry.strategy === strategy);
          const others = left.entries.filter((entry) => entry.strategy !== strategy);
          for (const entry of mine) {
            if (entry.state === "draft") entry.state = "ready";
            entries.push(entry);
          }
          if (others.length) localStorage.setItem(name, JSON.stringify({ ...left, entries: others }));
          else localStorage.removeItem(name);
        } catch { localStorage.removeItem(name); }
      }
      if (entries.length) changed({ kind: "adopted" });
    },

    // A keystroke: remember it, and send it after a pause.  `creation` are the edits
    // that bring the record into being, where this is the first thing typed in it.
    type(strategy, edit, creation) {
      let entry = lastFor(edit.type, edit.record, edit.field);
      if (entry && entry.state !== "ready") {
        const found = entry.edits.find((e) => speaksOf(e, edit.type, edit.record, edit.field));
        found.new = edit.new;
        if (entry.state !== "draft") { entry.op = newId(); entry.state = "draft"; }
        if (entry.theirs !== undefined) { found.base = entry.theirs; delete entry.theirs; }
        delete entry.message;
      } else {
        const base = entry ? entry.edits.find((e) => e.field === edit.field).new : edit.base;
        entry = { op: newId(), strategy, state: "draft", edits: [...(creation || []), { ...edit, base }] };
        entries.push(entry);
      }
      clearTimeout(pauseTimer);
      pauseTimer = setTimeout(() => outbox.commit(), PAUSE);
      changed({ kind: "typing" });
    },

    // Send drafts: those of one field, or all.
    commit(type, record, field) {
      let any = false;
      entries = entries.filter((entry) => {
        if (entry.state !== "draft") return true;
        if (type && !entry.edits.some((e) => speaksOf(e, type, record, field))) return true;
        const typed = entry.edits[entry.edits.length - 1];
        if (same(typed.base, typed.new)) return false;
        entry.state = "ready";
        any = true;
        return true;
      });
      changed({ kind: any ? "ready" : "quiet" });
    },

    // Edits that need no typing: a choice, a move, a deletion.  Where they are to be
    // `completed`, the server fills in what the strategy knows of a new record.
    put(strategy, edits, { completed } = {}) {
      const entry = { op: newId(), strategy, state: "ready", edits, completed };
      entries.push(entry);
      changed({ kind: "ready" });
      return entry.op;
    },

    // Undo or redo was asked for: what the server shows next counts under the cursor too.
    yield() {
      outbox.commit();
      changed({ kind: "yield" });
    },

    // What the server answered, by operation.
    settle(results) {
      let any = false;
      for (const [op, result] of Object.entries(results)) {
        const entry = entries.find((e) => e.op === op);
        if (!entry || entry.state !== "ready") continue;
        any = true;
        if (result.status === "later") {
          entry.message = result.message;
        } else if (result.status === "saved") {
          entries = entries.filter((e) => e !== entry);
          savedAt = new Date();
        } else if (entry.edits.every((e) => e.field === "position") || entry.edits.every(leaves)) {
          // Somebody moved it meanwhile: theirs stands, nobody needs to be asked.  Nor of
          // what the person has deleted since.
          entries = entries.filter((e) => e !== entry);
        } else if (succeed(entry)) {
          changed({ kind: "ready" });
        } else {
          entry.state = result.status;
          entry.message = result.message;
          entry.theirs = result.theirs;
          entry.theirsShown = result.theirs_shown;
        }
        changed({ kind: "settled", entry, result });
      }
      return any;
    },

    drop(op) {
      entries = entries.filter((entry) => entry.op !== op);
      changed({ kind: "dropped" });
    },

    entryFor: lastFor,
    entriesOf: (type) => entries.filter((entry) => entry.edits.some((e) => e.type === type)),
    ready: (strategy) =>
      entries.filter((e) => e.strategy === strategy && e.state === "ready").map(({ op, edits, completed }) => ({ op, edits, completed })),
    trouble: () => entries.some((e) => ["conflict", "invalid", "gone"].includes(e.state)),
    waiting: () => entries.some((e) => e.state === "ready" && e.message),
    typing: () => entries.some((e) => e.state === "draft"),
    savedAt: () => savedAt,
    subscribe(listener) { listeners.add(listener); return () => listeners.delete(listener); },
  };

  addEventListener("pagehide", () => {
    if (entries.length) {
      try { localStorage.setItem(key, JSON.stringify({ at: 0, closed: true, entries })); } catch { /* as above */ }
    }
  });
  addEventListener("pageshow", (event) => { if (event.persisted) keep(); });
  return outbox;
}

const outbox = (window.canevasOutbox ??= createOutbox());
