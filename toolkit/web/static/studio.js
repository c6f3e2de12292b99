// The studio in the browser: shows a page anew when the server says that something is new, and copies links.
// It takes its frames from the same element as the stage, so it answers to the same name.
(() => {
  "use strict";
  const root = document.getElementById("su-root");
  const keep = (name, node) => !(name === "open" && node.matches("details"));

  async function copy(button) {
    const text = button.dataset.copy;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const box = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(box); // a page that came without encryption has no clipboard of its own
      box.select();
      document.execCommand("copy");
      box.remove();
    }
    const words = button.querySelector("[data-words]");
    const before = words.textContent;
    words.textContent = "Copied";
    setTimeout(() => { words.textContent = before; }, 2000);
  }

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-copy]");
    if (button) copy(button);
  });

  window.stage = {
    connect() {},
    show(frame) {
      Idiomorph.morph(root, frame.html, { morphStyle: "innerHTML", ignoreActiveValue: true, callbacks: { beforeAttributeUpdated: keep } });
    },
  };
  if (location.hash) document.querySelector(location.hash)?.scrollIntoView();
})();
