// A copy of the site on the device: complete after one visit, the same for everybody, shown only when the site does not
// answer, and replaced between two pages, never during one.

import assert from "node:assert/strict";

import { answer, hurry, inCharge, startCheck } from "./support/check.mjs";
import { said, searchable, type } from "./support/find.mjs";
import { copied, copyOf, publish, visitHost } from "./support/host.mjs";
import { list, on } from "./support/kept.mjs";
import { kindsOfPages } from "./support/site.mjs";
import { WORDS } from "./support/questionnaire.mjs";
import { stored } from "./support/traces.mjs";

const NOTICE = WORDS.copy.notice.split("{day}")[0];
const notice = (page) => page.locator(".app-copy");

/** The first visit, to any page, until the copy is there. */
async function visited(page, path = "about/") {
  await page.goto(path);
  await copied(page);
}

/** What lies in the browser's caches, by cache. */
const kept = (page) =>
  page.evaluate(async () => {
    const all = {};
    for (const name of await caches.keys()) {
      all[name] = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname).sort();
    }
    return all;
  });

/** Asks whether there is another version, and waits for what comes of it. */
const update = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const coming = registration.installing ?? registration.waiting;
    if (!coming) return "none";
    await new Promise((done) => {
      const settled = () => ["activated", "redundant"].includes(coming.state) && done();
      coming.addEventListener("statechange", settled);
      settled();
    });
    return coming.state;
  });

visitHost("after one visit, every page is there without a signal, and says from which day it is", async ({ page, host }) => {
  await visited(page, "worried/");
  host.silent();
  for (const { path, html } of await kindsOfPages()) {
    await page.goto(path);
    const [, title] = html.match(/<title>(.*?)<\/title>/);
    // A check says before it which question it shows.
    assert.ok((await page.title()).replaceAll("&", "&amp;").endsWith(title), `${path}: ${await page.title()}`);
    assert.ok((await notice(page).innerText()).startsWith(NOTICE), path);
    assert.match(await notice(page).innerText(), /\d{1,2} \w+ 20\d\d/);
  }
  await page.goto("check/audit");
  assert.equal(new URL(page.url()).pathname, "/check/audit/", "a folder without its slash is sent on");
  await page.goto("no-such-page/");
  assert.equal(await page.locator("h1").innerText(), "We cannot find that page");
});

visitHost("without a signal a check is done to its end, help is found, and what was kept is there", async ({ page, host, context }) => {
  await visited(page);
  await context.setOffline(true);
  await startCheck(page);
  await hurry(page, [3, 2, 2, 0, 0, 0, 1, 0, 0, 0]);
  await page.locator("#area").selectOption("halton");
  await page.goto("find/");
  await searchable(page);
  await type(page, "SY1 1AA");
  assert.ok((await said(page)).includes("SY1 1AA"));
  assert.ok((await page.locator("#results > li").count()) > 2);
  await page.locator("#results h2 a").first().click();
  await page.waitForURL(/\/find\/[a-z-]+\/.+\//);
  await notice(page).waitFor();
  await list(page, [on("2026-11-20")]);
  assert.equal(await page.locator("#kept > li").count(), 1);
});

visitHost("the network goes in the middle of a check: it goes on, and so does Back", async ({ page, host }) => {
  await visited(page);
  await startCheck(page);
  assert.equal(await notice(page).count(), 0, "with a network the page is the site's own");
  await answer(page, [3, 2]);
  host.silent();
  await answer(page, [2], { from: 3 });
  await page.goBack();
  await page.locator("#audit-3-2:checked").waitFor();
  await page.reload();
  await inCharge(page);
  await notice(page).waitFor();
});

visitHost("what the site answers within two seconds is shown, and later than that the copy", async ({ page, host }) => {
  await visited(page);
  host.put("/families/", (await host.original("/families/")).replace("<main ", '<p id="mended">Mended today</p><main '), { "content-type": "text/html" });
  await page.goto("families/");
  await page.locator("#mended").waitFor();
  const release = host.hold("/families/");
  await page.goto("schools/");
  await page.goto("families/");
  assert.equal(await page.locator("#mended").count(), 0);
  await notice(page).waitFor();
  release();
  host.put("/schools/", "out of order", {}, 503);
  await page.goto("schools/");
  await notice(page).waitFor();
});

visitHost("the copy is the same whatever someone opens, does and keeps", async ({ page, host }) => {
  await visited(page, "find/shropshire/");
  const { copy } = await copyOf(host);
  const all = { [copy.name]: copy.files.map(([url]) => url).sort() };
  assert.deepEqual(await kept(page), all);
  await page.goto("stopping-safely/");
  await startCheck(page);
  await hurry(page, [4, 4, 4, 4, 4, 4, 4, 4, 4, 4]);
  await page.locator("#area").selectOption("halton");
  await page.goto("find/");
  await searchable(page);
  await type(page, "SY1 1AA");
  assert.deepEqual(await kept(page), all);
  assert.deepEqual(await stored(page), [copy.name, host.url]);
});

visitHost("a new version comes between two pages, and not in the middle of a check", async ({ page, host }) => {
  await visited(page);
  await startCheck(page);
  await answer(page, [3, 2]);
  const earlier = (await copyOf(host)).copy.name;
  const { name } = await publish(host, "waymark-later", (pages) =>
    Object.fromEntries(Object.entries(pages).map(([path, html]) => [path, html.replaceAll("</h1>", " (later)</h1>")])));
  assert.equal(await update(page), "activated");
  assert.deepEqual(Object.keys(await kept(page)), [earlier, name], "an open page may still want a file of the one before");
  await page.locator('input[name="audit-3"]').first().waitFor();
  await answer(page, [2, 0, 0, 0, 1, 0, 0, 0], { from: 3 });
  await page.goto("about/");
  assert.match(await page.locator("h1").innerText(), /\(later\)$/);
  host.silent();
  await page.goto("privacy/");
  assert.match(await page.locator("h1").innerText(), /\(later\)$/);
  host.silent(false);
  await publish(host, "waymark-latest", (pages) => pages);
  assert.equal(await update(page), "activated");
  assert.deepEqual(Object.keys(await kept(page)), [name, "waymark-latest"], "and no more than one");
});

visitHost("a new version that does not arrive whole leaves the old one working", async ({ page, host }) => {
  await visited(page);
  const before = await kept(page);
  const { files } = await publish(host, "waymark-broken", (pages) => ({ ...pages, "/new/": "new" }));
  const [bundle] = files.find(([url]) => url.includes("/pages-"));
  for (const broken of [[200, "cut sho"], [404, "gone"]]) {
    host.put(bundle, broken[1], {}, broken[0]);
    assert.equal(await update(page), "redundant");
    assert.deepEqual(await kept(page), before);
  }
  host.silent();
  await page.goto("emergency/");
  await notice(page).waitFor();
}, { allow: [/Failed to load resource|integrity|digest|ServiceWorker/i] });

visitHost("a copy that is broken off in the making is made anew with the next page", async ({ page, host, context }) => {
  const { copy } = await copyOf(host);
  const [last] = copy.files.find(([url]) => url.endsWith(".wasm"));
  const release = host.hold(last);
  const session = await context.newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await page.goto("about/");
  await page.waitForFunction(async (name) => (await (await caches.open(name)).keys()).length > 5, copy.name);
  await session.send("ServiceWorker.stopAllWorkers");
  await page.goto("privacy/");
  assert.equal(await notice(page).count(), 0, "the page is the site's own");
  release();
  await page.goto("emergency/");
  await copied(page);
  assert.deepEqual((await kept(page))[copy.name], copy.files.map(([url]) => url).sort());
  host.silent();
  await page.goto("check/audit/");
  await inCharge(page);
});

visitHost("a device without room for the copy shows the site as ever", async ({ page, host, context }) => {
  const session = await context.newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: host.url.slice(0, -1), quotaSize: 100_000 });
  await page.goto("about/");
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
  await startCheck(page);
  await hurry(page, [3, 2, 2, 0, 0, 0, 1, 0, 0, 0]);
  assert.deepEqual((await stored(page)).filter((name) => name !== host.url), []);
}, { allow: [/Quota|ServiceWorker/i] });

visitHost("nothing is copied where data is to be saved", async ({ page, host }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "connection", { value: { saveData: true } }));
  await page.goto("about/");
  await startCheck(page);
  assert.ok(!host.asked.includes("/offline.js"));
});
