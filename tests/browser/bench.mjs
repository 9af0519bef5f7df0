// Measures /check/audit/ as a slow phone on slow 4G sees it, and prints one table. It asserts nothing.
//
// The line is Chromium's own emulation: 1.6 Mbit/s down, 750 kbit/s up, 150 ms for each request (it leaves out
// the time to connect), the processor 4 times slower, the cache empty. The median of five runs counts.

import { createServer } from "node:net";

import { BASE, launch, open } from "./support/browser.mjs";
import { choose, goOn, inCharge } from "./support/check.mjs";
import { copied } from "./support/host.mjs";
import { median, table } from "./support/numbers.mjs";
import { probe, traffic } from "./support/probe.mjs";

const PATH = "check/audit/";
const RUNS = 5;
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;

const runs = [];
for (let run = 0; run < RUNS; run += 1) runs.push(await measure());
const scores = await lighthouse();

const of = (name) => median(runs.map((run) => run[name]));
const taps = runs.flatMap((run) => run.taps);
table([
  ["what", "measured", "target"],
  ["first question can be answered", seconds(of("answerable")), "0.65 s"],
  ["  bytes it waits for (page and style)", kilobytes(of("bytes")), "14 KB"],
  ["  requests it waits for", String(of("requests")), "2"],
  ["  bytes of everything that came by then", kilobytes(of("wire")), "–"],
  ["program in charge", seconds(of("ready")), "1.5 s"],
  ["bytes of the whole visit", kilobytes(of("total")), "–"],
  ["blocking time until then", `${Math.round(of("blocking"))} ms`, "50 ms"],
  ["a tap shows its effect, median", `${Math.round(median(taps))} ms`, "50 ms"],
  ["a tap shows its effect, worst of 20 a run", `${Math.round(Math.max(...taps))} ms`, "100 ms"],
  ["script heap and wasm memory", `${(of("memory") / 1e6).toFixed(2)} MB`, "3 MB"],
  ["repeat visit can be answered", seconds(of("again")), "0.25 s"],
  ["another check, without a signal, can be answered", seconds(of("silent")), "–"],
  ["Lighthouse mobile, performance", String(scores.performance), "100"],
  ["Lighthouse mobile, accessibility", String(scores.accessibility), "100"],
]);

/** One cold visit, twenty taps, one visit more. */
async function measure() {
  const browser = await launch();
  try {
    const { context, page } = await open(browser, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, serviceWorkers: "allow" });
    context.setDefaultTimeout(60_000);
    const session = await context.newCDPSession(page);
    // The browser is running, as it is on a phone; nothing of the page is there yet, nor a copy of the site.
    await page.goto("robots.txt");
    await session.send("Network.clearBrowserCache");
    await page.addInitScript(probe);
    const network = await traffic(session);
    await session.send("Network.emulateNetworkConditions", LINE);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.goto(PATH);
    await inCharge(page);
    const first = await page.evaluate(() => window.bench.seen());
    if (!first.kept) throw new Error("the answer that was given before the program came was lost");
    const bytes = network.until(first.answerable);
    const memory = await used(session, page);
    const taps = await tap(page);
    // From another page, as people come back; the cache now has what it may keep, and the copy for no signal is there.
    await page.goto("about/");
    await copied(page);
    await page.goto(PATH);
    await inCharge(page);
    const again = await page.evaluate(() => window.bench.seen());
    // A page that was never opened, without a signal.
    await context.setOffline(true);
    await page.goto("check/audit-c/");
    await inCharge(page);
    const silent = await page.evaluate(() => window.bench.seen());
    return { ...first, ...bytes, memory, taps, again: again.answerable, silent: silent.answerable };
  } finally {
    await browser.close();
  }
}

/** Twenty taps: an answer and Continue, ten times over. Each is timed from the touch to the next painted frame. */
async function tap(page) {
  await page.evaluate(() => window.bench.taps.splice(0));
  for (let number = 1; number <= 10; number += 1) {
    await choose(page, number, 2 * (number % 2));
    if (number < 10) await goOn(page);
  }
  await choose(page, 10, 4);
  await page.evaluate(() => window.bench.painted());
  return page.evaluate(() => window.bench.taps);
}

/** Bytes in use after the rubbish was taken out: the script heap, and the program's memory. */
async function used(session, page) {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize + (await page.evaluate(() => window.bench.wasm()));
}

/** Lighthouse with its own settings for a phone, in a Chromium of its own. */
async function lighthouse() {
  const { default: run } = await import("lighthouse");
  const port = await freePort();
  const browser = await launch([`--remote-debugging-port=${port}`]);
  try {
    const { lhr } = await run(new URL(PATH, BASE).href, {
      port,
      logLevel: "error",
      output: "json",
      onlyCategories: ["performance", "accessibility"],
    });
    return Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
  } finally {
    await browser.close();
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} KB`;
}
