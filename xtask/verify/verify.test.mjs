// The parts of `verify` that need no network, and its sentences for what cannot be verified.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { fromRoot, headersFile } from "./headers-file.mjs";
import { faultsOf, faultsOfNotFound } from "./judge.mjs";
import { answeredBy, listed } from "./listed.mjs";
import { report } from "./report.mjs";

const HASH = "ab".repeat(32);
const sums = (...names) => names.map((name) => `${HASH}  ${name}\n`).join("");

test("every file has its address, and packed copies and files for the host have none", () => {
  const files = listed(
    sums("index.html", "index.html.br", "index.html.gz", "check/index.html", "a b.svg", "x.gz") +
      sums("_headers", ".htaccess", "hosting/Caddyfile"),
  );
  assert.deepEqual(
    files.map(({ path, packed }) => [path, packed]),
    [["/", true], ["/check/", false], ["/a%20b.svg", false], ["/x.gz", false]],
  );
  assert.throws(() => listed("abc  index.html\n"), /SHA256SUMS.txt:1/);
});

test("rules are read as hosts read them", () => {
  const of = headersFile("/*\n  X-A: one\n/assets/*\n  Cache-Control: public, immutable\n/\n  Cache-Control: max-age=300\n");
  assert.deepEqual(of("/assets/x.js"), { "x-a": "one", "cache-control": "public, immutable" });
  assert.deepEqual(of("/"), { "x-a": "one", "cache-control": "max-age=300" });
  assert.deepEqual(of("/check/"), { "x-a": "one" });
  assert.throws(() => headersFile("/*\n  X-A: one\nwhat\n"), /_headers:3/);
  assert.deepEqual(answeredBy("/feed /feed.json 200\n\n/a /b 301\n"), [{ path: "/feed", name: "feed.json" }]);
});

test("the rules of a site in a folder of its host are read from that folder on", () => {
  const headers = "/a/way/*\n  X-A: one\n/a/way/x.js\n  X-B: b\n";
  assert.deepEqual(headersFile(fromRoot(headers, headers))("/x.js")["x-b"], "b");
  assert.deepEqual(answeredBy(fromRoot("/a/way/feed /a/way/feed.json 200\n", headers)), [{ path: "/feed", name: "feed.json" }]);
  const root = "/*\n  X-A: one\n/assets/*\n  X-B: b\n";
  assert.equal(fromRoot(root, root), root);
});

test("a header that is missing, other or added is named", () => {
  const expected = { "x-frame-options": "DENY", "cache-control": "public, max-age=9" };
  const check = (file, headers, words) => {
    const found = faultsOf(file, new Headers(headers), expected).map(({ header, says }) => `${header} ${says}`);
    assert.equal(found.join("; "), words);
  };
  const type = "text/html; charset=utf-8";
  const good = { "x-frame-options": "DENY", "cache-control": "max-age=9, public", "content-type": type };
  check({ name: "index.html" }, good, "");
  const twice = { ...good, "x-frame-options": "DENY, DENY" };
  check({ name: "index.html" }, twice, 'x-frame-options is "DENY, DENY" and should be "DENY"');
  check({ name: "a.wasm" }, good, 'content-type is "text/html" and should be application/wasm');
  const unpacked = "content-encoding is missing: the file is sent unpacked, which is slow on a phone";
  check({ name: "index.html", packed: true }, good, unpacked);
  const small = faultsOf({ name: "index.html", packed: true }, new Headers(good), expected, 500);
  assert.deepEqual(small, [], "too small to pack");
  check({ name: "index.html" }, { ...good, "set-cookie": "a=b" }, "set-cookie is added by the host, and the site never sends it");
  check({ name: "x.bin" }, { "cache-control": "public, max-age=9" }, 'x-frame-options is missing and should be "DENY"');
});

test("a wrong address is 404 and not kept", () => {
  const check = (status, kept, count) => {
    const headers = new Headers(kept ? { "cache-control": kept } : {});
    assert.equal(faultsOfNotFound(status, headers, { "cache-control": "max-age=300" }).length, count, `${status} ${kept}`);
  };
  check(404, undefined, 0);
  check(404, "max-age=300", 0);
  check(404, "public, max-age=31536000, immutable", 1);
  check(200, undefined, 1);
});

test("the report says each thing once, and what to do", () => {
  const fault = (path) => ({ kind: "header", header: "x-a", says: "is missing", path });
  const faults = ["/", "/b/"].map(fault);
  const found = report({ address: "https://a.example/", folder: "dist", files: 3, faults, packed: { br: 3 } });
  assert.equal(found.good, false);
  assert.match(found.text, /same {8}3 of 3 files/);
  assert.match(found.text, /x-a is missing {2}\(2 addresses, such as \/\)/);
  assert.match(found.text, /dist\/hosting/);
  assert.equal(report({ address: "a", folder: "b", files: 3, faults: [], packed: {} }).good, true);
});

/** Runs the command as a person does, beside a server in this process. */
async function run(address, folder) {
  const script = join(import.meta.dirname, "verify.mjs");
  const child = spawn(process.execPath, [script, address, "--folder", folder]);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (text += data));
  const code = await new Promise((resolve) => child.on("close", resolve));
  return { code, text };
}

test("what cannot be verified is one sentence", () => {
  const check = (address, folder, words) => {
    const script = join(import.meta.dirname, "verify.mjs");
    const { status, stderr } = spawnSync(process.execPath, [script, address, "--folder", folder], { encoding: "utf8" });
    assert.equal(status, 2);
    assert.match(stderr, words);
    assert.equal(stderr.trim().split("\n").length, 1, stderr);
  };
  check("nonsense", ".", /`nonsense` is not an address/);
  check("ftp://a.example/", ".", /is not the address of a website/);
  check("https://a.example/", "no-such-folder", /no-such-folder has no SHA256SUMS.txt/);
});

test("a host that changes files is found out, another site is not asked, and one that is away is said to be", async () => {
  const page = '<script src="/assets/site-0a.js"></script>';
  const folder = mkdtempSync(join(tmpdir(), "waymark-verify-"));
  const hash = (text) => createHash("sha256").update(text).digest("hex");
  writeFileSync(join(folder, "SHA256SUMS.txt"), `${hash(page)}  index.html\n${hash("lost")}  404.html\n`);
  let start = page;
  let lost = 404;
  const server = createServer((request, response) => {
    const isStart = request.url === "/";
    response.writeHead(isStart ? 200 : lost, { "content-type": "text/html" }).end(isStart ? start : "lost");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${server.address().port}/`;
  const check = async (code, words) => {
    const found = await run(address, folder);
    assert.equal(found.code, code, found.text);
    assert.match(found.text, words);
  };
  await check(0, /The site is what was built/);
  lost = 200;
  await check(1, /status of a wrong address is 200 and should be 404/);
  start = `${page}<script src="/spy.js"></script>`;
  await check(1, /1 of 2 files/);
  start = "<p>Another site.";
  await check(2, /is not a Waymark site/);
  server.close();
  server.closeAllConnections();
  await check(2, /cannot be reached \(ECONNREFUSED\)/);
  rmSync(folder, { recursive: true });
});
