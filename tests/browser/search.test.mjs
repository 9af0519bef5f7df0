// The search in all guidance: from every page's header, forgiving, without a network, and nothing typed goes anywhere.

import assert from "node:assert/strict";
import { test } from "node:test";

import { launch, open as visitPage, visitor } from "./support/browser.mjs";
import { hold } from "./support/faults.mjs";
import { cases, WORDS } from "./support/questionnaire.mjs";
import { stored } from "./support/traces.mjs";

const visit = visitor();
const { search: SEARCH, nav: NAV } = WORDS;
const WIDE = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 360, height: 740 } };

async function open(page) {
  await page.goto("search/");
  await ready(page);
}

const ready = (page) => page.locator('[data-island="search"][data-files]').waitFor();
const said = (page) => page.locator("#search-said").textContent();
const hits = (page) => page.locator("#hits > li > a").evaluateAll((links) => links.map((link) => new URL(link.href).pathname));

visit("what people type finds its page, also with slips", async ({ page }) => {
  await open(page);
  for (const { typed, page: wanted, within } of cases("search")) {
    await page.locator("#search-what").fill(typed);
    const place = (await hits(page)).indexOf(wanted);
    assert.ok(place >= 0 && place < within, `${typed}: ${wanted} at ${place}`);
  }
});

visit("says how many there are, what a word was taken for, and what to do when there is nothing", async ({ page }) => {
  await open(page);
  await page.locator("#search-what").fill("codiene");
  assert.ok((await said(page)).startsWith(SEARCH.taken.replace("{typed}", "codiene").replace("{word}", "codeine")));
  await page.locator("#search-what").fill("qqqqqq");
  assert.equal(await said(page), SEARCH.nothing);
  assert.deepEqual(await hits(page), []);
  await page.locator("#search-what").fill("");
  assert.equal(await said(page), "");
  // Markup that is typed is words.
  await page.locator("#search-what").fill("<img src=x onerror=alert(1)> ketamine");
  assert.equal(await page.locator("#hits img, #search-said img").count(), 0);
});

visit("a result leads to its page, and a heading to its place there", async ({ page }) => {
  await open(page);
  await page.locator("#search-what").fill("a bad night");
  const place = page.locator('#hits a[href="/families/a-bad-night/#start"]');
  await place.click();
  await page.waitForURL("**/families/a-bad-night/#start");
  assert.ok(await page.locator("#start").isVisible());
});

visit("on a wide screen the box in the header takes what is typed to the search; no address has it", WIDE, async ({ page, seen }) => {
  await page.goto("drugs/ketamine/");
  const box = page.locator("#site-search input");
  await box.fill("friend & me: 100% “sleep”");
  await box.press("Enter");
  await ready(page);
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).search + new URL(page.url()).hash, "/search/");
  assert.equal(await page.locator("#search-what").inputValue(), "friend & me: 100% “sleep”");
  assert.ok((await hits(page)).length > 0);
  assert.equal(await page.evaluate(() => window.name), "", "nothing is left in the tab's name");
  assert.deepEqual(await stored(page), []);
  assert.ok(seen.requests.every((request) => !/sleep|friend/.test(decodeURIComponent(request.url()))));
  assert.equal(await page.locator("#site-search").count(), 0, "one box on the page of the search");
});

visit("on a phone the link in the menu opens the box, with focus in it, and closes it again", PHONE, async ({ page }) => {
  await page.goto("drugs/ketamine/");
  const [link, box] = [page.getByRole("link", { name: NAV.search, exact: true }), page.locator("#site-search input")];
  await page.locator("#site-search:not([hidden])").waitFor({ state: "attached" });
  assert.ok(await box.isHidden());
  await link.click();
  assert.ok(await box.isVisible());
  assert.ok(await box.evaluate((input) => input === document.activeElement));
  assert.equal(await link.getAttribute("aria-expanded"), "true");
  await page.keyboard.type("naloxone");
  await page.keyboard.press("Enter");
  await ready(page);
  assert.equal((await hits(page))[0], "/emergency/overdose/");
  await page.goto("drugs/ketamine/");
  await page.locator("#site-search:not([hidden])").waitFor({ state: "attached" });
  await link.click();
  await link.click();
  assert.ok(await box.isHidden());
  assert.equal(await link.getAttribute("aria-expanded"), "false");
});

visit("an empty box in the header leads to the search and its list", WIDE, async ({ page }) => {
  await page.goto("about/");
  await page.locator("#site-search button").click();
  await ready(page);
  assert.equal(await said(page), "");
  assert.ok((await page.locator("main .app-pages a").count()) > 80);
});

visit("without a script: a link to the search, whose page lists every page", { javaScriptEnabled: false, ...WIDE }, async ({ page }) => {
  await page.goto("drugs/ketamine/");
  assert.ok(await page.locator("#site-search").isHidden());
  await page.getByRole("link", { name: NAV.search, exact: true }).click();
  await page.waitForURL("**/search/");
  assert.ok((await page.locator("main").innerText()).includes(SEARCH["no-script"]));
  const links = await page.locator("main .app-pages a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  for (const path of ["/drugs/ketamine/", "/emergency/overdose/", "/families/a-bad-night/", "/check/audit-c/", "/pregnancy/"]) assert.ok(links.includes(path), path);
});

visit("typed before the index is there: it is searched as soon as it has come", async ({ page }) => {
  const index = await hold(page, "**/assets/guidance-*.bin");
  await page.goto("search/");
  await index.asked;
  await page.locator('[data-island="search"][data-ready]').waitFor();
  await page.locator("#search-what").fill("ketamine");
  assert.equal(await said(page), SEARCH.waiting);
  index.release();
  await ready(page);
  assert.equal((await hits(page))[0], "/drugs/ketamine/");
});

visit("an index that does not come is said, and the list of all pages stays", { allow: [/Failed to load resource/] }, async ({ page }) => {
  await page.route("**/assets/guidance-*.bin", (route) => route.abort());
  await page.goto("search/");
  await ready(page);
  assert.equal(await said(page), SEARCH["no-index"]);
  assert.ok((await page.locator("main .app-pages a").count()) > 80);
});

test("a page that the browser kept for Back is as it was: what was typed and found", async () => {
  const browser = await launch([], ["--disable-back-forward-cache"]);
  try {
    const { page, seen } = await visitPage(browser);
    await open(page);
    await page.locator("#search-what").fill("ketamine");
    const before = await hits(page);
    await page.evaluate(() => (window.sameTab = true));
    await page.locator("#hits > li > a").first().click();
    await page.waitForURL("**/drugs/ketamine/");
    await page.evaluate(() => void setTimeout(() => history.back()));
    await page.waitForURL("**/search/", { waitUntil: "commit" });
    await page.locator("#hits > li").first().waitFor();
    assert.ok(await page.evaluate(() => window.sameTab), "the browser has kept it");
    assert.deepEqual([await page.locator("#search-what").inputValue(), await hits(page)], ["ketamine", before]);
    await seen.nothingWrong();
  } finally {
    await browser.close();
  }
});
