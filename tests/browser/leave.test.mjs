// Leave this site: by pointer, by keys, by Shift alone, and without a network.

import assert from "node:assert/strict";

import { visitor } from "./support/browser.mjs";
import { startCheck } from "./support/check.mjs";
import { WORDS } from "./support/questionnaire.mjs";

const visit = visitor();
const { site: SITE } = WORDS;
const AWAY = "https://www.bbc.co.uk/weather";
const THERE = { origins: ["https://www.bbc.co.uk"] };

/** The page that people are led to, without a network. */
const elsewhere = (page) => page.route("https://www.bbc.co.uk/**", (route) => route.fulfill({ contentType: "text/html", body: "<!DOCTYPE html><title>Weather</title>" }));
const said = (page) => page.locator(".app-exit__said").innerText();

async function shift(page, times) {
  for (let time = 0; time < times; time += 1) await page.keyboard.press("Shift");
}

visit("by keys: the second stop of every page leaves it", THERE, async ({ page }) => {
  await elsewhere(page);
  await page.goto("worried/");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const [text, seen] = await page.evaluate(() => [document.activeElement.textContent, document.activeElement.getBoundingClientRect().height]);
  assert.ok(text === SITE.leave && seen > 24, `${text} ${seen}`);
  await page.keyboard.press("Enter");
  await page.waitForURL(AWAY);
});

visit("Shift three times within five seconds leaves, and says how many are left", THERE, async ({ page }) => {
  await elsewhere(page);
  await startCheck(page);
  await shift(page, 1);
  assert.equal(await said(page), SITE["shift-2"]);
  await shift(page, 1);
  assert.equal(await said(page), SITE["shift-1"]);
  // The other Shift counts too.
  await page.keyboard.press("ShiftRight");
  await page.waitForURL(AWAY);
});

visit("Shift does not leave when it is for another key, a click, or too slow", async ({ page }) => {
  await page.clock.install();
  await page.goto("find/");
  await page.locator("#find-what").focus();
  await page.keyboard.type("SHREWSBURY");
  for (let time = 0; time < 3; time += 1) await page.keyboard.press("Shift+W");
  for (let time = 0; time < 3; time += 1) await page.keyboard.press("Control+Shift");
  for (let time = 0; time < 3; time += 1) await page.locator("h1").click({ modifiers: ["Shift"] });
  assert.equal(await said(page), "");
  await shift(page, 2);
  await page.clock.fastForward(5_100);
  assert.equal(await said(page), "", "and what was said is taken back");
  await shift(page, 1);
  assert.equal(await said(page), SITE["shift-2"]);
  assert.ok(page.url().endsWith("/find/"));
});

visit("without a network there is an empty page, and nothing of ours", async ({ page, context }) => {
  await startCheck(page);
  await context.setOffline(true);
  await page.locator(".app-exit").click();
  await page.waitForURL("about:blank");
  assert.equal(await page.evaluate(() => document.documentElement.textContent), "");
});
