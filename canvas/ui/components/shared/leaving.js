// Before a record goes that others use, the person reads how many they are; one that
// nobody uses goes at once.  `uses` comes with its row, `go` deletes it.
function leaving(host, uses, go) {
  if (!uses) { go(); return; }
  const { words } = host.data;
  const [asked, stays] = [newId(), newId()];
  const act = (text, sure) => make("button", { type: "button", class: sure ? "go" : "keep", onclick: () => { dialog.close(); if (sure) go(); } }, text);
  const dialog = make("dialog", { class: "leaving", role: "alertdialog", "aria-labelledby": asked, "aria-describedby": stays },
    make("p", { id: asked }, uses.asks),
    make("p", { id: stays, class: "stays" }, words.use_stays),
    make("div", { class: "acts" }, act(words.use_keep, false), act(words.use_go, true)));
  // Keys that steer the component behind mean nothing to it while it asks.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  dialog.addEventListener("close", () => dialog.remove());
  host.root.append(dialog);
  dialog.showModal();
}
