// "Help me count" on the question that people find hardest.

import assert from "node:assert/strict";

import { visitor } from "./support/browser.mjs";
import { answer, goOn, startCheck } from "./support/check.mjs";
import { WORDS, toml } from "./support/questionnaire.mjs";

const visit = visitor();
const DRINKS = toml("content/drinks.toml").drink;

/** "1 unit", "1.7 units". */
function units(amount) {
  return WORDS.count.units[amount === "1" ? "one" : "other"].replace("{units}", amount);
}

/** The second question, with the count open. */
async function open(page) {
  await startCheck(page);
  await answer(page, [3]);
  assert.equal(await page.locator("#help-me-count[open]").count(), 0, "it waits until it is wanted");
  await page.locator("#help-me-count summary").click();
}

/** Waits for a sum, and for the answer that it chooses. */
async function sum(page, amount, label) {
  const text = WORDS.count.sum.replace("{units}", units(amount)).replace("{answer}", label);
  await page.locator("#count-sum", { hasText: text }).waitFor();
  const checked = page.locator('input[name="audit-2"]:checked');
  assert.equal(await page.locator(`label[for="${await checked.getAttribute("id")}"]`).innerText(), label);
}

visit("tapped drinks add up, and the matching answer is chosen, to be confirmed", async ({ page }) => {
  await open(page);
  await page.locator("#add-bottle").click();
  await sum(page, "1.7", "0 to 2");
  await page.locator("#add-bottle").click();
  await sum(page, "3.3", "3 to 4");
  await page.locator("#add-pint").click();
  await sum(page, "5.6", "5 to 6");
  await page.locator("#add-wine-bottle").click();
  await sum(page, "15.3", "10 or more");
  assert.match(await page.title(), /^Question 2/, "nothing moves until Continue");
  await goOn(page);
  await page.locator('input[name="audit-3"]').first().waitFor();
  await page.goBack();
  await page.locator("#audit-2-4:checked").waitFor();
});

visit("330 ml at 5% is 1.7 units and 250 ml at 13% is 3.3", async ({ page }) => {
  await open(page);
  await page.locator("#add-bottle").click();
  await sum(page, "1.7", "0 to 2");
  await page.getByRole("button", { name: WORDS.count.clear }).click();
  await page.locator("#add-large-wine").click();
  await sum(page, "3.3", "3 to 4");
});

visit("every drink says its size, strength and units, and has a vessel drawn to scale", async ({ page }) => {
  await open(page);
  const heights = {};
  for (const { id, name, ml, abv } of DRINKS) {
    const button = page.locator(`#add-${id}`);
    const text = (await button.innerText()).replace(/\s+/g, " ");
    const amount = String(Math.round((ml * Number(abv)) / 100) / 10);
    assert.ok(text.includes(name) && text.includes(`${ml} ml, ${abv}%`) && text.endsWith(units(amount)), text);
    heights[id] = await button.locator("svg").evaluate((svg) => {
      const boxes = [...svg.querySelectorAll("path")].map((path) => path.getBBox());
      return Math.max(...boxes.map(({ y, height }) => y + height)) - Math.min(...boxes.map(({ y }) => y));
    });
  }
  assert.ok(heights["wine-bottle"] > heights.pint && heights.pint > heights.half && heights.half > heights.single);
});

visit("a drink can be taken away again, and Clear empties the count and the answer", async ({ page }) => {
  await open(page);
  await page.locator("#add-pint").click();
  await page.locator("#add-large-wine").click();
  await sum(page, "5.5", "5 to 6");
  await page.getByRole("button", { name: WORDS.count.less.replace("{drink}", "Large wine") }).click();
  await sum(page, "2.3", "0 to 2");
  await page.getByRole("button", { name: WORDS.count.clear }).click();
  await page.locator("#count-sum", { hasText: WORDS.count.nothing }).waitFor();
  assert.equal(await page.locator('input[name="audit-2"]:checked').count(), 0);
  assert.ok(await page.evaluate(() => document.activeElement.closest("#help-me-count") !== null), "focus stays near");
});

visit("taking the last drink away leaves no answer that was counted", async ({ page }) => {
  await open(page);
  await page.locator("#add-wine-bottle").click();
  await sum(page, "9.8", "10 or more");
  await page.getByRole("button", { name: WORDS.count.less.replace("{drink}", "Bottle of wine") }).click();
  await page.locator("#count-sum", { hasText: WORDS.count.nothing }).waitFor();
  assert.equal(await page.locator('input[name="audit-2"]:checked').count(), 0);
});

visit("any size and strength can be typed", async ({ page }) => {
  await open(page);
  await type(page, "750", "13,5 %");
  await sum(page, "10.1", "10 or more");
  const own = page.locator(".app-count__own-list li");
  assert.match(await own.innerText(), new RegExp(`750 ml, 13\\.5%: ${units("10.1")}`));
  assert.equal(await page.locator("#own-ml").inputValue(), "");
  await page.locator("#own-ml:focus").waitFor();
  // Enter adds the drink; it does not go on to the next question.
  await page.locator("#own-ml").fill("330 ml");
  await page.locator("#own-abv").fill("5");
  await page.locator("#own-abv").press("Enter");
  await sum(page, "11.8", "10 or more");
  await own.first().getByRole("button", { name: WORDS.count.remove }).click();
  await sum(page, "1.7", "0 to 2");
});

visit("what cannot be a drink is named beside its field, with what to do, and counts nothing", async ({ page }) => {
  await open(page);
  for (const [ml, abv, field, problem] of [
    ["", "5", "ml", "missing"],
    ["330", "", "abv", "missing"],
    ["a pint", "5", "ml", "not-a-number"],
    ["330", "strong", "abv", "not-a-number"],
    ["0", "5", "ml", "out-of-range"],
    ["330", "101", "abv", "out-of-range"],
    ["6000", "5", "ml", "out-of-range"],
  ]) {
    await type(page, ml, abv);
    await page.locator("#own-problem", { hasText: WORDS.count[field][problem] }).waitFor();
    await page.locator(`#own-${field}.govuk-input--error:focus`).waitFor();
    assert.equal(await page.locator("#count-sum").innerText(), WORDS.count.nothing);
    assert.equal(await page.locator('input[name="audit-2"]:checked').count(), 0);
  }
});

async function type(page, ml, abv) {
  await page.locator("#own-ml").fill(ml);
  await page.locator("#own-abv").fill(abv);
  await page.getByRole("button", { name: WORDS.count["add-own"] }).click();
}
