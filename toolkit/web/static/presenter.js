// How wide the prototype stands: in a frame as wide as a device, which is a page of its own in the same rehearsal.
// The page around it follows where one goes in the frame, and takes it along where the panel leads.
(() => {
  "use strict";
  const inside = parent !== window && parent.presenter;
  if (inside) {
    let at = location.pathname + location.search;
    document.addEventListener("stage:shown", (event) => {
      if (event.detail.path !== at) inside.went(event.detail.path);
      at = event.detail.path;
    });
    inside.ready(window);
    return;
  }
  const KEY = "st-width";
  const HEIGHTS = { 390: 844, 820: 1180, 1280: 800 };
  const awaited = new Set(); // places that this page was sent to because the frame is there
  let frame = null;
  let framed = null; // the window in the frame, once it can be led
  let here = location.pathname + location.search;

  function stand(width) {
    sessionStorage.setItem(KEY, width);
    document.body.toggleAttribute("data-width", Boolean(width));
    if (!width) {
      document.querySelector(".st-device")?.remove();
      frame = framed = null;
    } else {
      frame ||= made();
      frame.width = width;
      frame.height = HEIGHTS[width];
      fit();
    }
    mark();
  }

  function made() {
    const box = document.createElement("main");
    box.className = "st-device";
    const heading = document.createElement("h1");
    heading.className = "st-hidden";
    heading.textContent = "The prototype on another device";
    const one = document.createElement("iframe");
    one.title = "The prototype";
    one.src = location.pathname + location.search;
    box.append(heading, one);
    document.getElementById("st-root").after(box);
    return one;
  }

  // A frame that is wider than the window is shown smaller, and not cut.
  function fit() {
    if (!frame) return;
    const room = document.documentElement.clientWidth - 48;
    const scale = Math.min(1, room / Number(frame.width));
    frame.style.transform = scale < 1 ? `scale(${scale})` : "";
    frame.style.marginBlockEnd = scale < 1 ? `${-(1 - scale) * Number(frame.height)}px` : "";
    frame.style.marginInline = scale < 1 ? `${-((1 - scale) * Number(frame.width)) / 2}px` : "";
  }

  function mark() {
    const now = (document.body.hasAttribute("data-width") && sessionStorage.getItem(KEY)) || "";
    for (const one of document.querySelectorAll("[data-width]:not(body)")) {
      one.setAttribute("aria-pressed", String(one.dataset.width === now));
    }
  }

  document.addEventListener("click", (event) => {
    const one = event.target instanceof Element ? event.target.closest("button[data-width]") : null;
    if (one) stand(one.dataset.width);
  });
  addEventListener("resize", fit);
  document.addEventListener("stage:shown", (event) => {
    mark();
    const path = event.detail.path;
    if (path === here) return;
    here = path;
    if (!awaited.delete(path)) framed?.stage.visit(path);
  });

  window.presenter = {
    ready(page) {
      framed = page;
    },
    went(path) {
      if (path === here || awaited.has(path)) return;
      awaited.add(path);
      window.stage.visit(path);
    },
  };
  const wide = matchMedia("(min-width: 641px)").matches;
  if (wide && sessionStorage.getItem(KEY)) stand(sessionStorage.getItem(KEY));
})();
