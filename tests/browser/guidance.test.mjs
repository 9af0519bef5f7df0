// The islands of guidance: they add to their pages, take nothing away, keep nothing, and ask the network for nothing.

import assert from "node:assert/strict";

import { visitor } from "./support/browser.mjs";
import { hold, panic } from "./support/faults.mjs";
import { ADDRESSES, begin, count, focused, open, prose } from "./support/guidance.mjs";
import { sheetsOf } from "./support/paper.mjs";
import { WORDS } from "./support/questionnaire.mjs";
import { network, stored } from "./support/traces.mjs";

const visit = visitor();
const { quiz: QUIZ, "class-quiz": CLASS } = WORDS;
const DOWNLOAD = [/Failed to load resource/, /integrity/i, /wasm/i];
const failed = WORDS.guidance.failed.replace("{link}", WORDS.check.reload);

/** Does something in each island that its program would have to undo. */
const USE = {
  quiz: (page) => page.locator("#true-0").click(),
  "class-quiz": (page) => begin(page, 1, ["3", "12", "", "9"]),
  steps: (page) => page.locator("#steps-first").click(),
  plan: (page) => page.locator("#part-start").fill("A door"),
};

for (const [island, address] of Object.entries(ADDRESSES)) {
  visit(`${island}: without a script the page is whole and has no button that does nothing`, { javaScriptEnabled: false }, async ({ page }) => {
    await page.goto(address);
    assert.ok(await page.locator(".app-prose h2").count() > 2);
    assert.equal(await page.locator("main :is(button, input, textarea):visible, [data-failed]:visible").count(), 0);
  });

  visit(`${island}: with the program blocked, and after a fault in it, the page is as it was published and says so`, { allow: [...DOWNLOAD, /RuntimeError/] }, async ({ page }) => {
    const { release } = await hold(page, "**/assets/*.wasm", (route) => route.abort("blockedbyclient"));
    await page.goto(address);
    const published = await prose(page);
    release();
    await page.getByText(failed).waitFor();
    assert.equal(await prose(page), published);
    await page.unroute("**/assets/*.wasm");

    await open(page, island);
    assert.notEqual(await prose(page), published);
    await USE[island](page);
    await panic(page);
    await page.getByText(failed).waitFor();
    assert.equal(await prose(page), published);
    assert.equal(await page.locator(".app-prose").evaluate((part) => [...part.children].filter((child) => child.offsetHeight === 0).length), 0);
  });

  visit(`${island}: what is chosen and typed is in no address, title, request or store`, async ({ page, context }) => {
    const asked = await network(context, page, () => open(page, island));
    const before = await page.evaluate(() => [location.href, document.title, history.length, JSON.stringify(history.state)]);
    await USE[island](page);
    assert.deepEqual(await page.evaluate(() => [location.href, document.title, history.length, JSON.stringify(history.state)]), before);
    assert.deepEqual([asked, await stored(page), await context.cookies()], [[], [], []]);
  });

  for (const fontSize of ["100%", "200%"]) {
    visit(`${island}: nothing is wider than a screen of 320 pixels, with text at ${fontSize}, and what is pressed is large enough`, { viewport: { width: 320, height: 640 } }, async ({ page }) => {
      await open(page, island);
      await page.locator("html").evaluate((root, fontSize) => (root.style.fontSize = fontSize), fontSize);
      const narrow = async () => assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), await widest(page));
      await narrow();
      await USE[island](page);
      await narrow();
      const heights = await page.locator("main :is(button, input, textarea, summary):visible").evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().height));
      assert.ok(heights.every((height) => height >= 47.5), String(heights));
    });
  }
}

/** What sticks out, for whoever has to mend it. */
const widest = (page) => page.evaluate(() => [...document.querySelectorAll("main *")].filter((part) => part.getBoundingClientRect().right > 320).map((part) => part.outerHTML.slice(0, 90)).join("\n"));

const facts = (page) => page.locator("[data-answer]").evaluateAll((parts) => parts.map((part) => part.dataset.answer === "true"));
const said = (page, place) => page.locator(`#said-${place}`).innerText();

visit("quiz: a guess opens the facts and says in words how they compare, by keys alone, and at the end how many were the same", async ({ page }) => {
  await open(page, "quiz");
  const true_ = await facts(page);
  assert.equal(true_.length, 10);
  const named = page.getByRole("group", { name: QUIZ.guess.replace("{statement}", await page.locator("#most-drink").innerText()) });
  assert.equal(await named.getByRole("button").count(), 2);
  const sentences = { "true true": "true-is-true", "true false": "true-is-not", "false false": "false-is-not", "false true": "false-is-true" };
  // "True" every time but for the last two.
  for (const [place, fact] of true_.entries()) {
    const guess = place < 8;
    await page.locator(`#${guess}-${place}`).focus();
    await page.keyboard.press("Enter");
    const line = `${QUIZ[sentences[`${guess} ${fact}`]]} ${QUIZ.progress.replace("{n}", place + 1).replace("{of}", 10)}`;
    assert.equal(await said(page, place), line);
    assert.equal(await focused(page), `said-${place}`);
    assert.ok(await page.locator("[data-answer]").nth(place).locator(".govuk-details__text").isVisible());
    assert.ok(await page.locator(`#quiz-${place}`).isHidden(), "it is guessed once");
    if (place < 9) assert.equal(await page.locator("#quiz-result").innerText(), "");
  }
  const same = true_.filter((fact, place) => fact === place < 8).length;
  const result = page.getByRole("status").filter({ hasText: QUIZ.over.replace("{of}", 10) });
  assert.equal(await result.innerText(), `${QUIZ.over.replace("{of}", 10)} ${QUIZ.same.other.replace("{n}", same)}`);
  await page.keyboard.press("Tab");
  await page.locator("#quiz-again").click();
  assert.equal(await focused(page), "true-0");
  assert.equal(await page.locator("fieldset:visible").count(), 10);
  assert.equal(await page.locator("[data-answer][open], [id^=said-]:visible").count(), 0);
  assert.equal(await page.locator("#quiz-result").innerText(), "");
});

visit("quiz: on paper every fact is there and no button", async ({ page }) => {
  await open(page, "quiz");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("main button:visible").count(), 0);
  assert.equal(await page.locator("[data-answer] .govuk-details__text:visible").count(), 10);
});

visit("class quiz: a statement, a show of hands, the true number with its bar, year and place; the tables are out of sight meanwhile", { viewport: { width: 1280, height: 720 } }, async ({ page }) => {
  await open(page, "class-quiz");
  const table = (n) => page.locator("main table").nth(n).locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
  const [young, older] = [await table(0), await table(1)];
  assert.ok(await page.getByText(CLASS["nothing-kept"]).isVisible());
  await page.getByRole("group", { name: CLASS.choose }).getByRole("button", { name: "Ages 11 to 14" }).press("Enter");
  assert.equal(await page.locator("main table:visible, .app-prose h2:visible").count(), 1, "only its own heading");
  const all = [...older, ...young];
  for (const [place, [statement, number, group]] of all.entries()) {
    assert.equal(await focused(page), "class-ask");
    assert.equal(await page.locator("#class-ask").innerText(), `${CLASS["how-many"]} ${statement}?`);
    const stage = await page.locator("#class-stage").innerText();
    for (const part of [CLASS.progress.replace("{n}", place + 1).replace("{of}", all.length), group, CLASS["nothing-kept"]]) assert.ok(stage.includes(part), part);
    assert.ok(!stage.includes(CLASS.number.replace("{n}", number)), "not before it is asked for");
    if (place === 0) await count(page, ["3", "12", "", "9"]);
    await page.locator("#hands-3").press("Enter");
    assert.equal(await focused(page), "class-answer");
    const answer = await page.locator("#class-answer").innerText();
    assert.ok(answer.includes(CLASS.number.replace("{n}", number)) && answer.includes(group), answer);
    assert.equal(answer.includes(CLASS.near.split("{of}")[1].replace("}", "").trim()), place === 0, "hands need not be counted");
    const bars = await page.locator("#class-answer rect").evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width / bar.parentNode.getBoundingClientRect().width));
    assert.ok(Math.abs(bars[0] - Number(number.match(/\d+/)) / 100) < 0.02, String(bars));
    assert.equal(bars.length, place === 0 ? 5 : 1);
    if (place === 0) {
      // 63 of 100: nobody was there, and half of the 24 hands were at 26 to 50.
      assert.deepEqual(bars.slice(1).map((bar) => Math.round(bar * 24)), [3, 12, 0, 9]);
      assert.ok(answer.includes(CLASS.near.replace("{n}", "0").replace("{of}", "24")), answer);
      assert.ok(/51 to 75: 0 hands \(true number\)/.test(answer), answer);
    }
    if (place + 1 < all.length) await page.locator("#class-next").press("Enter");
  }
  assert.equal(await page.locator("#class-next").count(), 0);
  await page.locator("#class-back").press("Enter");
  assert.equal(await page.locator("#class-ask").innerText(), `${CLASS["how-many"]} ${all.at(-2)[0]}?`);
  assert.ok(await page.locator("#class-answer").isVisible(), "what was shown stays shown");
  await page.locator("#class-end").press("Enter");
  assert.equal(await focused(page), "class-title");
  assert.equal(await page.locator("main table:visible").count(), 4);
});

visit("class quiz: what is no count of hands is said where it is, and nothing is shown or lost", async ({ page }) => {
  await open(page, "class-quiz");
  await begin(page, 0, ["4", "many", "", "1"]);
  assert.equal(await page.locator("#class-wrong").innerText(), CLASS.wrong.replace("{range}", "26 to 50"));
  assert.equal(await focused(page), "hands-1");
  assert.deepEqual(await page.locator("[aria-invalid=true]").evaluateAll((all) => all.map(({ id }) => id)), ["hands-1"]);
  assert.deepEqual(await page.locator("#class-form input").evaluateAll((all) => all.map(({ value }) => value)), ["4", "many", "", "1"]);
  assert.equal(await page.locator("#class-answer").count(), 0);
});

visit("class quiz: a class never sees what is for older pupils", async ({ page }) => {
  await open(page, "class-quiz");
  await begin(page, 0);
  const seen = [];
  for (let more = true; more; ) {
    seen.push(await page.locator("#class-ask").innerText());
    more = (await page.locator("#class-next").count()) === 1;
    if (more) await page.locator("#class-next").click();
  }
  assert.equal(seen.length, 5);
  for (const word of ["drug", "cannabis", "drunk", "units"]) assert.ok(!seen.join().includes(word), word);
});

visit("class quiz: paper has the tables and not the stage, also in the middle of a round", async ({ page }) => {
  await open(page, "class-quiz");
  await begin(page, 3, ["10", "", "", ""]);
  await page.emulateMedia({ media: "print" });
  assert.deepEqual([await page.locator("main table:visible").count(), await page.locator(".app-class:visible").count()], [4, 0]);
});

visit("class quiz: bars can be told apart in colours that a person forces", { forcedColors: "active" }, async ({ page }) => {
  await open(page, "class-quiz");
  await begin(page, 0, ["", "5", "", ""]);
  const [fill, ground] = await page.locator("#class-answer svg").first().evaluate((bar) => [getComputedStyle(bar.firstElementChild).fill, getComputedStyle(document.body).backgroundColor]);
  assert.notEqual(fill, ground);
});

visit("on paper each emergency is one sheet, with whom to call, the steps and the day", { javaScriptEnabled: false }, async ({ page }) => {
  await page.goto("emergency/");
  const links = await page.locator("main a[href^='/emergency/']").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  const paths = [...new Set(links)].filter((path) => /^\/emergency\/[a-z-]+\/$/.test(path));
  assert.equal(paths.length, 8);
  for (const path of paths) {
    await page.goto(path);
    assert.equal(await sheetsOf(page), 1, path);
    await page.emulateMedia({ media: "print" });
    for (const part of [".app-card--emergency", ".app-card--steps", ".app-crisis__lines", ".app-sources p:last-child"]) assert.ok(await page.locator(part).first().isVisible(), `${path} ${part}`);
    await page.emulateMedia({ media: null });
  }
});

visit("long pages for classes and waiting rooms take few sheets, with whom to call on the last", { javaScriptEnabled: false }, async ({ page }) => {
  const most = { "drugs/heroin/": 5, "schools/lessons-14-to-16/": 5, "families/signs/": 4, "professionals/": 2 };
  for (const [path, sheets] of Object.entries(most)) {
    await page.goto(path);
    const all = await sheetsOf(page);
    assert.ok(all <= sheets, `${path}: ${all}`);
    await page.emulateMedia({ media: "print" });
    for (const call of ["999", "111", "116123", "08001111"]) assert.ok(await page.locator(`footer a[href="tel:${call}"]`).isVisible());
    await page.emulateMedia({ media: null });
  }
});
