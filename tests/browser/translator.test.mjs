// Page translators take every text node away and put `<font>` elements with other text nodes in its place. The
// words on the screen must still be those of the question that is asked.

import assert from "node:assert/strict";

import { visitor } from "./support/browser.mjs";
import { SIGN, answerSign, choose, goOn, inCharge, startCheck } from "./support/check.mjs";
import { AREAS, WORDS, item } from "./support/questionnaire.mjs";

const visit = visitor();
const POINTS = [3, 2, 2, 0, 1, 0, 1, 0, 2, 0];

/** Runs in the page: wraps text nodes as Chrome's translation does, now and, if asked, whenever more come. */
function translate(keepOn) {
  const wrap = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest("script, style, template, title, font, svg, option") || !node.data.trim()
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes) {
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      // The text node is a new one: whoever held the old one holds something that is no longer in the page.
      inner.append(document.createTextNode(node.data));
      outer.append(inner);
      node.replaceWith(outer);
    }
  };
  wrap(document.body);
  if (keepOn) {
    new MutationObserver(() => wrap(document.body)).observe(document.body, { childList: true, subtree: true, characterData: true });
  }
}

/** Walks to the result and compares the words of every question on the way. */
async function walkTranslated(page) {
  for (const [place, points] of POINTS.entries()) {
    const { text, options } = item(place + 1);
    await page.locator(`input[name="audit-${place + 1}"]`).first().waitFor();
    const fieldset = page.locator("fieldset:has(legend h1)");
    assert.equal(await fieldset.locator("legend:has(h1)").innerText(), text);
    assert.deepEqual(await fieldset.locator(".govuk-radios label").allInnerTexts(), options.map(({ label }) => label));
    assert.equal(await page.locator(".app-progress__text").innerText(), `Question ${place + 1} of 10`);
    assert.equal(await page.locator("[data-island] h1").count(), 1);
    await choose(page, place + 1, points);
    await goOn(page);
  }
  await page.locator('input[name="withdrawal"]').first().waitFor();
  assert.equal(await page.locator("legend").innerText(), WORDS.sign.question);
  await answerSign(page, SIGN.no);
  await page.locator('#result[data-score="11"][data-band="increasing"]').waitFor();
  await page.locator("#area").selectOption("shropshire");
  assert.match(await page.locator('[data-area="shropshire"]').innerText(), new RegExp(AREAS.find(({ id }) => id === "shropshire").service[0].name));
  assert.equal(await page.locator("[data-area]:visible").count(), 1);
}

visit("translated before the program starts", async ({ page }) => {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route("**/assets/*.wasm", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto("check/audit/");
  await page.evaluate(translate, false);
  await choose(page, 1, 4);
  release();
  await inCharge(page);
  assert.ok(await page.locator("#audit-1-4").isChecked());
  await walkTranslated(page);
});

visit("translated after the program has started, and again at every step", async ({ page }) => {
  await startCheck(page);
  await page.evaluate(translate, true);
  assert.ok((await page.locator("[data-island] font").count()) > 5);
  await walkTranslated(page);
  assert.ok((await page.locator("#result font").count()) > 5);
});

visit("translated: the error, the count and its sum say what they should", async ({ page }) => {
  await startCheck(page);
  await page.evaluate(translate, true);
  await choose(page, 1, 3);
  await goOn(page);
  await page.locator('input[name="audit-2"]').first().waitFor();
  for (let time = 0; time < 2; time += 1) {
    await goOn(page);
    await page.locator(".govuk-error-summary:focus").waitFor();
    assert.equal(await page.locator(".govuk-error-summary li").innerText(), WORDS.check.choose);
    assert.equal(await page.locator(".govuk-error-summary").count(), 1);
  }
  await page.locator("#help-me-count summary").click();
  for (const [amount, answer] of [["1.7", "0 to 2"], ["3.3", "3 to 4"], ["5", "5 to 6"]]) {
    await page.locator("#add-bottle").click();
    const units = WORDS.count.units.other.replace("{units}", amount);
    const text = WORDS.count.sum.replace("{units}", units).replace("{answer}", answer);
    await page.locator("#count-sum", { hasText: text }).waitFor();
    assert.equal(await page.locator("#count-sum").innerText(), text, "nothing of an older sum is left");
  }
  await page.locator("#audit-2-2:checked").waitFor();
  await goOn(page);
  await page.locator('input[name="audit-3"]').first().waitFor();
});
