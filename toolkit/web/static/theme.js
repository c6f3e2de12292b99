// Light or dark as the presenter chose it, or as the system has it: kept in a cookie, and told to the pages beside.
// It is read before anything is drawn, so that no page flashes in the other theme.
(() => {
  "use strict";
  const THEMES = ["light", "dark"];
  const KEY = "showtell_theme";
  const YEAR = 31536000;
  const beside = new BroadcastChannel(KEY);

  function kept() {
    const found = document.cookie.split("; ").find((one) => one.startsWith(`${KEY}=`));
    return found ? found.slice(KEY.length + 1) : "";
  }

  function show(theme) {
    if (THEMES.includes(theme)) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    mark();
  }

  function mark() {
    const now = document.documentElement.dataset.theme || "";
    for (const one of document.querySelectorAll("button[data-theme]")) {
      one.setAttribute("aria-pressed", String(one.dataset.theme === now));
    }
  }

  document.addEventListener("click", (event) => {
    const one = event.target instanceof Element ? event.target.closest("button[data-theme]") : null;
    if (!one) return;
    const theme = one.dataset.theme;
    document.cookie = `${KEY}=${theme}; path=/p/; max-age=${theme ? YEAR : 0}; samesite=lax`;
    show(theme);
    beside.postMessage(theme);
  });
  beside.addEventListener("message", (event) => show(event.data));
  document.addEventListener("stage:shown", mark);
  document.addEventListener("DOMContentLoaded", mark);
  show(kept());
})();
