// The first journey from end to end, and the ways back through it.

import assert from "node:assert/strict";

import { visitor } from "./support/browser.mjs";
import { SIGN, answer, answerSign, choose, goOn, inCharge, result, startCheck, toResult, walk } from "./support/check.mjs";
import { AREAS, WORDS, item } from "./support/questionnaire.mjs";

const visit = visitor();
const PATH = { points: [3, 2, 2, 0, 0, 0, 1, 0, 0, 0], sign: SIGN.no };

visit("from the start page to the number of the local service", async ({ page }) => {
  await page.goto("");
  await page.getByRole("link", { name: "Check my drinking" }).last().click();
  await page.waitForURL("**/check/audit-c/");
  await inCharge(page);
  assert.equal(await progress(page), "Question 1 of 3");
  await answer(page, [3, 2, 2]);
  assert.equal(await progress(page), "Question 4 of 10");
  await answer(page, [0, 0, 0, 1, 0, 0, 0], { from: 4 });
  await answerSign(page, SIGN.no);
  const shown = await result(page);
  assert.deepEqual([shown.instrument, shown.score, shown.short], ["audit", 8, 7]);
  assert.equal(await page.locator("#next-step").count(), 1);
  await page.locator("#area").selectOption({ label: "Shropshire" });
  const { phone, name } = AREAS.find(({ id }) => id === "shropshire").service[0];
  const call = page.locator('[data-area="shropshire"]').locator(`a[href="tel:${phone.replaceAll(" ", "")}"]`);
  assert.ok(await call.isVisible());
  assert.match(await page.locator('[data-area="shropshire"]').innerText(), new RegExp(`${name}[^]*Compared with that source on`));
});

visit("every screen has its own title, its heading in focus, and its top in sight", async ({ page }) => {
  await startCheck(page);
  const titles = new Set([await page.title()]);
  for (const [place, value] of PATH.points.entries()) {
    await choose(page, place + 1, value);
    await goOn(page);
    await page.locator("[data-island] h1:focus").waitFor();
    titles.add(await page.title());
    assert.equal(await page.evaluate(() => scrollY), 0);
  }
  await answerSign(page, SIGN.no);
  await page.locator("#result h1:focus").waitFor();
  titles.add(await page.title());
  assert.equal(titles.size, 12);
  for (const title of titles) assert.match(title, / – Full check – Waymark$/);
});

visit("Back, the browser's Back and Forward keep every answer", async ({ page }) => {
  await startCheck(page);
  await answer(page, [3, 2, 1, 4]);
  await page.locator("a.govuk-back-link").click();
  await chosen(page, 4, 4);
  // The link is a step back, not another step on: the browser's own Back goes on from there.
  await page.goBack();
  await chosen(page, 3, 1);
  await page.goBack();
  await chosen(page, 2, 2);
  await page.goBack();
  await chosen(page, 1, 3);
  await page.goForward();
  await chosen(page, 2, 2);
  await goOn(page);
  await chosen(page, 3, 1);
});

visit("Back from the result keeps what was said about withdrawal signs", async ({ page }) => {
  await walk(page, PATH);
  await page.goBack();
  await page.locator(`#withdrawal-${SIGN.no}:checked`).waitFor();
});

visit("a Change link says what it changes, and Continue then leads back to the result", async ({ page }) => {
  await walk(page, PATH);
  await page.locator("#working summary").click();
  const before = await rows(page);
  assert.deepEqual(before.slice(0, 10).map(({ points }) => points), PATH.points);
  // What was said about signs adds nothing, but it decides what is advised, so it is shown too.
  assert.deepEqual(before.slice(10), [{ question: WORDS.sign.question, answer: WORDS.sign.no, points: null }]);
  const link = page.locator('#working a[href="#4"]');
  assert.equal(
    (await link.innerText()).replace(/\s+/g, " "),
    `Change your answer to question 4: ${item(4).short}`,
  );
  await link.click();
  await chosen(page, 4, 0);
  await choose(page, 4, 2);
  await goOn(page);
  await page.locator("#result").waitFor();
  assert.equal((await result(page)).score, 10);
  await page.locator("#working summary").click();
  const after = await rows(page);
  assert.deepEqual(after, before.with(3, { ...before[3], answer: item(4).options[2].label, points: 2 }));
});

visit("a reload starts again, and the page says so before it happens", async ({ page }) => {
  await startCheck(page);
  assert.ok(await page.getByText(WORDS.check.stays).isVisible());
  await answer(page, [3, 2, 1]);
  await page.reload();
  await inCharge(page);
  assert.equal(await progress(page), "Question 1 of 10");
  assert.equal(await page.locator("input:checked").count(), 0);
  assert.equal(new URL(page.url()).hash, "");
  await page.goBack();
  await page.locator('input[name="audit-1"]').first().waitFor();
});

visit("Start again forgets every answer, and Back does not bring them back", async ({ page }) => {
  await walk(page, PATH);
  assert.ok(await page.getByText(WORDS.result.stays).isVisible());
  await page.locator("#restart").click();
  await page.locator('input[name="audit-1"]').first().waitFor();
  assert.equal(await page.locator("input:checked").count(), 0);
  await page.goBack();
  await page.locator('input[name="audit-1"]').first().waitFor();
  assert.equal(await page.locator("#result, input:checked").count(), 0);
});

visit("after a low quick check the other 7 questions can be answered, and the first 3 count", async ({ page }) => {
  const short = await walk(page, { form: "audit-c", points: [2, 1, 1] });
  assert.deepEqual([short.instrument, short.score, short.band], ["audit-c", 4, "low"]);
  await page.locator("#go-on").click();
  assert.equal(await progress(page), "Question 4 of 10");
  await answer(page, [0, 0, 0, 0, 0, 2, 2], { from: 4 });
  await toResult(page);
  const shown = await result(page);
  assert.deepEqual([shown.instrument, shown.score, shown.short], ["audit", 8, 4]);
  assert.equal(await page.locator("#go-on").count(), 0);
});

visit("Never leads to items 9 and 10, as question 2 and 3 of 3", async ({ page }) => {
  await startCheck(page);
  await answer(page, [0]);
  await page.locator('input[name="audit-9"]').first().waitFor();
  assert.equal(await progress(page), "Question 2 of 3");
  await choose(page, 9, 0);
  await goOn(page);
  await page.locator('input[name="audit-10"]').first().waitFor();
  assert.equal(await progress(page), "Question 3 of 3");
  await choose(page, 10, 0);
  await goOn(page);
  await page.locator("#result").waitFor();
});

visit("choosing moves nothing by itself", async ({ page }) => {
  await startCheck(page);
  for (const points of [0, 4, 2]) {
    await choose(page, 1, points);
    await chosen(page, 1, points);
    assert.equal(await progress(page), "Question 1 of 10");
  }
});

visit("Continue with nothing chosen: a summary takes focus, says what to do and leads to the answers", async ({ page }) => {
  await startCheck(page);
  await answer(page, [3]);
  await goOn(page);
  const summary = page.locator(".govuk-error-summary:focus");
  await summary.waitFor();
  assert.match(await page.title(), /^Error: Question 2 of 10/);
  const message = page.locator("#audit-2-error");
  assert.match(await message.innerText(), new RegExp(WORDS.check.choose));
  const described = await page.locator("fieldset:has(h1)").getAttribute("aria-describedby");
  assert.ok(described.split(" ").includes("audit-2-error"));
  // Pressing again without an answer says it again.
  await goOn(page);
  await summary.waitFor();
  assert.match(await page.title(), /^Error: Question 2/);
  await summary.getByRole("link", { name: WORDS.check.choose }).click();
  await page.locator("#audit-2-0:focus").waitFor();
  await choose(page, 2, 1);
  await goOn(page);
  await page.locator('input[name="audit-3"]').first().waitFor();
  assert.match(await page.title(), /^Question 3/);
  assert.equal(await page.locator(".govuk-error-summary, .govuk-error-message").count(), 0);
});

/** Waits until an item shows this answer as chosen. */
function chosen(page, number, points) {
  const place = item(number).options.findIndex((option) => option.points === points);
  return page.locator(`#audit-${number}-${place}:checked`).waitFor();
}

function progress(page) {
  return page.locator(".app-progress__text").first().innerText();
}

/** The working: each answer with its points. */
function rows(page) {
  return page.locator("#working .app-answers__row").evaluateAll((rows) =>
    rows.map((row) => ({
      question: row.querySelector("dt").textContent,
      answer: row.querySelector(".app-answers__answer strong").textContent,
      points: JSON.parse(row.querySelector(".app-answers__answer span").textContent.match(/\d+/)?.[0] ?? "null"),
    })),
  );
}
