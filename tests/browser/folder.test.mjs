// A site in a folder of its host: pages, programs, the copy and the way out are all there, and nothing is asked for outside it.

import assert from "node:assert/strict";

import { hurry, inCharge } from "./support/check.mjs";
import { searchable, type } from "./support/find.mjs";
import { copied, visitHost } from "./support/host.mjs";

const FOLDER = "/health/waymark";
const there = (page) => new URL(page.url()).pathname;

visitHost("in a folder of its host, the site works as at the root", async ({ page, host }) => {
  await page.goto("");
  await page.locator("main a").first().click();
  await page.waitForURL(`**${FOLDER}/check/**`);
  await page.goto("check/audit/");
  await inCharge(page);
  assert.equal(await page.locator(".govuk-back-link").getAttribute("href"), `${FOLDER}/check/`);
  const young = page.locator("[data-start=young]");
  assert.equal(await young.getAttribute("href"), `${FOLDER}/young-people/`);
  await young.click();
  await page.waitForURL(`**${FOLDER}/check/audit/`);
  await inCharge(page);
  assert.equal(await page.locator("[data-start=young]").count(), 0, "begun at 16 or 17");
  await hurry(page, [3, 2, 2, 0, 0, 0, 1, 0, 0, 0]);
  for (const href of await page.locator("#result a, main a").evaluateAll((links) => links.map((link) => link.getAttribute("href")))) {
    assert.ok(!href.startsWith("/") || href.startsWith(`${FOLDER}/`), href);
  }
  await page.goto("check/drugs/");
  await page.locator("[data-island][data-ready]").waitFor();
  assert.equal(await page.locator(".govuk-back-link").getAttribute("href"), `${FOLDER}/check/`);
  await page.goto("find/");
  await searchable(page);
  await type(page, "SY1 1AA");
  await page.locator("#results h2 a").first().click();
  await page.waitForURL(`**${FOLDER}/find/**/*/`);
  assert.deepEqual(host.asked.filter((path) => !path.startsWith(`${FOLDER}/`) && path !== "/favicon.ico"), []);
}, { folder: FOLDER });

visitHost("in a folder of its host, every page is there without a signal, and leaving stays inside when installed", async ({ page, host }) => {
  await page.addInitScript(() => {
    const asked = window.matchMedia;
    window.matchMedia = (query) => (query === "(display-mode: standalone)" ? { matches: true } : asked.call(window, query));
  });
  await page.goto("about/");
  await copied(page);
  host.silent();
  for (const path of ["", "emergency/", "find/halton/", "check/audit/", "my-data/"]) {
    await page.goto(path);
    await page.locator(".app-copy").waitFor();
  }
  await page.goto("find/halton");
  assert.equal(there(page), `${FOLDER}/find/halton/`);
  await page.goto("no-such-page/");
  assert.equal(await page.locator("h1").innerText(), "We cannot find that page");
  await page.locator(".app-exit").click();
  await page.waitForURL(`**${FOLDER}/start/`);
}, { folder: FOLDER });
