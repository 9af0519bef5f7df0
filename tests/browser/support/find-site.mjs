// The search on the built site, as someone who types sees it.

import { BASE, launch } from "./browser.mjs";
import { part, table } from "./numbers.mjs";

const SLOWER = 4;
const RUNS = 5;
const TYPED = ["pharmacy", "boots wid", "sy1 2aq", "widnes", "cranstuon", "surgery", "ne33", "church road", "swanswell", "wr1 3ad"];
const LINES = [
  ["no limit", null],
  ["slow 4G", { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }],
];

/** Prints two tables, or one line if the site is not built. */
export async function measureSite() {
  const there = await fetch(new URL("find/", BASE)).then(({ ok }) => ok, () => false);
  if (!there) {
    console.log("\nThe page itself is left out, since the site is not built: cargo xtask build");
    return;
  }
  const browser = await launch();
  try {
    console.log(`\nOn the page /find/, ${SLOWER} times slower: from a letter to its list`);
    const times = await typing(browser);
    const row = (name, list) => [name, ...[0.5, 0.95, 1].map((at) => `${part(list, at).toFixed(1)} ms`)];
    table([["", "p50", "p95", "worst"], row("the program's work", times.worked), row("until the next frame is painted", times.painted)]);
    console.log("\nFrom nothing: a postcode is typed as soon as there is a box");
    const rows = [];
    for (const [name, line] of LINES) {
      const runs = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await cold(browser, line));
      const seconds = (of) => `${(part(runs.map((run) => run[of]), 0.5) / 1000).toFixed(2)} s`;
      rows.push([name, seconds("searchable"), seconds("result")]);
    }
    table([[`median of ${RUNS}`, "can be searched", "first result"], ...rows]);
  } finally {
    await browser.close();
  }
}

async function visit(browser) {
  const context = await browser.newContext({ baseURL: BASE.href, viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, reducedMotion: "reduce" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.addInitScript(probe);
  return { context, page, session };
}

/** Runs in the page before anything else. */
function probe() {
  const seen = { early: null, searchable: null, result: null };
  window.bench = seen;
  new MutationObserver((_, observer) => {
    const box = document.querySelector("#find-what");
    if (box && seen.early !== null && box.value === "") {
      box.value = seen.early;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (document.querySelector('[data-island="find"][data-files]')) seen.searchable ??= performance.now();
    if (document.querySelector("#results > li[data-id]")) seen.result ??= performance.now();
    if (seen.searchable && (seen.result || seen.early === null)) observer.disconnect();
  }).observe(document, { childList: true, subtree: true, attributes: true });
}

/** Letter by letter, by real keys: how long the page's own code has the key, and how long until the browser has painted the
 * next frame, both by the browser's own account (Event Timing, which rounds the second to 8 ms). */
async function typing(browser) {
  const { context, page, session } = await visit(browser);
  await page.addInitScript(() => {
    window.keys = [];
    new PerformanceObserver((list) => window.keys.push(...list.getEntries().filter(({ name }) => name === "input"))).observe({ type: "event", durationThreshold: 16 });
  });
  await page.goto("find/");
  await page.locator('[data-island="find"][data-files]').waitFor();
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const box = page.locator("#find-what");
  for (const text of TYPED) {
    await box.evaluate((box) => (box.value = ""));
    await box.focus();
    for (const letter of text) {
      await page.keyboard.press(letter === " " ? "Space" : letter);
      // All of the list is there and painted before the next letter.
      await page.locator('#results[aria-busy="false"]').waitFor();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    }
  }
  const letters = TYPED.join("").length;
  await page.waitForFunction((letters) => window.keys.length >= letters, letters, { timeout: 5_000 }).catch(() => {});
  const keys = await page.evaluate(() => window.keys.map(({ processingStart, processingEnd, duration }) => ({ worked: processingEnd - processingStart, painted: duration })));
  await context.close();
  // The browser names no key that was painted within 16 ms.
  const quick = Array.from({ length: letters - keys.length }, () => ({ worked: 0, painted: 16 }));
  const all = [...keys, ...quick];

  return { worked: all.map(({ worked }) => worked), painted: all.map(({ painted }) => painted) };
}

async function cold(browser, line) {
  const { context, page, session } = await visit(browser);
  await page.addInitScript(() => (window.bench.early = "SY1 2AQ"));
  await session.send("Network.enable");
  if (line) await session.send("Network.emulateNetworkConditions", line);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.goto("find/");
  await page.waitForFunction(() => window.bench.searchable && window.bench.result, null, { timeout: 60_000 });
  const seen = await page.evaluate(() => window.bench);
  await context.close();
  return seen;
}
