// What the site says to CloudFront, as far as it can be tried without it: the function, run here, and the script for S3, with
// a stand-in for `aws`. WAYMARK_SITE is the folder.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

const HOSTING = join(process.env.WAYMARK_SITE, "hosting");
const read = (name) => readFileSync(join(HOSTING, name), "utf8");

test("each address is answered by its file, and a folder without its slash is sent on within the site", () => {
  const handler = runInNewContext(`${read("cloudfront-function.js")}; handler`);
  const check = (uri, expected) => {
    const found = handler({ request: { uri, method: "GET", headers: {} } });
    assert.equal(found.statusCode ? `${found.statusCode} ${found.headers.location.value}` : found.uri, expected, uri);
  };
  check("/", "/index.html");
  check("/check/audit/", "/check/audit/index.html");
  check("/assets/site-0a.js", "/assets/site-0a.js");
  check("/.well-known/security.txt", "/.well-known/security.txt");
  check("/check/audit", "301 /check/audit/");
  check("//other.example.org", "//other.example.org");
  check("//other", "301 /other/");
  check("/\\other", "301 /other/");
  check("/openreferral/", "/openreferral/index.json");
  check("/openreferral/services", "/openreferral/services.json");
  check("/openreferral/services/1-2", "/openreferral/services/1-2");
});

test("the policies have the published headers", () => {
  const published = readFileSync(join(process.env.WAYMARK_SITE, "_headers"), "utf8");
  const csp = /Content-Security-Policy: (.*)/.exec(published)[1];
  for (const name of ["cloudfront-headers.json", "cloudfront-headers-open.json"]) {
    const { SecurityHeadersConfig: known, CustomHeadersConfig: other } = JSON.parse(read(name));
    assert.equal(known.ContentSecurityPolicy.ContentSecurityPolicy, csp);
    assert.equal(known.StrictTransportSecurity.AccessControlMaxAgeSec, 31536000);
    assert.equal(other.Quantity, other.Items.length);
  }
});

test("the script sends each file once, pages after what they ask for", () => {
  const folder = mkdtempSync(join(tmpdir(), "waymark-aws-"));
  writeFileSync(join(folder, "aws"), '#!/bin/sh\nprintf "%s\\t" "$@"\necho\n');
  chmodSync(join(folder, "aws"), 0o755);
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  const printed = execFileSync("sh", [join(HOSTING, "s3-upload.sh"), "bucket", "--dryrun"], { env, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  const calls = printed.trim().split("\n").map((line) => line.trim().split("\t"));
  assert.ok(calls.every((words) => words[3] === "s3://bucket" && words.includes("--dryrun")), printed);

  // As `aws s3` reads them: the last pattern that matches a file decides.
  const sends = (words, file) => {
    let sent = true;
    for (const [at, word] of words.entries()) {
      const pattern = new RegExp(`^${(words[at + 1] ?? "").replace(/[.]/g, "\\.").replace(/[*]/g, ".*")}$`);
      if (["--include", "--exclude"].includes(word) && pattern.test(file)) sent = word === "--include";
    }
    return sent;
  };
  const value = (words, option) => words[words.indexOf(option) + 1];
  const check = (file, kept, type) => {
    const found = calls.filter((words) => sends(words, file));
    assert.equal(found.length, kept ? 1 : 0, file);
    if (kept) assert.equal(value(found[0], "--cache-control"), kept, file);
    if (type) assert.equal(value(found[0], "--content-type"), type, file);
  };
  const year = "public, max-age=31536000, immutable";
  check("assets/site-0a.js", year);
  check("assets/check-0a.wasm", year, "application/wasm");
  check("index.html", "max-age=300");
  check("check/audit/index.html", "max-age=300");
  check("offline.js", "no-cache");
  check("openreferral/services/1-2", "max-age=300", "application/json");
  check("site.webmanifest", "max-age=300", "application/manifest+json");
  check(".well-known/security.txt", "max-age=300", "text/plain; charset=utf-8");
  for (const file of ["index.html.br", "assets/site-0a.js.gz", "_headers", "hosting/nginx.conf", ".htaccess"]) check(file);
  assert.ok(sends(calls[0], "assets/x.js") && sends(calls.at(-1), "index.html"), "assets first, pages last");
});
