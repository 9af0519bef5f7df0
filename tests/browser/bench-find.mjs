// Measures the search, and prints tables. It asserts nothing.
//
// `node tests/browser/bench-find.mjs FOLDER`; `cargo xtask bench find` makes the folder and says where the site is.
//
// The processor is slowed four times, as for a phone of some years ago. Chromium does that by stopping the thread again
// and again for a fraction of a millisecond, so a call that takes less is either not slowed or slowed far more than four
// times: each search is repeated until 8 ms are gone and counts with its mean, the median of three rounds.

import { existsSync } from "node:fs";
import { join } from "node:path";

import { launch } from "./support/browser.mjs";
import { queries } from "./support/find-queries.mjs";
import { serve } from "./support/find-server.mjs";
import { measureSite } from "./support/find-site.mjs";
import { part, table } from "./support/numbers.mjs";

const SLOWER = 4;
const ENOUGH = 8;
const ROUNDS = 3;
const MOST = 10;
const ENGINES = ["waymark", "answer", "scan", "minisearch", "flexsearch"];
const NAMES = { waymark: "Waymark, the search", answer: "Waymark, an answer", scan: "linear scan", minisearch: "MiniSearch", flexsearch: "FlexSearch" };
/** What goes wrong with one letter. */
const KINDS = ["wrong", "missing", "extra", "swapped"];
/** A name, as the first thing that is typed. */
const FIRST = "pharmacy";

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Say where the data is: node tests/browser/bench-find.mjs FOLDER");

const server = await serve(folder);
const browser = await launch();
try {
  await measure("areas", "The areas");
  if (existsSync(join(folder, "england.json"))) await measure("england", "England");
  else console.log("\nEngland is left out: name the folder of its registers with --sources FOLDER or WAYMARK_SOURCES.");
} finally {
  await browser.close();
  server.stop();
}
await measureSite();

/** A page of its own, so that memory and the first search are of nothing else. */
async function open(name) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.url);
  await page.waitForFunction(() => window.find && crossOriginIsolated);
  const bytes = await page.evaluate((name) => window.find.fetch(name), name);
  const session = await context.newCDPSession(page);
  const slow = (rate) => session.send("Emulation.setCPUThrottlingRate", { rate });
  return { page, bytes, slow, close: () => context.close() };
}

async function measure(name, title) {
  const data = await (await fetch(`${server.url}${name}.json`)).json();
  const asked = queries(data);
  const random = asked.typos.filter((_, place) => place % 10 === 0);
  const groups = { "one letter": asked.letters, beginnings: asked.prefixes, "two words": asked.two, slips: random, postcodes: asked.postcodes };
  const typed = Object.entries(groups).flatMap(([group, list]) => list.map(({ typed }) => ({ group, typed })));
  console.log(`\n${title}: ${data.entries.length} entries, ${typed.length} searches for ${MOST} entries, 4 times slower`);

  const cold = [];
  const rows = [];
  const found = [];
  for (const engine of ENGINES) {
    const { page, bytes, slow, close } = await open(name);
    await slow(SLOWER);
    const { made, first, compiled } = await page.evaluate(([engine, typed]) => window.find.make(engine, typed), [engine, FIRST]);
    const times = await page.evaluate((all) => window.find.time(...all), [engine, typed.map(({ typed }) => typed), MOST, ENOUGH, ROUNDS]);
    const of = (group) => times.filter((_, place) => typed[place].group === group);
    // Without the registers there may be no postcodes to ask for.
    const figures = (values) => values.length === 0 ? "–" : [0.5, 0.95, 1].map((at) => part(values, at).toFixed(2)).join(" / ");
    // Who knows no place has no answer for a postcode, and says so in no time.
    const known = engine === "answer" ? times : times.filter((_, place) => typed[place].group !== "postcodes");
    rows.push([NAMES[engine], figures(known), ...Object.keys(groups).map((group) => (group === "postcodes" && engine !== "answer" ? "–" : figures(of(group))))]);
    const ours = ["waymark", "answer"].includes(engine);
    const size = ours ? bytes.places + bytes.postcodes : bytes.json;
    cold.push([NAMES[engine], kilobytes(size), `${Math.round(made)} ms`, `${first.toFixed(1)} ms`, `${Math.round(made + first)} ms`]);
    if (ours) cold.compiled = compiled;
    await slow(1);
    found.push([NAMES[engine], ...(await recall(page, engine, asked))]);
    if (engine === "answer") {
      await slow(SLOWER);
      cold.more = await places(page, data);
      cold.memory = await page.evaluate(() => window.find.memory());
    }
    await close();
  }
  table([["ms: p50 / p95 / worst", "all", ...Object.keys(groups)], ...rows]);
  console.log("\nFrom bytes in memory: read, index, first search");
  table([["", "bytes", "made", "first search", "together"], ...cold]);
  console.log(`of which compiling our program ${cold.compiled.toFixed(0)} ms; its memory at the peak ${(cold.memory / 1048576).toFixed(1)} MB (1 MB = 2^20)`);
  console.log("\nHow often the entry that a search was drawn from is among those found");
  table([["", "beginnings", "two words", ...KINDS, "all slips", "slip and town"], ...found]);
  console.log("");
  table(cold.more);
}

async function recall(page, engine, { prefixes, two, typos, twoTypos }) {
  const share = async (asked) => {
    const finds = await page.evaluate(([engine, asked]) => window.find.finds(engine, asked), [engine, asked]);
    return `${((100 * finds.filter(Boolean).length) / asked.length).toFixed(1)} %`;
  };
  const kinds = [];
  for (const wanted of KINDS) kinds.push(await share(typos.filter(({ kind }) => kind === wanted)));
  return [await share(prefixes), await share(two), ...kinds, await share(typos), await share(twoTypos)];
}

/** Nearest and postcodes. */
async function places(page, { entries, postcodes }) {
  const there = entries.filter(({ degrees }) => degrees);
  const near = there.filter((_, place) => place % Math.ceil(there.length / 150) === 0).map(({ point, degrees }) => ({ point, degrees, authority: "E00000000" }));
  const nearest = await page.evaluate((all) => window.find.near(...all), [near, ENOUGH, ROUNDS]);
  const sample = postcodes.slice(0, 1_500);
  const looked = await page.evaluate((all) => window.find.postcodes(...all), [sample, 2, 1]);
  const micro = (times, at) => `${(1_000 * part(times, at)).toFixed(1)} µs`;
  const row = (name, times) => [name, micro(times, 0.5), micro(times, 0.95), micro(times, 1)];
  const mean = looked.off.reduce((sum, metres) => sum + metres, 0) / looked.off.length;
  return [
    ["", "p50", "p95", "worst"],
    row("nearest 10 of each kind, Waymark", nearest.waymark),
    row("nearest 10, geokdbush", nearest.geokdbush),
    [`  the same ten of ${near.length}`, String(nearest.agree), "", ""],
    sample.length > 0 && row("a postcode to its point and authority", looked.times),
    // Without the registers there may be no postcodes to ask for.
    sample.length > 0 && [`  metres off, of ${sample.length}: mean ${mean.toFixed(1)}`, part(looked.off, 0.5).toFixed(1), part(looked.off, 0.95).toFixed(1), part(looked.off, 1).toFixed(1)],
    sample.length > 0 && ["  authorities that are right", String(looked.right), "", ""],
  ].filter(Boolean);
}

function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} KB`;
}
