// Shows the pages of a copy, and finds for each click the page it leads to. Nothing is sent anywhere.
(async () => {
  "use strict";
  const view = document.getElementById("view");
  const chooser = document.getElementById("chooser");
  const said = document.getElementById("said");
  const words = document.getElementById("copy").dataset; // what this script says
  const packed = Uint8Array.from(atob(document.getElementById("pages").textContent), (c) => c.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const tours = JSON.parse(await new Response(unpacked).text());
  let tour = tours[0];
  let page = tour.pages[0];
  let timer = null;

  function say(text) {
    said.textContent = text;
    said.toggleAttribute("data-seen", Boolean(text));
    clearTimeout(timer);
    if (text) timer = setTimeout(() => say(""), 6000);
  }

  // An address names option, role and page: '#late-first/Agent/12'.
  const address = (number) => `#${[tour.option, tour.role, number].map(encodeURIComponent).join("/")}`;

  function draw(number, focus) {
    page = tour.pages[number];
    view.innerHTML = page.html;
    document.title = `${page.title} · ${document.querySelector(".st-brand-name").textContent}`;
    chooser.elements.option.value = tour.option;
    chooser.elements.role.value = tour.role;
    if (!focus) return;
    const place = view.querySelector("[data-summary]") ?? view.querySelector("h1");
    place?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  function go(number, otherwise) {
    if (number === undefined || number < 0) return say(otherwise);
    say("");
    history.pushState(null, "", address(number));
    draw(number, true);
  }

  function read(focus) {
    const [option, role, number] = location.hash.slice(1).split("/").map(decodeURIComponent);
    tour = tours.find((t) => t.option === option && t.role === role) ?? tours[0];
    draw(tour.pages[number] ? Number(number) : 0, focus);
  }

  view.addEventListener("click", (event) => {
    const jump = event.target.closest("[data-focus]");
    const control = event.target.closest("[data-control]:not(form)");
    if (jump) {
      event.preventDefault();
      document.getElementById(jump.dataset.focus)?.focus();
    } else if (event.target.closest(".st-skip")) {
      event.preventDefault();
      view.querySelector("h1")?.focus();
    } else if (control && control.type !== "submit") {
      event.preventDefault();
      if (control.type === "button" && control.closest("form[data-picks]")) {
        say(words.notSeveral);
        return;
      }
      go(page.ways[control.dataset.control], words.noPage);
    }
  });

  // Return the names of the required fields of a form that hold nothing.
  function empty(form) {
    const given = new FormData(form);
    const required = [...form.querySelectorAll("[required]")].map((field) => field.name);
    return [...new Set(required)].filter((name) => !given.getAll(name).join("").trim());
  }

  // Keep what was typed, and only the messages about what is still empty.
  function refuse(form, number, missing) {
    const typed = [...new FormData(form)];
    const id = form.dataset.form;
    go(number, words.notWrong);
    const again = view.querySelector(`form[data-form="${CSS.escape(id)}"]`);
    for (const field of again?.elements ?? []) {
      if (!field.name || field.type === "submit") continue;
      const values = typed.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "radio" || field.type === "checkbox") field.checked = values.includes(field.value);
      else if (values.length) field.value = values[0];
      if (missing.includes(field.name)) continue;
      const box = field.closest(".st-wrong");
      box?.classList.remove("st-wrong");
      box?.querySelector(".st-error")?.remove();
      field.removeAttribute("aria-invalid");
      view.querySelector(`[data-summary] [data-focus="${CSS.escape(field.id)}"]`)?.closest("li").remove();
    }
  }

  view.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    if ("picks" in form.dataset) return;
    if ("live" in form.dataset) {
      say(words.noSearch);
      return;
    }
    const sent = page.sends[form.dataset.form];
    const missing = empty(form);
    if (missing.length) refuse(form, sent.refused, missing);
    else go(sent.accepted, words.noNext);
    if (!missing.length && sent.accepted >= 0 && form.querySelector("[name]")) {
      say(words.sample);
    }
  });

  view.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-live]");
    if (!form || event.target.type === "search") return;
    const found = page.narrows[form.dataset.form]?.[`${event.target.name}=${event.target.value}`];
    go(found, words.noFilter);
  });

  chooser.addEventListener("change", () => {
    const { option, role } = chooser.elements;
    tour = tours.find((t) => t.option === option.value && t.role === role.value) ?? tours[0];
    go(0, "");
  });
  chooser.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", () => read(true));
  read(false);
})();
