// Records what happens on a participant's page, after consent only: a light log of events, and rrweb's beside it.
//
// Both go out as numbered, gzipped batches every 2 s. A batch lies in IndexedDB until the server has acknowledged it,
// so a lost connection, a reload or a closed tab loses nothing; what is left is sent by the next page of the session.
// Times are seconds on the server's clock since the session was opened. Typed text is never looked at, only its
// length; the session's token and NiceGUI's client id are taken out of what rrweb saw.
//
// Events: pointer {path: [[ms, x, y]...]}, click {id, control, x, y, u, v, by}, key {key, id}, input {id, length},
// focus {id}, scroll {y, height}, resize {width, height, ratio, bar, coarse, dark, still}, navigation {path, screen}, visibility {state},
// online {online}, error {message}. x, y are on the page in CSS pixels; u, v run from 0 to 1 within the element.
(() => {
  "use strict";
  const tag = document.currentScript;
  const base = tag.dataset.base;
  const token = base.split("/").pop();
  const page = Array.from(crypto.getRandomValues(new Uint8Array(6)), (b) => b.toString(16).padStart(2, "0")).join("");
  const EVERY = 2000;
  const KEEPALIVE = 60000;
  const queues = { events: [], rrweb: [] };
  const numbers = { events: 0, rrweb: 0 };
  const early = []; // noted before the clock was set: in the page's own time
  let running = false;
  let offset = Number(tag.dataset.at) - (performance.getEntriesByType("navigation")[0]?.responseStart || 0) / 1000;

  // ---- time ----

  const at = (now = performance.now()) => Math.round((now / 1000 + offset) * 1000) / 1000;

  // Three pings, of which the quickest counts; a session that is only just being opened has no time yet.
  async function setClock() {
    let best = Infinity;
    for (let good = 0, tries = 0; good < 3 && tries < 10; tries++) {
      const sent = performance.now();
      const answer = await fetch(`${base}/clock`, { cache: "no-store" }).catch(() => null);
      const server = answer?.ok ? (await answer.json()).at : null;
      const took = performance.now() - sent;
      if (running) return; // too late: times must not jump once they were used
      if (server === null) await new Promise((done) => setTimeout(done, 100));
      else good++;
      if (server !== null && took < best) [best, offset] = [took, server - (sent + took / 2) / 1000];
    }
  }

  // ---- keeping and sending ----

  const unsent = new Map(); // address -> body, of this page and those before it
  const database = new Promise((resolve) => {
    const request = indexedDB.open("showtell", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("batches");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(null); // forbidden: memory has to do
  }).catch(() => null);

  async function stored(mode, work) {
    const open = await database;
    if (!open) return null;
    return new Promise((resolve) => {
      const request = work(open.transaction("batches", mode).objectStore("batches"));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
    });
  }

  function keep(address, body) {
    unsent.set(address, body);
    return stored("readwrite", (batches) => batches.put(body, address));
  }

  function forget(address) {
    unsent.delete(address);
    return stored("readwrite", (batches) => batches.delete(address));
  }

  let sending = false;
  let wait = 1000;
  let again = null;

  async function drain() {
    if (sending) return;
    sending = true;
    clearTimeout(again);
    let failed = false;
    for (const [address, body] of Array.from(unsent)) {
      if (!(await sent(address, body))) {
        failed = true;
        break;
      }
      await forget(address);
    }
    sending = false;
    wait = failed ? Math.min(wait * 2, 30000) : 1000;
    if (failed) again = setTimeout(drain, wait);
    else if (unsent.size) drain();
  }

  // A refusal is an answer too: what the server does not want is not offered again.
  async function sent(address, body) {
    try {
      const keepalive = body.byteLength < KEEPALIVE;
      const answer = await fetch(address, { method: "POST", body, keepalive, headers: { "content-type": "application/gzip" } });
      return answer.ok || (answer.status >= 400 && answer.status < 500 && ![408, 425, 429].includes(answer.status));
    } catch {
      return false;
    }
  }

  async function packed(text) {
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  // gzip without compressing, for the moment in which a page goes away and nothing can be waited for.
  function wrapped(text) {
    const plain = new TextEncoder().encode(text);
    const parts = [new Uint8Array([31, 139, 8, 0, 0, 0, 0, 0, 0, 255])];
    for (let from = 0; from < plain.length || from === 0; from += 65535) {
      const piece = plain.subarray(from, from + 65535);
      const last = from + 65535 >= plain.length ? 1 : 0;
      parts.push(new Uint8Array([last, piece.length & 255, piece.length >> 8, ~piece.length & 255, (~piece.length >> 8) & 255]), piece);
    }
    let crc = -1;
    for (const byte of plain) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    const end = new DataView(new ArrayBuffer(8));
    end.setUint32(0, ~crc >>> 0, true);
    end.setUint32(4, plain.length, true);
    parts.push(new Uint8Array(end.buffer));
    const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
    let size = 0;
    for (const part of parts) {
      whole.set(part, size);
      size += part.length;
    }
    return whole;
  }

  // Take what is queued, as the text of one batch with its address.
  function taken(stream) {
    if (!running) run();
    if (stream === "events") gather();
    const events = queues[stream].splice(0);
    if (!events.length) return null;
    let text = JSON.stringify(events);
    for (const secret of [token, window.clientId]) if (secret) text = text.replaceAll(secret, "-");
    return [`${base}/log/${stream}/${page}/${++numbers[stream]}`, text];
  }

  async function flush(stream) {
    const batch = taken(stream);
    if (!batch) return;
    const [address, text] = batch;
    await keep(address, await packed(text));
    drain();
  }

  function farewell() {
    let room = KEEPALIVE;
    for (const stream of ["events", "rrweb"]) {
      const batch = taken(stream);
      if (!batch) continue;
      const body = wrapped(batch[1]);
      keep(batch[0], body);
      if (body.length < room && navigator.sendBeacon(batch[0], new Blob([body], { type: "application/gzip" }))) room -= body.length;
    }
  }

  // ---- the light log ----

  function note(kind, data, now = performance.now()) {
    if (running) queues.events.push({ at: at(now), kind, data });
    else early.push([kind, data, now]);
  }

  function run() {
    running = true;
    for (const [kind, data, now] of early.splice(0)) note(kind, data, now);
  }

  const idOf = (node) => (node instanceof Element ? node.closest("[data-id]")?.dataset.id || "" : "");
  const cut = (text) => String(text).replaceAll(token, "-").slice(0, 500);
  let path = [];
  let lastMove = 0;
  let lastScroll = 0;
  const lengths = new Map();

  // What comes often is gathered and noted once a batch.
  function gather() {
    if (path.length) {
      const began = path[0][0];
      note("pointer", { path: path.slice(0, 2000).map(([t, x, y]) => [Math.round(t - began), x, y]) }, began);
      path = [];
    }
    for (const [id, [length, now]] of lengths) note("input", { id, length }, now);
    lengths.clear();
  }

  const listen = (name, heard, where = document) => where.addEventListener(name, heard, { capture: true, passive: true });

  listen("pointermove", (event) => {
    if (event.timeStamp - lastMove < 50) return;
    lastMove = event.timeStamp;
    path.push([event.timeStamp, Math.round(event.pageX), Math.round(event.pageY)]);
  });
  listen("click", (event) => {
    const element = event.target instanceof Element ? event.target.closest("[data-id]") || event.target : null;
    if (!element) return;
    const box = element.getBoundingClientRect();
    const keyed = event.detail === 0; // no coordinates: the middle of the element
    const x = keyed ? box.left + box.width / 2 : event.clientX;
    const y = keyed ? box.top + box.height / 2 : event.clientY;
    const share = (part, whole) => (whole ? Math.round(Math.min(Math.max(part / whole, 0), 1) * 1000) / 1000 : 0);
    note("click", {
      id: idOf(event.target),
      control: event.target.closest("[data-control]:not(form)")?.dataset.control || "",
      x: Math.round(x + scrollX),
      y: Math.round(y + scrollY),
      u: share(x - box.left, box.width),
      v: share(y - box.top, box.height),
      by: keyed ? "key" : event.pointerType || "mouse",
    });
  });
  listen("keydown", (event) => {
    if (event.key.length > 1 && event.key !== "Unidentified") note("key", { key: event.key.slice(0, 20), id: idOf(event.target) });
  });
  listen("input", (event) => lengths.set(idOf(event.target), [String(event.target.value ?? "").length, performance.now()]));
  listen("focusin", (event) => note("focus", { id: idOf(event.target) }));
  listen("scroll", () => {
    if (performance.now() - lastScroll < 250) return;
    lastScroll = performance.now();
    note("scroll", { y: Math.round(scrollY), height: document.documentElement.scrollHeight });
  }, window);
  const asks = (feature) => matchMedia(`(${feature})`).matches;
  // What style sheets asked for, so that a replay can answer the same on whatever screen it is watched.
  const size = () => note("resize", {
    width: innerWidth,
    height: innerHeight,
    ratio: devicePixelRatio,
    bar: Math.max(0, innerWidth - document.documentElement.clientWidth),
    coarse: asks("pointer: coarse"),
    dark: asks("prefers-color-scheme: dark"),
    still: asks("prefers-reduced-motion: reduce"),
  });
  listen("resize", size, window);
  listen("stage:shown", (event) => note("navigation", { path: cut(event.detail.path), screen: cut(event.detail.screen) }));
  listen("online", () => { note("online", { online: true }); drain(); }, window);
  listen("offline", () => note("online", { online: false }), window);
  listen("error", (event) => event.message && note("error", { message: cut(event.message) }), window);
  listen("unhandledrejection", (event) => note("error", { message: cut(event.reason) }), window);
  listen("visibilitychange", () => {
    note("visibility", { state: document.visibilityState });
    if (document.visibilityState === "hidden") farewell();
  });
  listen("pagehide", farewell, window);

  // ---- rrweb ----

  function record() {
    // NiceGUI's own layered style sheet is put back at replay: rrweb would flatten its layers, and it is long.
    for (const style of document.querySelectorAll("head > style")) {
      if (style.textContent.trimStart().startsWith("@layer theme, base, quasar")) style.dataset.layers = "";
    }
    const start = performance.timeOrigin;
    window.rrwebRecord.record({
      emit(event) {
        event.timestamp = Math.round(at(event.timestamp - start) * 1000);
        queues.rrweb.push(event);
        if (event.type === 2) flush("rrweb");
      },
      blockSelector: "[data-layers]",
      maskAllInputs: true,
      maskTextSelector: "[data-sensitive]",
      sampling: { input: "last", scroll: 150 },
      slimDOMOptions: "all",
      recordCanvas: false,
    });
  }

  async function begin() {
    size();
    note("navigation", { path: cut(location.pathname + location.search), screen: document.querySelector("[data-screen]")?.dataset.screen || "" });
    note("visibility", { state: document.visibilityState });
    await Promise.race([setClock(), new Promise((done) => setTimeout(done, 1000))]);
    run();
    if (window.rrwebRecord) record();
    flush("events");
    setInterval(() => { flush("events"); flush("rrweb"); }, EVERY);
    const open = await stored("readonly", (batches) => batches.getAllKeys());
    for (const address of open || []) {
      if (!address.startsWith(`${base}/log/`) || unsent.has(address)) continue;
      const body = await stored("readonly", (batches) => batches.get(address));
      if (body) unsent.set(address, body);
    }
    drain();
  }
  begin();
})();
