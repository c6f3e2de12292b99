// Plays a recorded session: rrweb draws the page into a sandboxed frame in which no script ever runs; the controls are
// ours. All times are seconds since the session was opened. What the page showed is put back as it was: the layers of
// NiceGUI's style sheet, which recordings leave out, and a scroll bar as wide as the one there was.
(() => {
  "use strict";
  const by = (id) => document.getElementById(id);
  const root = by("player");
  const room = by("frame");
  const scrub = by("scrub");
  const lines = Array.from(document.querySelectorAll("#trace > li"));
  const ats = lines.map((line) => Number(line.dataset.at));
  const STEP = 5;
  const IDLE = 2;
  const SOON = 3;
  const PAUSE = 0.3; // between changes that belong to different things
  let player = null;
  let data = null;
  let first = 0; // of what was recorded, and how long it is
  let length = 0;
  let end = ats.at(-1) || 0;
  let active = []; // when somebody did something
  let changes = []; // when the page became another one
  let t = 0;
  let playing = false;
  let running = false; // the player's own clock goes, for t lies within what was recorded
  let before = 0;

  const clock = (at) => `${Math.floor(at / 60)}:${String(Math.floor(at % 60)).padStart(2, "0")}`;
  const speed = () => Number(document.querySelector("[name=speed]:checked").value);

  // ---- loading ----

  async function load() {
    cover("Loading the recording …");
    by("again").hidden = true;
    try {
      const answers = await Promise.all([fetch(root.dataset.stream), fetch(root.dataset.layers)]);
      if (answers.some((answer) => !answer.ok)) throw new Error(answers.map((answer) => answer.status).join(", "));
      data = await answers[0].json();
      begin(await answers[1].text());
    } catch (error) {
      cover("The recording cannot be loaded. What was done can be read beside it.");
      by("again").hidden = false;
      console.warn(error);
    }
  }

  function rules(text) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const found = Array.from(sheet.cssRules, (rule) => rule.cssText);
    found.push("* { overflow-anchor: none !important }"); // where anchoring moved the page, its scrolling was recorded
    if (data.bar > 0) {
      found.push(`html::-webkit-scrollbar { width: ${Number(data.bar)}px; height: ${Number(data.bar)}px; background: #8882 }`);
      found.push("html::-webkit-scrollbar-thumb { border-radius: 8px; background: #8889 }");
    }
    if (data.touch) found.push("*::-webkit-scrollbar { width: 0; height: 0 }"); // touch screens draw theirs over the text
    return found;
  }

  function begin(layers) {
    if (data.events.length < 2) {
      cover("No page was recorded from its beginning, so there is nothing to watch. What was done can be read beside it.");
      return;
    }
    const stamps = [data.events[0].timestamp, data.events.at(-1).timestamp];
    [first, length] = [stamps[0] / 1000, (stamps[1] - stamps[0]) / 1000];
    end = Math.max(end, first + length);
    player = new rrwebReplay.Replayer(data.events, {
      root: room,
      insertStyleRules: rules(layers),
      mouseTail: { strokeStyle: getComputedStyle(root).getPropertyValue("--accent-text").trim() || "#3347b8" },
      triggerFocus: false,
      showWarning: false,
      showDebug: false,
      UNSAFE_replayCanvas: false,
      useVirtualDom: false, // it keeps the scrolling of one page for the next, and our pages are small
    });
    if (data.bar > 0) player.iframe.removeAttribute("scrolling");
    player.iframe.title = "The page as it was recorded";
    player.iframe.tabIndex = -1;
    player.wrapper.inert = true;
    player.on("resize", fit);
    new ResizeObserver(fit).observe(room);
    const doing = data.events.filter((event) => event.type === 3 && event.data.source >= 1 && event.data.source <= 5);
    active = [...doing.map((event) => event.timestamp / 1000), ...ats, ...data.shown.map((span) => span[0])].sort((a, b) => a - b);
    const changing = (event) => event.type === 2 || (event.type === 3 && event.data.source === 0 && event.data.adds.length + event.data.removes.length > 0);
    changes = data.events.filter(changing).map((event) => event.timestamp / 1000);
    scrub.max = end;
    by("end").textContent = clock(end);
    for (const control of [scrub, by("play"), by("before"), by("after")]) control.disabled = false;
    mark();
    seek(Math.min(first + 0.001, end));
    root.dataset.ready = "";
  }

  function mark() {
    const place = (at) => `${(100 * at) / end}%`;
    const parts = [];
    for (const [from, to] of data.shown) parts.push(["shown", from, to]);
    for (const [from, to] of data.missing) parts.push(["missing", from, to]);
    const spans = parts.map(([name, from, to]) => {
      const span = document.createElement("i");
      span.className = `su-span su-span-${name}`;
      span.style.cssText = `left: ${place(from)}; width: ${(100 * (to - from)) / end}%`;
      return span;
    });
    const ticks = lines.map((line, i) => {
      const tick = document.createElement("i");
      tick.className = `su-mark su-is-${line.dataset.kind}`;
      tick.style.left = place(ats[i]);
      return tick;
    });
    by("marks").replaceChildren(...spans, ...ticks);
  }

  function fit() {
    const frame = player.iframe;
    const [width, height] = [Number(frame.width) || 1, Number(frame.height) || 1];
    const free = innerHeight - (room.getBoundingClientRect().top + scrollY) - 132; // the controls are to be in sight
    const scale = Math.min(1, room.clientWidth / width, Math.max(360, free) / height);
    player.wrapper.style.transform = `translate(${Math.max(0, (room.clientWidth - width * scale) / 2)}px) scale(${scale})`;
    room.style.height = `${Math.ceil(height * scale)}px`;
  }

  // ---- time ----

  const inside = (at) => at >= first && at < first + length;

  function seek(to, go = playing) {
    t = Math.min(Math.max(to, 0), end);
    const offset = Math.min(Math.max((t - first) * 1000, 0), length * 1000 + 1);
    running = go && inside(t);
    if (running) player.play(offset);
    else player.pause(offset);
    draw();
  }

  function play(on) {
    if (!player) return;
    playing = on;
    by("play").textContent = on ? "Pause" : "Play";
    if (on) before = performance.now();
    seek(on && t >= end - 0.01 ? 0 : t, on);
    if (on) requestAnimationFrame(tick);
  }

  function tick(now) {
    if (!playing) return;
    if (running) t = first + player.getCurrentTime() / 1000;
    else t += ((now - before) / 1000) * speed();
    before = now;
    if (t >= end) {
      play(false);
      return;
    }
    const next = by("skip").checked ? active.find((at) => at > t) : undefined;
    if (next !== undefined && next - t > IDLE && !active.some((at) => at <= t && at > t - 1)) seek(next - 0.7);
    else if (running !== inside(t)) seek(t);
    else draw();
    requestAnimationFrame(tick);
  }

  // ---- showing where it stands ----

  function cover(words) {
    by("cover").hidden = !words;
    by("cover-text").textContent = words;
  }

  function draw() {
    scrub.value = t;
    scrub.style.setProperty("--done", `${(100 * t) / end}%`);
    by("now").textContent = clock(t);
    const at = ats.findLastIndex((one) => one <= t + 0.02);
    const words = lines[at]?.querySelector(".su-words").textContent || "";
    scrub.setAttribute("aria-valuetext", `${clock(t)} of ${clock(end)}${words ? `: ${words}` : ""}`);
    const there = data.shown.some(([from, to]) => t >= from - 0.05 && t <= to + 0.05);
    const lost = data.missing.some(([from, to]) => t > from && t < to);
    const text = lost ? "What was recorded here never arrived." : there ? "" : elsewhere(at);
    if (text || !by("cover").hidden) cover(text);
    current(at);
  }

  function elsewhere(at) {
    const kind = lines.slice(0, at + 1).findLast((line) => line.dataset.kind !== "page")?.dataset.kind;
    return kind === "answer" || kind === "task" ? "Here was a page with questions, which records nothing." : "No page was recorded here.";
  }

  function current(at) {
    const old = document.querySelector("#trace [aria-current]");
    const line = lines[at]?.firstElementChild || null;
    if (old === line) return;
    old?.removeAttribute("aria-current");
    if (!line) return;
    line.setAttribute("aria-current", "step");
    const list = by("trace");
    if (list.scrollHeight <= list.clientHeight) return;
    const place = lines[at].offsetTop - list.offsetTop;
    if (place < list.scrollTop || place + line.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = place - list.clientHeight / 3;
  }

  // ---- hands ----

  by("play").addEventListener("click", () => play(!playing));
  by("again").addEventListener("click", load);
  scrub.addEventListener("input", () => seek(Number(scrub.value)));
  scrub.addEventListener("keydown", (event) => {
    const moves = { ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP, PageDown: -6 * STEP, PageUp: 6 * STEP };
    if (event.key === " ") play(!playing);
    else if (event.key in moves) seek(t + moves[event.key]);
    else return;
    event.preventDefault();
  });
  by("before").addEventListener("click", () => step(-1));
  by("after").addEventListener("click", () => step(1));
  by("trace")?.addEventListener("click", (event) => {
    const jump = event.target.closest("[data-seek]");
    if (jump && player) seek(outcome(Number(jump.dataset.seek)));
  });

  // The event before or after the current one; several at the same moment are one step.
  function step(way) {
    const here = ats[ats.findLastIndex((one) => one <= t + 0.02)] ?? -1;
    const to = way > 0 ? ats.find((one) => one > here + 0.02) : ats.findLast((one) => one < here - 0.02);
    seek(to === undefined ? (way > 0 ? end : 0) : outcome(to));
  }

  // When the page had shown what came of something that the server wrote down: that is what one wants to see. A slow
  // answer changes the page more than once (it says first that it is at work), so the last of these changes counts.
  function outcome(at) {
    const next = ats.find((one) => one > at + 0.02) ?? end;
    const near = changes.filter((one) => one >= at - 0.05 && one <= at + SOON && one < next);
    const pause = near.findIndex((one, i) => i > 0 && one - near[i - 1] > PAUSE);
    const shown = (pause < 0 ? near.at(-1) : near[pause - 1]) ?? at;
    return Math.min(shown + 0.05, Math.max(next - 0.03, at));
  }

  for (const box of document.querySelectorAll("[name=speed]")) {
    box.addEventListener("change", () => { player?.setConfig({ speed: speed() }); if (playing) seek(t); });
  }
  load();
})();
