// Runs in the bench's own page, bundled: our search and what it is compared with, over the same entries.

import FlexSearch from "flexsearch";
import { around } from "geokdbush";
import KDBush from "kdbush";
import MiniSearch from "minisearch";

import { searched, words } from "./find-queries.mjs";

/** What was fetched, so that no time has the network in it. */
let files;
const engines = {};

/** How each engine is made from what was fetched: a function from what is typed to the places of entries. */
const makers = {
  async waymark() {
    const { default: start, Bench } = await import(files.glue);
    const started = performance.now();
    const { memory } = await start({ module_or_path: files.program });
    const ready = performance.now();
    const bench = Bench.open(files.places, files.postcodes);
    Object.assign(engines, { bench, memory, compiled: ready - started });
    return (typed, most) => bench.search(typed, most);
  },
  // The same program: what was typed is understood as well, as a place or as words, and its answer put in order.
  async answer() {
    await makers.waymark();
    return (typed, most) => engines.bench.find(typed, most);
  },
  // Every entry's words in one text, and the words typed looked for in each text: no index, no slips, no order.
  scan() {
    const texts = parsed().map((entry) => ` ${words(searched(entry).join(" ")).join(" ")}`);
    return (typed, most) => {
      const wanted = words(typed).map((word) => ` ${word}`);
      const found = [];
      let all = 0;
      for (let place = 0; place < texts.length; place += 1) {
        if (wanted.every((word) => texts[place].includes(word))) {
          if (all < most) found.push(place);
          all += 1;
        }
      }
      return found;
    };
  },
  // As its documentation advises: beginnings of words, and a fifth of a word's letters as slips.
  minisearch() {
    const fields = ["name", "branchOf", "town", "runBy", "address", "formerNames"];
    const index = new MiniSearch({
      fields,
      searchOptions: { prefix: true, fuzzy: 0.2, combineWith: "AND", boost: { name: 2 } },
      extractField: (entry, field) => (field === "id" ? entry.id : [entry[field]].flat().join(" ")),
    });
    index.addAll(parsed().map((entry, id) => ({ ...entry, id })));
    return (typed, most) => index.search(typed).slice(0, most).map(({ id }) => id);
  },
  // Beginnings of words; it knows no slips.
  flexsearch() {
    const index = new FlexSearch.Index({ tokenize: "forward" });
    parsed().forEach((entry, place) => index.add(place, searched(entry).join(" ")));
    return (typed, most) => index.search(typed, { limit: most });
  },
};

const parsed = () => JSON.parse(files.json).entries;

window.find = {
  /** Fetches everything of a set of data. */
  async fetch(name) {
    const bytes = async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer());
    files = {
      glue: "/find_bench.js",
      program: await bytes("/find_bench_bg.wasm"),
      places: await bytes(`/${name}-places.bin`),
      postcodes: await bytes(`/${name}-postcodes.bin`),
      json: await (await fetch(`/${name}.json`)).text(),
    };
    return { program: files.program.length, places: files.places.length, postcodes: files.postcodes.length, json: files.json.length };
  },

  /** Makes an engine and searches once, as the first visitor does: milliseconds of both. */
  async make(name, typed) {
    const started = performance.now();
    engines[name] = await makers[name]();
    const made = performance.now();
    engines[name](typed, 10);
    return { made: made - started, first: performance.now() - made, compiled: engines.compiled ?? 0 };
  },

  /** The milliseconds of each search: the mean of as many repeats as take `enough`, the median of `rounds` such means. */
  time(name, typed, most, enough, rounds) {
    const search = engines[name];
    return timed(typed, (one) => search(one, most), enough, rounds);
  },

  /** Which of the searches find the entry that they were drawn from, wherever in the list. */
  finds(name, asked) {
    return asked.map(({ typed, entry }) => Array.from(engines[name](typed, 1_000_000)).includes(entry));
  },

  /** The nearest ten of some points, by us (ten of each kind, own council's first) and by geokdbush. */
  near(asked, enough, rounds) {
    const { bench } = engines;
    const entries = parsed();
    const there = entries.flatMap(({ degrees }, place) => (degrees ? [place] : []));
    const started = performance.now();
    const index = new KDBush(there.length);
    for (const place of there) index.add(...entries[place].degrees);
    index.finish();
    const built = performance.now() - started;
    return {
      built,
      waymark: timed(asked, ({ point: [east, north], authority }) => bench.near(east, north, authority, 10), enough, rounds),
      geokdbush: timed(asked, ({ degrees: [east, north] }) => around(index, east, north, 10), enough, rounds),
      // The straight line on the grid and the great circle differ by less than the rounding of a point.
      agree: asked.filter(({ point, degrees, authority }) => {
        const metres = (place) => Math.hypot(entries[place].point[0] - point[0], entries[place].point[1] - point[1]);
        const ours = Array.from(bench.near(...point, authority, 10)).filter((place) => entries[place].point).map(metres).sort((a, b) => a - b);
        const theirs = around(index, ...degrees, 10).map((id) => metres(there[id])).sort((a, b) => a - b);
        return theirs.every((far, place) => Math.abs(far - ours[place]) < 30);
      }).length,
    };
  },

  /** Postcodes as typed: the milliseconds of each, how far off each is in metres, and whose authority is right. */
  postcodes(asked, enough, rounds) {
    const { bench } = engines;
    const found = asked.map(([typed]) => bench.postcode(typed));
    return {
      times: timed(asked, ([typed]) => bench.postcode(typed), enough, rounds),
      off: asked.map(([, east, north], place) => Math.hypot(found[place][0] - east, found[place][1] - north)),
      right: asked.filter(([, , , authority], place) => String.fromCharCode(...found[place].slice(2)) === authority).length,
    };
  },

  /** The program's memory: it never shrinks, so this is its peak. */
  memory: () => engines.memory.buffer.byteLength,
};

function timed(asked, call, enough, rounds) {
  const means = asked.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    asked.forEach((one, place) => {
      let repeats = 0;
      const started = performance.now();
      let now = started;
      // The clock is looked at seldom, since looking takes longer than some of the calls.
      while (now - started < enough) {
        for (let number = 0; number < (repeats < 3 ? 1 : 10); number += 1, repeats += 1) call(one);
        now = performance.now();
      }
      means[place].push((now - started) / repeats);
    });
  }
  return means.map((all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]);
}
