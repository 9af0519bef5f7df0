// One Chromium for a file, a fresh context for each test, and the same last question for every test: did
// anything go wrong on the way?

import { after, before, test } from "node:test";

import { chromium } from "playwright-core";

import { watch } from "./watch.mjs";

/** Where the site is served. `cargo xtask` says so. */
export const BASE = new URL(required("WAYMARK_URL"));

/** Switches that keep Chromium to itself: no sandbox as root, no graphics card, no calls home. */
export const SWITCHES = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Nothing here takes longer than this, so a test that waits for what never comes says so soon. */
const PATIENCE = 5_000;

/** Starts Chromium with more switches, and without some that Playwright sets by itself. */
export function launch(more = [], without = []) {
  return chromium.launch({
    executablePath: process.env.WAYMARK_CHROMIUM,
    args: [...SWITCHES, ...more],
    ignoreDefaultArgs: without,
  });
}

/** A fresh context and a page that is watched. `allow` holds console errors that the test itself causes. */
export async function open(browser, { allow = [], origins = [], ...options } = {}) {
  const context = await browser.newContext({ baseURL: BASE.href, reducedMotion: "reduce", serviceWorkers: "block", ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const seen = await watch(page, { allow, origins });
  return { context, page, seen };
}

/**
 * Declares tests that share one Chromium: call the result with a name, perhaps options of `open`, and the
 * steps. What `watch` saw is judged when the steps are done, so no test can forget to.
 */
export function visitor() {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());
  return (name, options, steps) => {
    if (typeof options === "function") [options, steps] = [{}, options];
    test(name, async () => {
      const visit = await open(browser, options);
      try {
        await steps(visit);
        await visit.seen.nothingWrong();
      } finally {
        await visit.context.close();
      }
    });
  };
}

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this through cargo xtask, or set it to a server's address.`);
  return value;
}
