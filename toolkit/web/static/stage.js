// The stage in the browser: shows the frames the server sends, and sends back what people do, by control id.
// Nothing is decided here. Deeds are numbered and kept until a frame says that they were heard, so that what is done
// before the connection stands, or while it is lost, arrives once and in order.
(() => {
  "use strict";
  const root = document.getElementById("st-root");
  const deeds = []; // sent, or to be sent, and not heard yet
  let numbered = 0;
  let timer = null;
  const scrolls = new Map(Object.entries(read("st-scrolls") || {}));
  let emit = null;
  let pressed = false; // a control is being pressed, so that the blur it causes sends nothing
  let freed = false; // the server says to leave
  let returning = false; // the next frame answers a step back or forward
  let shown = location.pathname + location.search;

  function read(key) {
    try {
      return JSON.parse(sessionStorage.getItem(key));
    } catch {
      return null;
    }
  }

  function keep(key, value) {
    try {
      sessionStorage.setItem(key, JSON.stringify(value));
    } catch {
      // a full or forbidden storage costs comfort only
    }
  }

  // ---- sending ----

  function send(kind, detail, form = null) {
    const said = JSON.stringify([kind, detail]);
    if (deeds.some((deed) => deed.said === said)) return; // a double click is one
    const deed = { n: ++numbered, kind, detail: { ...detail, n: numbered }, said, form: form?.dataset.form };
    deeds.push(deed);
    clearTimeout(timer);
    timer = setTimeout(() => busy(true), 300);
    pass(deed);
  }

  const pass = (deed) => emit?.(deed.kind, deed.detail);

  // Return the last deed that a frame answers; those that were lost on the way are sent again.
  function heard(frame) {
    const last = deeds.filter((deed) => deed.n <= frame.heard).pop();
    deeds.splice(0, deeds.length, ...deeds.filter((deed) => deed.n > frame.heard));
    if (frame.again) deeds.forEach(pass);
    if (!deeds.length) {
      clearTimeout(timer);
      busy(false);
    }
    return last;
  }

  function busy(on) {
    root.toggleAttribute("data-busy", on);
    root.setAttribute("aria-busy", String(on));
  }

  // As much of a text as the server reads; half an emoji, which is none, would be refused with all the rest.
  const longest = 20_000;
  const readable = (text) => new TextDecoder().decode(new TextEncoder().encode(text.slice(0, longest)));

  // Every field of the form, also those left empty; several values of one name are lines of one text.
  function values(form) {
    const found = {};
    for (const { name } of form.elements) if (name) found[name] = [];
    for (const [name, value] of new FormData(form)) found[name].push(String(value));
    return Object.fromEntries(Object.entries(found).map(([name, all]) => [name, readable(all.join("\n"))]));
  }

  const within = (event, selector) => (event.target instanceof Element ? event.target.closest(selector) : null);

  document.addEventListener("click", (event) => {
    pressed = false;
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const jump = within(event, "[data-focus]");
    if (jump) {
      event.preventDefault();
      document.getElementById(jump.dataset.focus)?.focus();
      return;
    }
    const control = within(event, "#st-root [data-control], #st-root [data-stage]");
    if (!control || control.matches("form") || control.type === "submit") return;
    event.preventDefault();
    const picks = control.type === "button" ? control.closest("form[data-picks]") : null; // its boxes say for which rows
    if (control.matches("a[data-control]") && leaves(control)) {
      ask(() => send("act", { control: control.dataset.control, values: {} }));
      return;
    }
    if (control.dataset.control) send("act", { control: control.dataset.control, values: picks ? values(picks) : {} }, picks);
    else send("stage", { what: control.dataset.stage, values: { value: control.value || control.dataset.value || "" } });
  });

  document.addEventListener("submit", (event) => {
    const form = within(event, "#st-root form");
    if (!form || form.closest("dialog")) return; // that of a question closes it by itself
    event.preventDefault();
    if ("picks" in form.dataset) return; // Enter on a box: which of the moves is meant is not said
    fold(form);
    if (form.dataset.control) send("act", { control: form.dataset.control, values: values(form) }, form);
    else send("stage", { what: event.submitter?.dataset.stage || form.dataset.stage, values: values(form) }, form);
  });

  // On a phone filters fold away when they are sent, for what they found lies below them.
  function fold(form) {
    const folded = form.querySelector(".st-fold[open]");
    if (!folded?.offsetParent) return;
    folded.open = false;
    folded.querySelector("summary").focus({ preventScroll: true });
  }

  // A form that sends itself: when something is chosen, or a text was typed and left.
  document.addEventListener("change", (event) => {
    const form = within(event, "#st-root form[data-live]");
    if (form && !pressed) send("act", { control: form.dataset.control, values: values(form) }, form);
  });

  document.addEventListener("pointerdown", (event) => {
    pressed = Boolean(within(event, "[data-control]:not(form), [type=submit]"));
  }, true);
  for (const name of ["pointerup", "pointercancel"]) {
    document.addEventListener(name, () => setTimeout(() => { pressed = false; }), true);
  }

  document.addEventListener("input", (event) => count(event.target));

  // Of a file only the name is taken; its content is never read and never sent.
  document.addEventListener("change", (event) => {
    const name = document.getElementById(within(event, "#st-root [data-names]")?.dataset.names || "");
    if (!name) return;
    name.value = readable(event.target.files[0]?.name.slice(-200) || "");
    chosen(name);
  });

  function chosen(name) {
    const said = name.hidden && name.parentElement.querySelector(".st-chosen");
    if (said) said.textContent = name.value || said.dataset.none;
  }

  function count(box) {
    const tally = box.id && root.querySelector(`[data-count="${CSS.escape(box.id)}"]`);
    if (!tally) return;
    const left = Number(tally.dataset.longest) - box.value.length;
    tally.textContent = (left < 0 ? tally.dataset.over : tally.dataset.left).replace("{n}", Math.abs(left));
  }

  // ---- what was typed and not sent survives a new frame and a reload ----

  function* fields() {
    for (const form of root.querySelectorAll("form[data-form]:not([data-live])")) {
      for (const field of form.elements) if (field.name) yield [form.dataset.form, field];
    }
  }

  const drawn = (field) => {
    if (field.type === "radio" || field.type === "checkbox") return String(field.defaultChecked);
    if (field.options) return Array.from(field.options).find((o) => o.defaultSelected)?.value ?? field.options[0]?.value ?? "";
    return field.defaultValue;
  };
  const now = (field) => (field.type === "radio" || field.type === "checkbox" ? String(field.checked) : field.value);

  function typed(except = null) {
    const found = [];
    for (const [form, field] of fields()) {
      if (form !== except && field.id && drawn(field) !== now(field)) found.push([form, field.id, drawn(field), now(field)]);
    }
    return found;
  }

  function retype(found) {
    for (const [form, id, before, value] of found) {
      const field = document.getElementById(id);
      if (field?.form?.dataset.form !== form || drawn(field) !== before) continue;
      if (field.type === "radio" || field.type === "checkbox") field.checked = value === "true";
      else field.value = value;
      count(field);
      chosen(field);
    }
  }

  // ---- what was typed and not sent is not lost without a question ----

  const keyed = (url) => ["step", "item", "state"].map((name) => url.searchParams.get(name)).join();

  // Whether a link leads away from what can be typed into here; a form's own 'Cancel' says itself that it does.
  function leaves(link) {
    if (link.closest("form:not([data-picks], [data-live])")) return false;
    return gone(new URL(link.href, location.href), new URL(location.href));
  }

  function gone(to, from) {
    const opened = from.searchParams.get("do");
    return to.pathname !== from.pathname || keyed(to) !== keyed(from) || (opened && to.searchParams.get("do") !== opened);
  }

  // Whether something was typed that no deed on its way brings along; what was refused is kept by nobody else, either.
  function unsaved() {
    const sent = new Set(deeds.map((deed) => deed.form));
    const forms = Array.from(root.querySelectorAll(".st-view form[data-form]:not([data-live], [data-picks])"));
    const kept = forms.filter((form) => !sent.has(form.dataset.form));
    const changed = new Set(typed().map(([form]) => form));
    return kept.some((form) => changed.has(form.dataset.form) || form.querySelector(".st-wrong"));
  }

  function ask(proceed, stay = () => {}) {
    const question = document.getElementById("st-leave");
    if (!question || !unsaved()) {
      proceed();
      return;
    }
    question.returnValue = "";
    question.addEventListener("close", () => (question.returnValue === "leave" ? proceed() : stay()), { once: true });
    question.showModal();
  }

  // Another page, another tool or a closed tab: the browser asks, in its own words.
  addEventListener("beforeunload", (event) => {
    if (!freed && unsaved()) event.preventDefault();
  });

  // What has to be answered with yes or no can be left by Escape.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || root.querySelector("dialog[open]")) return;
    root.querySelector(".st-notice.st-headed + .st-actions a[data-control$='.cancel']")?.click();
  });

  // ---- showing ----

  const place = () => location.pathname + location.search;

  function show(frame) {
    const sent = heard(frame);
    if (frame.leave) {
      freed = true;
      location.assign(frame.leave);
      return;
    }
    const unsent = typed(sent?.form);
    const active = document.activeElement;
    const focused = active && root.contains(active) ? active.closest("[data-id]")?.dataset.id || "" : undefined;
    draw(frame);
    retype(unsent);
    document.title = frame.title;
    arrive(frame);
    focus(frame, focused);
    if (sent) say(frame.said);
    if (sent?.kind === "stage") root.querySelector(".st-task-message ~ form input")?.focus();
    document.dispatchEvent(new CustomEvent("stage:shown", { detail: { path: frame.path, screen: frame.screen } }));
  }

  // Another page is put in the place of the last; the same page is changed where it differs, so that focus stays.
  function draw(frame) {
    const next = document.createElement("template");
    next.innerHTML = frame.html;
    const [view, shownView] = [next.content.querySelector(".st-view"), root.querySelector(".st-view")];
    if (view && shownView) speaks(shownView, view);
    if (frame.moved && view && shownView) shownView.replaceChildren(...view.childNodes);
    const callbacks = {
      beforeAttributeUpdated: keepsOpen,
      beforeNodeMorphed: (node, other) => !(frame.moved && node === shownView) && !(node.dataset?.slot && node.dataset.slot === other.dataset?.slot),
    };
    Idiomorph.morph(root, Array.from(next.content.childNodes), { morphStyle: "innerHTML", callbacks });
    speak();
  }

  // The page as a whole speaks what the prototype does.
  function speak() {
    const view = root.querySelector(".st-view");
    if (view) speaks(document.documentElement, view);
  }

  // Set only where they differ: a page whose direction was set is laid out anew, if to the same.
  function speaks(element, as) {
    for (const name of ["lang", "dir"]) if (element[name] !== as[name]) element[name] = as[name];
  }
  speak();

  // What is folded open stays so, but for the menu that was just chosen from.
  const keepsOpen = (name, node) => !(name === "open" && node.matches("details:not(.st-who), dialog"));

  function arrive(frame) {
    if (returning) {
      scrollTo(0, scrolls.get(history.state?.key) || 0);
    } else if (frame.path !== place()) {
      remember();
      history.pushState({ key: String(Date.now()) }, "", frame.path);
      if (frame.moved) scrollTo(0, 0);
    }
    returning = false;
    shown = place();
  }

  function focus(frame, before) {
    const mistakes = root.querySelector("[data-summary]");
    if (frame.focus === "mistakes" && mistakes) mistakes.focus();
    else if (frame.focus === "heading") root.querySelector("h1")?.focus({ preventScroll: true });
    else if (frame.opened) open(CSS.escape(frame.opened))?.focus();
    else if (document.activeElement === document.body && before !== undefined) {
      const again = before && root.querySelector(`[data-id="${CSS.escape(before)}"]:is(a, button, input, select, textarea)`);
      (again || root.querySelector("h1"))?.focus({ preventScroll: true });
    }
    if (frame.focus === "mistakes") mistakes?.scrollIntoView({ block: "nearest" });
  }

  // What was opened: the first field of a form (of radio buttons the one that is chosen), or a question.
  function open(id) {
    const first = root.querySelector(`[data-form="${id}"] :is(input, select, textarea, button), [data-id="${id}"][tabindex]`);
    if (first?.type !== "radio") return first;
    return first.form.querySelector(`[name="${CSS.escape(first.name)}"]:checked`) || first;
  }

  // What was just said is read out; it is shown once more where the notice itself lies out of sight.
  function say(words) {
    const live = document.getElementById("st-live");
    clearTimeout(live.timer);
    const notice = root.querySelector(".st-notice")?.getBoundingClientRect();
    live.textContent = words;
    live.toggleAttribute("data-seen", Boolean(words) && !(notice?.bottom > 0 && notice.top < innerHeight));
    live.timer = setTimeout(() => live.removeAttribute("data-seen"), 5000);
  }

  function remember() {
    if (history.state?.key) scrolls.set(history.state.key, scrollY);
  }

  addEventListener("scroll", () => { if (!returning) remember(); }, { passive: true });
  addEventListener("popstate", () => {
    if (place() === shown) return; // a jump within the page
    const [to, from] = [place(), shown];
    const visit = () => {
      returning = true;
      send("visit", { path: to });
    };
    if (!gone(new URL(to, location.href), new URL(from, location.href))) visit();
    else ask(visit, () => history.pushState({ key: String(Date.now()) }, "", from));
  });
  addEventListener("pagehide", () => {
    keep("st-scrolls", Object.fromEntries(Array.from(scrolls).slice(-50)));
    keep("st-typed", { path: place(), found: typed() });
  });
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  history.scrollRestoration = "manual";
  if (!history.state?.key) history.replaceState({ key: String(Date.now()) }, "");
  const left = read("st-typed");
  if (left?.path === place()) retype(left.found);
  const at = scrolls.get(history.state.key);
  if (at) scrollTo(0, at);

  window.stage = {
    show,
    visit: (path) => send("visit", { path }),
    connect(way) {
      speak(); // the framework has set a language of its own by now
      emit = way;
      deeds.forEach(pass);
    },
  };
})();
