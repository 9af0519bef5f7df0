// How a check is begun: alone, with someone at one screen, or at 16 or 17; and the place that a person may keep in a tab.

import assert from "node:assert/strict";

import { visitor } from "./support/browser.mjs";
import { answer, choose, goOn, inCharge, result, startCheck, toResult } from "./support/check.mjs";
import { hold } from "./support/faults.mjs";
import { stored } from "./support/traces.mjs";

const visit = visitor();

const keep = (page) => page.locator("#keep-place");
const question = (page) => page.locator("h1").innerText();

/** The mode that a check is in, and that nothing about it is anywhere but in the page. */
async function mode(page) {
  const { name, state, search } = await page.evaluate(() => ({ name: window.name, state: history.state, search: location.search }));
  assert.deepEqual({ name, state, search }, { name: "", state: null, search: "" });
  return page.locator("[data-island]").getAttribute("data-mode");
}

visit("two people at one screen: larger, in order, and nothing can be kept", async ({ page }) => {
  await page.goto("check/");
  await page.getByRole("button", { name: "Start the full check together" }).click();
  await page.waitForURL("**/check/audit/");
  await inCharge(page);
  assert.equal(await mode(page), "together");
  assert.equal(await page.locator(".app-mode").count(), 1);
  assert.equal(await keep(page).count(), 0, "nothing is kept when two people look on");
  const zoom = await page.locator(".app-check").evaluate((check) => getComputedStyle(check).zoom);
  assert.ok(Number(zoom) > 1.1, zoom);
  await answer(page, [3, 2, 2, 0, 0, 0, 1, 0, 0, 0]);
  await toResult(page);
  const shown = await result(page);
  assert.equal(shown.score, 8);
  assert.match(await page.locator("#in-short").innerText(), /In short, for both of you[\s\S]*AUDIT[\s\S]*8[\s\S]*40/);
  assert.equal(await page.locator("#take-keep").count(), 0, "and the result cannot be kept on the device");
  assert.deepEqual(await stored(page), []);
  // The next check is an ordinary one again.
  await page.goto("check/audit/");
  await inCharge(page);
  assert.equal(await mode(page), null);
});

visit("16 or 17: the same questions, and advice of one's own", async ({ page }) => {
  await startCheck(page);
  await page.getByRole("link", { name: "I am 16 or 17" }).click();
  await page.locator(".app-mode").waitFor();
  await inCharge(page);
  assert.equal(await mode(page), "young");
  assert.equal(new URL(page.url()).pathname, "/check/audit/");
  await answer(page, [4, 3, 3, 1, 1, 0, 2, 1, 0, 0]);
  await toResult(page);
  const shown = await result(page);
  assert.equal(shown.advice, "young");
  assert.equal(shown.next, "young-people");
  assert.doesNotMatch(shown.text, /14 units/);
  // Beginning again stays with the same person.
  await page.locator("#restart").click();
  await page.locator(".app-mode").waitFor();
});

visit("16 or 17 with a sign of dependence: the warning, and help sooner", async ({ page }) => {
  await page.goto("check/audit-c/");
  await inCharge(page);
  await page.getByRole("link", { name: "I am 16 or 17" }).click();
  await page.waitForURL("**/check/audit/");
  await inCharge(page);
  await answer(page, [3, 2, 2, 0, 0, 1, 0, 0, 0, 0]);
  const shown = await result(page);
  assert.equal(shown.advice, "see-someone");
  assert.match(shown.text, /Get help now/);
});

visit("without a script, the link for 16 and 17 leads to the page for young people", { javaScriptEnabled: false }, async ({ page }) => {
  await page.goto("check/audit/");
  await page.getByRole("link", { name: "I am 16 or 17" }).click();
  await page.waitForURL("**/young-people/");
});

visit("nothing is kept until it is asked for; then a reload goes on at the same place", async ({ page }) => {
  await startCheck(page);
  await answer(page, [3, 2]);
  assert.deepEqual(await stored(page), []);
  const third = await question(page);
  await page.reload();
  await inCharge(page);
  assert.notEqual(await question(page), third, "a reload starts again");
  await answer(page, [3, 2]);
  await keep(page).click();
  assert.equal(await keep(page).innerText(), "Forget my place");
  assert.match(await page.locator(".app-private [role=status]").innerText(), /kept in this tab/);
  assert.deepEqual(await stored(page), ["waymark-place"]);
  await answer(page, [1], { from: 3 });
  await choose(page, 4, 2);
  await goOn(page);
  const fifth = await question(page);
  await page.reload();
  await inCharge(page);
  assert.equal(await question(page), fifth);
  assert.equal(new URL(page.url()).hash, "#5");
  await answer(page, [0, 0, 0, 0, 0, 0], { from: 5 });
  await toResult(page);
  assert.equal((await result(page)).score, 8);
  // The result comes back too, and beginning again forgets.
  await page.reload();
  await page.locator("#result").waitFor();
  assert.equal((await result(page)).score, 8);
  await page.locator("#restart").click();
  await page.locator('input[name="audit-1"]').first().waitFor();
  assert.deepEqual(await stored(page), []);
});

visit("a result whose place is kept says so, and can be forgotten there", async ({ page }) => {
  await startCheck(page);
  await keep(page).click();
  await answer(page, [3, 2, 2, 0, 0, 0, 1, 0, 0, 0]);
  await toResult(page);
  assert.match(await page.locator("#result-stays").innerText(), /kept in this tab/);
  await keep(page).click();
  assert.deepEqual(await stored(page), []);
  assert.match(await page.locator("#result-stays").innerText(), /gone from here/);
  assert.equal(await keep(page).isVisible(), false);
});

for (const [name, begin] of [
  ["together", async (page) => {
    await page.goto("check/");
    await page.locator('[data-start="together"]').click();
  }],
  ["at 16 or 17", (page) => page.getByRole("link", { name: "I am 16 or 17" }).click()],
]) {
  visit(`beginning ${name} forgets the place that somebody kept before`, async ({ page }) => {
    await startCheck(page);
    await keep(page).click();
    await answer(page, [4]);
    await page.goto("check/audit-c/");
    await inCharge(page);
    await begin(page);
    await page.waitForURL("**/check/audit/");
    await page.locator(".app-mode").waitFor();
    assert.deepEqual(await stored(page), []);
    await page.reload();
    await inCharge(page);
    assert.equal(await page.locator('input[name="audit-1"]').count(), 5);
    assert.equal(await page.locator("input:checked").count(), 0);
  });
}

visit("an answer chosen before the program is there counts more than the kept place", async ({ page }) => {
  await startCheck(page);
  await keep(page).click();
  await answer(page, [3, 2, 1]);
  const { release } = await hold(page, "**/assets/*.wasm");
  await page.reload({ waitUntil: "commit" });
  await page.locator('label[for="audit-1-1"]').click();
  await page.locator("#continue").click();
  release();
  await page.locator('input[name="audit-2"]').first().waitFor();
  assert.equal(await page.locator(".govuk-error-summary").count(), 0, "nothing is complained of that was not asked");
  await page.goBack();
  await page.locator("#audit-1-1:checked").waitFor();
});

visit("how a check is begun is for the page it was meant for, and for no other", async ({ page }) => {
  await page.goto("about/");
  await page.evaluate(() => (window.name = "waymark young /check/audit/"));
  await page.goto("check/fast/");
  await inCharge(page);
  assert.equal(await mode(page), null);
});

visit("forgetting the place takes it out of the tab at once", async ({ page }) => {
  await startCheck(page);
  await keep(page).click();
  await answer(page, [3]);
  await keep(page).click();
  assert.equal(await keep(page).innerText(), "Keep my place in this tab");
  assert.deepEqual(await stored(page), []);
  await answer(page, [2], { from: 2 });
  assert.deepEqual(await stored(page), []);
});

visit("a kept place is of one check, and of one tab", async ({ page, context }) => {
  await startCheck(page);
  await keep(page).click();
  await answer(page, [3, 2]);
  const other = await context.newPage();
  await other.goto("check/audit/");
  await inCharge(other);
  assert.deepEqual(await stored(other), []);
  await page.goto("check/audit-c/");
  await inCharge(page);
  assert.equal(await page.locator("input:checked").count(), 0, "another check begins at its beginning");
});

visit("leaving the site forgets the place", { origins: ["https://www.bbc.co.uk"] }, async ({ page, context }) => {
  await context.route("https://www.bbc.co.uk/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!DOCTYPE html><title>Weather</title>" }));
  await startCheck(page);
  await keep(page).click();
  await answer(page, [4, 4]);
  await page.locator(".app-exit").click();
  await page.waitForURL("https://www.bbc.co.uk/**");
  assert.equal(await page.evaluate(() => window.name), "");
  await page.goto(new URL("check/audit/", process.env.WAYMARK_URL).href);
  await inCharge(page);
  assert.deepEqual(await stored(page), ["left"]);
  assert.equal(await page.locator("input:checked").count(), 0);
});

visit("a place that cannot be read, or is of another version, is not used", async ({ page }) => {
  const put = async (kept) => {
    await page.goto("check/audit/");
    await page.evaluate((kept) => sessionStorage.setItem("waymark-place", kept), kept);
    await page.reload();
    await inCharge(page);
  };
  for (const kept of ["", "{}", "1 audit alone - - 3", "2 audit alone - - - 3 9", "2 audit nobody - - - 3", "2 audit alone - - x 3", "2 audit alone - - 9 3", "2 audit-c alone - - - 3"]) {
    await put(kept);
    assert.equal(await page.locator('input[name="audit-1"]').count(), 5, kept);
    assert.equal(await page.locator("input:checked").count(), 0, kept);
  }
  await put("2 audit alone - - - 3");
  await page.locator('input[name="audit-2"]').first().waitFor();
});
