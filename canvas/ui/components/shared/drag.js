// Drag things between areas with a mouse, a finger or a pen.  Pointer events, since
// HTML's own drag and drop does not exist on touch screens.
//
// `draggable(root, options)` listens on `root` once.  Options: `handle(event)` returns the
// item to drag for a pointerdown, or null; `areas(item)` the areas that take it; `items(area)`
// an area's items in order; `drop(item, area, before)` is called at the end.

function draggable(root, { handle, areas, items, drop }) {
  let drag = null;

  root.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || drag) return;
    const item = handle(event);
    if (!item) return;
    drag = { item, x: event.clientX, y: event.clientY, id: event.pointerId, on: false };
  });

  root.addEventListener("pointermove", (event) => {
    if (!drag || event.pointerId !== drag.id) return;
    if (!drag.on) {
      if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < 5) return;
      lift(event);
    }
    event.preventDefault();
    follow(event);
  });

  const end = (event, dropped) => {
    if (!drag || event.pointerId !== drag.id) return;
    const { item, on, ghost, line, area, before } = drag;
    drag = null;
    if (!on) return;
    ghost.remove();
    line.remove();
    item.classList.remove("lifted");
    root.classList.remove("dragging");
    if (dropped && area) drop(item, area, before);
  };
  root.addEventListener("pointerup", (event) => end(event, true));
  root.addEventListener("pointercancel", (event) => end(event, false));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drag) end({ pointerId: drag.id }, false);
  });

  function lift(event) {
    const box = drag.item.getBoundingClientRect();
    drag.on = true;
    drag.dx = drag.x - box.left;
    drag.dy = drag.y - box.top;
    drag.ghost = drag.item.cloneNode(true);
    drag.item.querySelectorAll("textarea").forEach((area, n) => {
      drag.ghost.querySelectorAll("textarea")[n].value = area.value;
    });
    drag.ghost.classList.add("ghosted");
    drag.ghost.setAttribute("aria-hidden", "true");
    drag.ghost.style.width = `${box.width}px`;
    root.append(drag.ghost);
    drag.line = document.createElement("div");
    drag.line.className = "drop-line";
    drag.item.classList.add("lifted");
    root.classList.add("dragging");
    root.setPointerCapture(event.pointerId);
  }

  function follow(event) {
    drag.ghost.style.transform = `translate(${event.clientX - drag.dx}px, ${event.clientY - drag.dy}px)`;
    const over = areas(drag.item).find((area) => {
      const box = area.getBoundingClientRect();
      return event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    });
    if (over) {
      drag.area = over;
      const others = items(over).filter((item) => item !== drag.item);
      drag.before = others.find((item) => {
        const box = item.getBoundingClientRect();
        return event.clientY < box.top + box.height / 2;
      }) ?? null;
      const parent = others[0]?.parentNode ?? over.querySelector(".cards") ?? over;
      parent.insertBefore(drag.line, drag.before);
    }
    // Near the edge of the window, the page comes along.
    const scroller = root.getRootNode().host?.closest('[data-testid="stMain"]') ?? document.scrollingElement;
    if (event.clientY > innerHeight - 60) scroller.scrollBy(0, 14);
    if (event.clientY < 60) scroller.scrollBy(0, -14);
  }
}
