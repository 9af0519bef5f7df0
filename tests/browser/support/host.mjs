// A host of the test's own in front of the site: it can fall silent, hold a file back, or publish another version.

import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { test } from "node:test";

import { BASE, launch, open } from "./browser.mjs";

/**
 * Starts a host. What it serves is what the site's server has, but for what the test puts in its place. With a `folder`, such
 * as `/waymark`, the site lies in it, as the publisher would have made it (crates/publish/src/base.rs).
 */
export async function host(folder = "") {
  const instead = new Map();
  const held = new Map();
  const paused = new Map();
  let down = false;
  const asked = [];
  const server = createServer(async ({ url, socket }, response) => {
    asked.push(url);
    if (down) return socket.destroy();
    await held.get(url);
    if (down) return socket.destroy();
    const [status, headers, body] = instead.get(url) ?? (await original(url, folder));
    const pause = paused.get(url);
    response.writeHead(status, headers);
    if (!pause) return response.end(body);
    const at = body.indexOf(pause.before);
    response.write(body.subarray(0, at));
    await pause.released;
    response.end(body.subarray(at));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${server.address().port}${folder}/`,
    asked,
    /** No request is answered any more, or again. */
    silent(yes = true) {
      down = yes;
      if (yes) server.closeAllConnections();
    },
    /** Holds a file back; gives what lets it go. */
    hold(path) {
      let release;
      held.set(path, new Promise((done) => (release = done)));
      return release;
    },
    /** Sends a page up to some words; gives what lets the rest go. */
    pause(path, before) {
      let release;
      paused.set(path, { before, released: new Promise((done) => (release = done)) });
      return release;
    },
    /** Answers with this in place of what is there. */
    put: (path, body, headers = {}, status = 200) => instead.set(path, [status, headers, body]),
    original: async (path) => (await original(path))[2].toString(),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function original(path, folder = "") {
  if (!path.startsWith(`${folder}/`)) return [404, {}, "outside the site"];
  const answer = await fetch(new URL(path.slice(folder.length), BASE), { redirect: "manual" });
  const headers = Object.fromEntries(answer.headers);
  for (const name of ["content-encoding", "content-length", "transfer-encoding", "connection", "date"]) delete headers[name];
  // The browser's own copy must not stand in for the one that is tested.
  if (headers["cache-control"]) headers["cache-control"] = "no-store";
  const body = Buffer.from(await answer.arrayBuffer());
  const addresses = folder && /html|json|offline/.test(`${headers["content-type"]} ${path}`);
  return [answer.status, headers, addresses ? within(folder, body.toString()) : body];
}

/** What begins with a slash, in attributes and as texts of JSON, is in the folder. The hashes of these files are other ones then. */
const within = (folder, text) =>
  text
    .replace(/ (href|src|data-wasm|data-props|data-pin|data-to)=(\\?)"\/(?!\/)/g, ` $1=$2"${folder}/`)
    .replace(/(?<!\\|=)"\/(?!\/)/g, `"${folder}/`)
    .replace(/ data-props-integrity=\\?"[^"]*"/g, "")
    .replace(/("[^"]*\.json"),"sha384-[^"]*"/g, '$1,""');

/** A test with a host of its own, in a browser of its own that may keep a copy of the site. */
export function visitHost(name, steps, { folder, ...options } = {}) {
  test(name, async () => {
    const there = await host(folder);
    const browser = await launch();
    try {
      const visit = await open(browser, {
        baseURL: there.url,
        origins: [new URL(there.url).origin],
        serviceWorkers: "allow",
        ...options,
        // Chromium says so of each page that it had asked for early.
        allow: [/navigation preload/, ...(options.allow ?? [])],
      });
      await steps({ ...visit, host: there, browser });
      await visit.seen.nothingWrong();
    } finally {
      await browser.close();
      there.close();
    }
  });
}

/** Waits until the copy of the site is complete and will answer for the next page. */
export const copied = (page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active.state !== "activated") await new Promise((done) => active.addEventListener("statechange", done));
  });

/** What the service worker was told, from its file. */
export async function copyOf(there) {
  const [first, ...rest] = (await there.original("/offline.js")).split("\n");
  return { copy: JSON.parse(first.slice("const COPY=".length, -1)), program: rest.join("\n") };
}

/** Publishes another version, in which pages say something else. */
export async function publish(there, name, change) {
  const { copy, program } = await copyOf(there);
  for (const bundle of copy.bundles) {
    const pages = change(JSON.parse(await there.original(bundle[1])));
    const body = JSON.stringify(pages);
    const hash = createHash("sha384").update(body).digest();
    const url = `/assets/pages-${hash.toString("hex").slice(0, 12)}.json`;
    there.put(url, body, { "content-type": "application/json" });
    copy.files = copy.files.map((file) => (file[0] === bundle[1] ? [url, `sha384-${hash.toString("base64")}`] : file));
    bundle[1] = url;
    if (bundle[0] === "/") for (const [path, html] of Object.entries(pages)) there.put(path, html, { "content-type": "text/html; charset=utf-8" });
  }
  copy.name = name;
  there.put("/offline.js", `const COPY=${JSON.stringify(copy)};\n${program}`, { "content-type": "text/javascript" });
  return copy;
}
