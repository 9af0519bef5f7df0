// A program that is late, missing, broken or that breaks later never leaves a dead page, and nothing that was
// chosen is lost.

import assert from "node:assert/strict";

import { visitor } from "./support/browser.mjs";
import { answer, choose, goOn, inCharge, startCheck } from "./support/check.mjs";
import { hold, panic } from "./support/faults.mjs";
import { AUDIT, WORDS } from "./support/questionnaire.mjs";

const visit = visitor();
const WASM = "**/assets/*.wasm";
const GLUE = "**/assets/check-*.js";
/** What Chromium says in the console when a download fails; the fault is ours to cause. */
const DOWNLOAD = [/Failed to load resource/, /integrity/i, /Failed to find a valid digest/];
const PANIC = [/RuntimeError/];

/** The whole form is there, says in one sentence why, and offers to reload; it can be filled in. */
async function isWholeForm(page, kept = {}) {
  const status = page.locator("[data-failed]:visible");
  await status.waitFor();
  const [before, after] = WORDS.check.failed.split("{link}");
  assert.equal(await status.innerText(), before + WORDS.check.reload + after);
  assert.equal(await status.getByRole("link", { name: WORDS.check.reload }).getAttribute("href"), "/check/audit/");
  for (const { id } of AUDIT.item) {
    const checked = page.locator(`input[name="${id}"]:checked`);
    if (id in kept) {
      assert.equal(await checked.getAttribute("value"), String(kept[id]), id);
    } else {
      assert.equal(await checked.count(), 0, id);
    }
  }
  await page.locator('label[for="audit-10-1"]').click();
  assert.ok(await page.locator("#audit-10-1").isChecked());
  assert.ok(await page.getByText("20 to 40").isVisible(), "the bands are there to add up with");
}

for (const [fault, wasm] of [
  ["blocked", (route) => route.abort("blockedbyclient")],
  ["missing", (route) => route.fulfill({ status: 404, contentType: "text/html", body: "Not found" })],
  ["cut short", async (route) => {
    const whole = await (await route.fetch()).body();
    await route.fulfill({ contentType: "application/wasm", body: whole.subarray(0, whole.length / 2) });
  }],
  ["something else", (route) => route.fulfill({ contentType: "application/wasm", body: "not a program" })],
]) {
  visit(`the program is ${fault}: the whole form, with what was chosen`, { allow: [...DOWNLOAD, /wasm/i] }, async ({ page }) => {
    const { release } = await hold(page, WASM, wasm);
    await page.goto("check/audit/");
    await page.locator('label[for="audit-1-3"]').click();
    release();
    await isWholeForm(page, { "audit-1": 3 });
    assert.ok(await page.locator("#continue").isHidden(), "no button that leads nowhere");
  });
}

visit("the program never runs, since its script is blocked: Continue shows the whole form", { allow: DOWNLOAD }, async ({ page }) => {
  await page.route(GLUE, (route) => route.abort("blockedbyclient"));
  await page.goto("check/audit/");
  await page.locator('label[for="audit-1-3"]').click();
  await page.locator("#continue").click();
  assert.equal(new URL(page.url()).hash, "#whole-form");
  assert.ok(await page.locator("#audit-1-3").isChecked());
  for (const { id } of AUDIT.item) {
    await page.locator(`label[for="${id}-1"]`).click();
    assert.ok(await page.locator(`#${id}-1`).isChecked());
  }
  assert.ok(await page.getByText("20 to 40").isVisible());
});

visit("the program is late: a choice made meanwhile is kept, focus stays, nothing is announced as failed", async ({ page }) => {
  const { release, asked } = await hold(page, WASM);
  await page.goto("check/audit/");
  await asked;
  await page.locator('label[for="audit-1-3"]').click();
  // By keyboard from here: the focus of someone who uses no pointer is the one that matters.
  await page.locator("#audit-1-3").focus();
  await page.keyboard.press("ArrowUp");
  release();
  await inCharge(page);
  await page.locator("#audit-1-2:checked:focus").waitFor();
  assert.equal(await page.locator("[data-failed]:visible").count(), 0);
  await page.keyboard.press("Enter");
  await page.locator('input[name="audit-2"]').first().waitFor();
});

for (const target of ["#audit-1-0", "#continue", "a.govuk-back-link", '.app-before a[href="/pregnancy/"]']) {
  visit(`the program is late: focus stays on ${target}`, async ({ page }) => {
    const { release } = await hold(page, WASM);
    await page.goto("check/audit/");
    await page.locator(target).focus();
    release();
    await inCharge(page);
    await page.locator(`[data-island] ${target}:focus`).waitFor();
  });
}

visit("Continue pressed before the program is ready says so, and counts when it is", async ({ page }) => {
  const { release, asked } = await hold(page, WASM);
  await page.goto("check/audit/");
  await asked;
  await page.locator('label[for="audit-1-2"]').click();
  await page.locator("#continue").click();
  await page.getByText(WORDS.check.loading).waitFor();
  assert.ok(await page.locator("#audit-1-2").isChecked());
  release();
  await page.locator('input[name="audit-2"]').first().waitFor();
  await page.locator("[data-island] h1:focus").waitFor();
  await page.goBack();
  await page.locator("#audit-1-2:checked").waitFor();
});

visit("Continue pressed early with nothing chosen says what to do, as it does later", async ({ page }) => {
  const { release, asked } = await hold(page, WASM);
  await page.goto("check/audit/");
  await asked;
  await page.locator("#continue").click();
  release();
  await inCharge(page);
  await page.locator(".govuk-error-summary:focus").waitFor();
});

visit("Continue pressed early, and the program then fails: the whole form with the choice", { allow: DOWNLOAD }, async ({ page }) => {
  const { release, asked } = await hold(page, WASM, (route) => route.abort("blockedbyclient"));
  await page.goto("check/audit/");
  await asked;
  await page.locator('label[for="audit-1-4"]').click();
  await page.locator("#continue").click();
  release();
  await isWholeForm(page, { "audit-1": 4 });
});

visit("a panic while the program runs puts the form back with every answer", { allow: PANIC }, async ({ page }) => {
  await startCheck(page);
  await answer(page, [3, 2, 1, 4]);
  await choose(page, 5, 2);
  await panic(page);
  await isWholeForm(page, { "audit-1": 3, "audit-2": 2, "audit-3": 1, "audit-4": 4, "audit-5": 2 });
  assert.ok(await page.locator("#continue").isHidden());
  await page.locator("[data-failed]").getByRole("link").click();
  await inCharge(page);
  assert.equal(await page.locator("input:checked").count(), 0, "a reload starts again");
});

visit("after a panic the browser's Back does not take the form away", { allow: PANIC }, async ({ page }) => {
  await startCheck(page);
  await answer(page, [3, 2]);
  await panic(page);
  await isWholeForm(page, { "audit-1": 3, "audit-2": 2 });
  await page.goBack();
  await page.locator('label[for="audit-7-1"]').click();
  await isWholeForm(page, { "audit-1": 3, "audit-2": 2, "audit-7": 1, "audit-10": 1 });
});

visit("a panic keeps the answer that was counted, not clicked", { allow: PANIC }, async ({ page }) => {
  await startCheck(page);
  await answer(page, [3]);
  await page.locator("#help-me-count summary").click();
  await page.locator("#add-wine-bottle").click();
  await page.locator("#audit-2-4:checked").waitFor();
  await goOn(page);
  await panic(page);
  await isWholeForm(page, { "audit-1": 3, "audit-2": 4 });
});

visit("answers that were forgotten by Start again stay forgotten after a panic", { allow: PANIC }, async ({ page }) => {
  await startCheck(page);
  await answer(page, [0, -1, -1, -1, -1, -1, -1, -1, 0, 0]);
  await page.locator("#restart").click();
  await choose(page, 1, 1);
  await panic(page);
  await isWholeForm(page, { "audit-1": 1 });
});

visit("an error that is not the program's changes nothing", { allow: [/an extension's/] }, async ({ page }) => {
  await startCheck(page);
  await answer(page, [3]);
  await page.evaluate(() => new Promise((done) => setTimeout(() => {
    setTimeout(done);
    throw new TypeError("an extension's");
  })));
  await answer(page, [2], { from: 2 });
  await page.locator('input[name="audit-3"]').first().waitFor();
});

visit("a check whose data is broken shows the whole form", { allow: [/integrity|digest|Error/] }, async ({ page }) => {
  await page.route("**/assets/data-*.json", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace("{", "{broken") });
  });
  await page.goto("check/audit/");
  await isWholeForm(page);
});

visit("a check whose data does not arrive shows the whole form", { allow: [/Failed to load|fetch|500|integrity/] }, async ({ page }) => {
  await page.route("**/assets/data-*.json", (route) => route.fulfill({ status: 500, body: "" }));
  await page.goto("check/audit/");
  await isWholeForm(page);
});
