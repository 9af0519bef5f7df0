// The whole journey with nothing but a keyboard.

import assert from "node:assert/strict";

import { visitor } from "./support/browser.mjs";
import { inCharge, result, startCheck } from "./support/check.mjs";

const visit = visitor();

/** Presses Tab until the focus is on what is looked for. */
async function tabTo(page, selector, key = "Tab") {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press(key);
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
  }
  assert.fail(`${selector} cannot be reached with ${key}`);
}

/** Chooses the option at a place with the arrow keys, as a person does, and goes on with Enter on Continue. */
async function answerByKey(page, name, place) {
  // Nothing is chosen yet, so Tab comes to the first option and Space takes it.
  await tabTo(page, `input[name="${name}"]`);
  await page.keyboard.press("Space");
  for (let step = 0; step < place; step += 1) await page.keyboard.press("ArrowDown");
  await page.locator(`#${name}-${place}:checked:focus`).waitFor();
  await tabTo(page, "#continue");
  await page.keyboard.press("Enter");
}

visit("from the start page to the number of the local service", async ({ page }) => {
  await page.goto("");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".govuk-skip-link")), "the skip link comes first");
  assert.ok(await page.locator(".govuk-skip-link").isVisible());
  await page.keyboard.press("Enter");
  await tabTo(page, 'main a[href="/check/audit-c/"]');
  await page.keyboard.press("Enter");
  await page.waitForURL("**/check/audit-c/");
  await inCharge(page);
  await answerByKey(page, "audit-1", 3);
  // Help me count: open it, count two drinks, and the answer is there.
  await page.locator('input[name="audit-2"]').first().waitFor();
  await tabTo(page, "#help-me-count summary");
  await page.keyboard.press("Enter");
  await tabTo(page, "#add-large-wine");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.locator("#audit-2-3:checked").waitFor();
  await tabTo(page, "#continue");
  await page.keyboard.press("Enter");
  await page.locator('input[name="audit-3"]').first().waitFor();
  for (const [item, place] of [[3, 2], [4, 0], [5, 0], [6, 0], [7, 1], [8, 0], [9, 0], [10, 0]]) {
    await answerByKey(page, `audit-${item}`, place);
  }
  await answerByKey(page, "withdrawal", 1);
  await page.locator("#result h1:focus").waitFor();
  assert.equal((await result(page)).score, 9);
  await tabTo(page, "#area");
  await page.keyboard.type("Shr");
  await page.locator('[data-area="shropshire"]').waitFor();
  await tabTo(page, '[data-area="shropshire"] a[href^="tel:"]');
  await tabTo(page, "#working summary");
  await page.keyboard.press("Enter");
  await tabTo(page, '#working a[href="#3"]');
  await page.keyboard.press("Enter");
  await page.locator('input[name="audit-3"]').first().waitFor();
});

visit("from the start page to a printed sheet for the GP", async ({ page }) => {
  await page.addInitScript(() => {
    window.printed = 0;
    window.print = () => {
      window.printed += 1;
    };
  });
  await page.goto("");
  await tabTo(page, 'main a[href="/check/audit-c/"]');
  await page.keyboard.press("Enter");
  await page.waitForURL("**/check/audit-c/");
  await inCharge(page);
  for (const [item, place] of [[1, 4], [2, 3], [3, 3], [4, 1], [5, 1], [6, 1], [7, 2], [8, 1], [9, 0], [10, 1]]) {
    await answerByKey(page, `audit-${item}`, place);
  }
  await page.locator("#result h1:focus").waitFor();
  await tabTo(page, "#take-notes-open");
  await page.keyboard.press("Enter");
  await tabTo(page, "#take-matters");
  await page.keyboard.type("Sleep, and my son");
  await tabTo(page, "#take-question-0");
  await page.keyboard.press("Space");
  await tabTo(page, "#take-print");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => window.printed === 1);
  await page.emulateMedia({ media: "print" });
  assert.match(await page.locator("#take-sheet").innerText(), /Sleep, and my son/);
  assert.ok(await page.locator("#take-sheet").isVisible());
});

visit("Enter on an option goes on, and without an option leads to what is wrong", async ({ page }) => {
  await startCheck(page);
  await tabTo(page, "#continue");
  await page.keyboard.press("Space");
  await page.locator(".govuk-error-summary:focus").waitFor();
  await tabTo(page, ".govuk-error-summary a");
  await page.keyboard.press("Enter");
  await page.locator("#audit-1-0:focus").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.locator("#audit-1-1:checked").waitFor();
  await page.keyboard.press("Enter");
  await page.locator('input[name="audit-2"]').first().waitFor();
});

visit("the skip link in the middle of a check keeps the question, and Continue still goes on", async ({ page }) => {
  await startCheck(page);
  await answerByKey(page, "audit-1", 1);
  await page.locator('input[name="audit-2"]').first().waitFor();
  await page.locator(".govuk-skip-link").focus();
  await page.keyboard.press("Enter");
  await page.locator('input[name="audit-2"]').first().waitFor();
  await answerByKey(page, "audit-2", 0);
  await page.locator('input[name="audit-3"]').first().waitFor();
  await tabTo(page, "a.govuk-back-link", "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.locator("#audit-2-0:checked").waitFor();
});

visit("after the skip link, Back goes to the steps as ever", async ({ page }) => {
  await startCheck(page);
  await answerByKey(page, "audit-1", 1);
  await page.locator('input[name="audit-2"]').first().waitFor();
  await page.locator(".govuk-skip-link").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/check/audit/#2");
  await answerByKey(page, "audit-2", 1);
  await answerByKey(page, "audit-3", 1);
  await page.locator('input[name="audit-4"]').first().waitFor();
  await page.goBack();
  await page.locator("#audit-3-1:checked").waitFor();
  await page.locator("a.govuk-back-link").click();
  await page.locator("#audit-2-1:checked").waitFor();
  assert.match(page.url(), /\/check\/audit\/#2$/);
});

visit("Tab goes through the whole result, and out at its end", async ({ page }) => {
  await startCheck(page);
  for (const [item, place] of [[1, 0], [9, 0], [10, 0]]) await answerByKey(page, `audit-${item}`, place);
  await page.locator("#result h1:focus").waitFor();
  await tabTo(page, "#restart");
  await tabTo(page, 'footer a[href="tel:999"]');
  await tabTo(page, 'footer a[href="/about/"]');
});
