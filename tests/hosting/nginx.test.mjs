// What the site says to nginx, beyond what `verify` asks of every host. WAYMARK_URL is the server, WAYMARK_SITE the folder.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { test } from "node:test";

const BASE = new URL(process.env.WAYMARK_URL);
const SITE = process.env.WAYMARK_SITE;

/** The answer as it came, with nothing unpacked and nothing followed. */
function get(path, headers = {}, method = "GET") {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, BASE), { headers, method }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    asked.on("error", reject);
    asked.end();
  });
}

const asset = (ending) => `/assets/${readdirSync(join(SITE, "assets")).find((name) => name.endsWith(ending))}`;

test("packed copies are sent as they are, the smaller first, and the file to whoever takes neither", async () => {
  const files = [["/", "/index.html"], [asset(".wasm"), asset(".wasm")], [asset(".css"), asset(".css")]];
  const ways = [["gzip, deflate, br", "br", ".br"], ["gzip", "gzip", ".gz"], ["", undefined, ""]];
  for (const [path, file] of files) {
    for (const [accept, encoding, ending] of ways) {
      const { status, headers, body } = await get(path, { "accept-encoding": accept });
      assert.equal(status, 200);
      assert.equal(headers["content-encoding"], encoding, `${path} for "${accept}"`);
      assert.ok(body.equals(readFileSync(join(SITE, file + ending))), `${path} for "${accept}"`);
    }
  }
});

test("a folder without its slash is sent on, without a host, a port or a protocol", async () => {
  for (const folder of ["/check", "/find/halton"].filter((folder) => existsSync(join(SITE, folder)))) {
    const { status, headers } = await get(folder, { host: "waymark.example" });
    assert.equal(status, 301);
    assert.equal(headers.location, `${folder}/`);
    assert.ok(headers["content-security-policy"], "with the policy");
  }
});

test("no folder is listed, and a wrong address is not kept, wherever it is", async () => {
  const page = readFileSync(join(SITE, "404.html"));
  const folders = ["/assets/", "/hosting/", "/fhir/", "/openreferral/services/"];
  const wrong = ["/nowhere", "/check/nowhere/", "/assets/old.js", "/openreferral/nothing", "/.git/config"];
  for (const path of [...folders, ...wrong]) {
    const { status, headers, body } = await get(path);
    assert.equal(status, 404, path);
    assert.ok(body.equals(page), path);
    assert.equal(headers["content-type"], "text/html", path);
    assert.equal(headers["cache-control"], undefined, path);
    assert.equal(headers["access-control-allow-origin"], undefined, path);
    assert.ok(headers["content-security-policy"].includes("frame-ancestors 'none'"), path);
  }
});

test("a page is kept for five minutes, a file named by its hash for a year, a service worker not at all", async () => {
  for (const [path, kept] of [
    ["/", "max-age=300"],
    ["/check/", "max-age=300"],
    [asset(".js"), "public, max-age=31536000, immutable"],
    ["/offline.js", "no-cache"],
    ["/site.webmanifest", "max-age=300"],
    ["/openreferral/", "max-age=300"],
  ]) {
    const { status, headers } = await get(path);
    assert.equal(status, 200, path);
    assert.equal(headers["cache-control"], kept, path);
  }
});

test("what the browser has is not sent again, with the headers all the same", async () => {
  const { headers } = await get("/");
  const again = await get("/", { "if-none-match": headers.etag });
  assert.equal(again.status, 304);
  assert.ok(again.headers["content-security-policy"]);
});

test("a question is answered without a body, and nothing is taken", async () => {
  const head = await get("/", {}, "HEAD");
  assert.equal(Number(head.headers["content-length"]), statSync(join(SITE, "index.html")).size);
  assert.equal(head.body.length, 0);
  assert.equal((await get("/", {}, "POST")).status, 405);
});
