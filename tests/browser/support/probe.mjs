// What the bench puts into a page and listens to beside it.

/**
 * Runs in the page before anything else. A question can be answered once it has been painted with its style and
 * a press on a label takes effect. Frames wait for the style sheet, so as soon as the first radio is in the page
 * the end of the next frame is awaited, and then a label is pressed; if the page is busy with other work, the
 * press waits as a finger would. The time that counts is that of `change`.
 */
export function probe() {
  const bench = { answerable: null, blocking: 0, taps: [] };
  const pick = "audit-1-2";
  document.addEventListener("change", () => (bench.answerable ??= performance.now()), true);
  new MutationObserver((_, observer) => {
    if (!document.querySelector(`label[for="${pick}"]`)) return;
    observer.disconnect();
    bench.painted().then(() => document.querySelector(`label[for="${pick}"]`).click());
  }).observe(document, { childList: true, subtree: true });
  // Blocking time is what long tasks take beyond 50 ms.
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.blocking += duration - 50;
  }).observe({ type: "longtask", buffered: true });
  // A message after the next frame's callbacks arrives when that frame has been painted.
  bench.painted = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(null);
      }),
    );
  addEventListener("click", ({ timeStamp, isTrusted, target }) => {
    // A label's press clicks its radio too; only the person's own press counts.
    if (isTrusted && target.localName !== "input") bench.painted().then((now) => bench.taps.push(now - timeStamp));
  }, true);
  const instances = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      instances.push(made.instance ?? made);
      return made;
    };
  }
  bench.wasm = () => instances.reduce((sum, { exports }) => sum + (exports.memory?.buffer.byteLength ?? 0), 0);
  bench.seen = async () => {
    await bench.painted();
    return {
      answerable: bench.answerable,
      blocking: bench.blocking,
      ready: performance.getEntriesByName("waymark-ready")[0].startTime,
      kept: document.getElementById(pick).checked,
    };
  };
  window.bench = bench;
}

/** Listens to the network of the first page: what came, and when. */
export async function traffic(session) {
  let start;
  let document;
  const chunks = [];
  const types = new Map();
  session.on("Network.requestWillBeSent", ({ requestId, timestamp, type }) => {
    start ??= timestamp;
    document ??= requestId;
    types.set(requestId, type);
  });
  session.on("Network.responseReceived", ({ requestId, timestamp, response }) => {
    // Up to here the length is that of the headers.
    chunks.push({ requestId, timestamp, bytes: response.encodedDataLength });
  });
  const finished = new Map();
  session.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
    finished.set(requestId, { timestamp, bytes: encodedDataLength });
  });
  session.on("Network.dataReceived", ({ requestId, timestamp, encodedDataLength }) => {
    chunks.push({ requestId, timestamp, bytes: encodedDataLength });
  });
  await session.send("Network.enable");
  return {
    /** The bytes so far, those until `moment` ms after the start, and those the first paint waits for. */
    until(moment) {
      const by = (timestamp) => (timestamp - start) * 1000 <= moment;
      const whole = (id) => finished.get(id)?.bytes ?? 0;
      const part = (id) => chunks.filter(({ requestId, timestamp }) => requestId === id && by(timestamp)).reduce((sum, { bytes }) => sum + bytes, 0);
      const sum = (ids, bytes) => ids.reduce((sum, id) => sum + bytes(id), 0);
      const ids = [...types.keys()];
      const needed = ids.filter((id) => id === document || types.get(id) === "Stylesheet");
      return {
        requests: needed.length,
        bytes: sum(needed, whole),
        wire: sum(ids, (id) => (finished.has(id) && by(finished.get(id).timestamp) ? whole(id) : part(id))),
        total: sum(ids, whole),
      };
    },
  };
}
