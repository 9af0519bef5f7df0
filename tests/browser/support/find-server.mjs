// Serves the bench's own page with its files.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

import { build } from "esbuild";

/** Kept apart from all others, a page gets a clock of 5 µs in place of 100. */
const APART = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};
const TYPES = { js: "text/javascript", wasm: "application/wasm", json: "application/json", bin: "application/octet-stream" };
const PAGE = '<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>';

/** The address of the page, and how to stop. */
export async function serve(folder) {
  const bundled = await build({
    entryPoints: [join(import.meta.dirname, "find-page.mjs")],
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
  });
  const made = { "/": ["text/html", PAGE], "/page.js": [TYPES.js, bundled.outputFiles[0].contents] };
  const server = createServer(({ url }, response) => {
    const name = url.slice(1);
    const sound = /^[a-z_-]+\.(js|wasm|json|bin)$/.exec(name);
    try {
      const [type, body] = made[url] ?? [TYPES[sound[1]], readFileSync(join(folder, name))];
      response.writeHead(200, { ...APART, "Content-Type": type }).end(body);
    } catch {
      response.writeHead(404, APART).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}
