// `cargo xtask verify URL [--folder DIR]`: is what a host sends what was built? Ends with 1 when it is not, and with 2 when
// it could not be asked.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { ask, each, reasonOf } from "./ask.mjs";
import { fromRoot, headersFile } from "./headers-file.mjs";
import { faultsOf, faultsOfNotFound } from "./judge.mjs";
import { NOT_FOUND, answeredBy, listed } from "./listed.mjs";
import { report } from "./report.mjs";

/** An address that no site has. */
const NOWHERE = "waymark-has-no-such-page/";

/** What the start page of every version of the site has in it. */
const OURS = /src="[^"]*\/assets\/site-[0-9a-f]+\.js"/;

const [address, , folder] = process.argv.slice(2);
try {
  const found = await verify(baseOf(address), folder);
  console.log(found.text);
  process.exitCode = found.good ? 0 : 1;
} catch (problem) {
  console.error(problem.message);
  process.exitCode = 2;
}

async function verify(base, folder) {
  const published = read(folder);
  await isOurs(base);
  const faults = [];
  const packed = {};
  const say = (kind, path, says, header) => faults.push({ kind, path, says, header });
  const progress = counter(published.files.length);

  await each(published.files, async (file) => {
    const path = file.name === NOT_FOUND ? `/${NOWHERE}` : file.path;
    try {
      const answer = await ask(new URL(path.slice(1), base), published.isOpen(path));
      judge(file, path, answer);
    } catch (error) {
      say("missing", path, `no answer (${reasonOf(error)})`);
    }
    progress();
  });

  function judge(file, path, { status, headers, body, hash }) {
    const expected = published.headersOf(path);
    const isNotFound = file.name === NOT_FOUND;
    if (!isNotFound && status !== 200) return say("missing", path, `status ${status}${leads(headers)}`);
    if (hash !== file.hash) say("differs", path, `${body.length} bytes that are not those of ${file.name}`);
    const found = isNotFound ? faultsOfNotFound(status, headers, expected) : faultsOf(file, headers, expected, body.length);
    for (const { header, says } of found) say("header", path, says, header);
    const encoding = headers.get("content-encoding") ?? "plain";
    packed[encoding] = (packed[encoding] ?? 0) + 1;
  }

  const hashes = new Map(published.files.map(({ name, hash }) => [name, hash]));
  await each(published.answers, async ({ path, name }) => {
    const { status, headers, hash } = await ask(new URL(path.slice(1), base), published.isOpen(path));
    if (status !== 200 || hash !== hashes.get(name)) say("other", path, `is not answered with ${name} (status ${status})`);
    const expected = published.headersOf(path);
    for (const { header, says } of faultsOf({ name }, headers, expected)) say("header", path, says, header);
  });

  // Without the slash at its end a folder's address leads to the one with it, on the same host and by the same protocol.
  const page = published.files.find(({ path }) => path.endsWith("/") && path !== "/");
  if (page) {
    const slash = new URL(page.path.slice(1), base);
    const plain = new URL(slash.href.slice(0, -1));
    const { status, headers, hash } = await ask(plain);
    const leadsTo = headers.get("location") && new URL(headers.get("location"), plain).href;
    if (!(status >= 301 && status <= 308 && leadsTo === slash.href) && !(status === 200 && hash === page.hash)) {
      say("other", plain.pathname, `does not lead to ${slash.href} (status ${status}${leads(headers)})`);
    }
  }
  progress.end();
  faults.sort((one, other) => (one.path < other.path ? -1 : 1));
  return report({ address: base.href, folder, files: published.files.length, faults, packed });
}

function baseOf(text) {
  let base;
  try {
    base = new URL(text);
  } catch {
    throw new Error(`\`${text}\` is not an address; one looks like https://example.org/.`);
  }
  if (!["http:", "https:"].includes(base.protocol)) {
    throw new Error(`\`${text}\` is not the address of a website; one looks like https://example.org/.`);
  }
  base.search = "";
  base.hash = "";
  if (!base.pathname.endsWith("/")) base.pathname += "/";
  return base;
}

function read(folder) {
  const sums = join(folder, "SHA256SUMS.txt");
  if (!existsSync(sums)) {
    throw new Error(`${folder} has no SHA256SUMS.txt: build the site first, or name its folder with --folder.`);
  }
  const text = (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : "");
  const headers = text("_headers");
  const headersOf = headersFile(fromRoot(headers, headers));
  return {
    files: listed(text("SHA256SUMS.txt")),
    headersOf,
    isOpen: (path) => "access-control-allow-origin" in headersOf(path),
    answers: answeredBy(fromRoot(text("_redirects"), headers)),
  };
}

/** So that somebody else's site is not told of a thousand files that it has not. */
async function isOurs(base) {
  const answer = await ask(base).catch((error) => {
    throw new Error(`${base.href} cannot be reached (${reasonOf(error)}).`);
  });
  if (answer.headers.has("location")) {
    const there = new URL(answer.headers.get("location"), base).href;
    throw new Error(`${base.href} sends visitors on to ${there}; verify that address.`);
  }
  if (answer.status !== 200 || !OURS.test(answer.body.toString())) {
    throw new Error(`${base.href} answers (status ${answer.status}), and what answers is not a Waymark site.`);
  }
}

function leads(headers) {
  return headers.has("location") ? `, leads to ${headers.get("location")}` : "";
}

/** One line that counts, in a terminal only. */
function counter(total) {
  let count = 0;
  const show = process.stderr.isTTY;
  const progress = () => {
    count += 1;
    if (show && (count % 20 === 0 || count === total)) process.stderr.write(`\r${count} of ${total} files`);
  };
  progress.end = () => show && process.stderr.write("\r\u001b[K");
  return progress;
}
