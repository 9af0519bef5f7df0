// Questions without a score: the ways through them, by click and by keyboard, and that the words stay in the page.

import assert from "node:assert/strict";

import { visitor } from "./support/browser.mjs";
import { hold } from "./support/faults.mjs";
import { PATHS, advice, answer, goOn, inCharge, isAsked, places, startPath, walk } from "./support/path.mjs";
import { WORDS } from "./support/questionnaire.mjs";

const visit = visitor();

/** A full way through "worried about someone": one answer each, and what it leads to. */
const WAY = places("someone", { safe: ["No, "], now: ["No"], who: ["My partner"], about: ["Alcohol", "Drugs"], want: ["No"] });
const ID = (id, place = 0) => `${id}-${WAY[id][place]}`;

async function goThrough(page, way) {
  for (const [id, options] of Object.entries(way)) await answer(page, id, ...options);
  await page.locator("#advice h2:focus").waitFor();
}

visit("one question a screen, then the pieces that fit, the most pressing first", async ({ page }) => {
  await startPath(page, "someone");
  for (const [place, [id, options]] of Object.entries(WAY).entries()) {
    await isAsked(page, id);
    assert.match(await page.title(), new RegExp(`^Question ${place + 1} of at most 5 – Worried about someone – Waymark$`));
    assert.equal(await page.locator(".app-path__opening").isVisible(), place === 0);
    assert.ok(await page.locator("#advice").isHidden());
    await answer(page, id, ...options);
    if (place < 4) await page.locator("fieldset h2:focus").waitFor();
    assert.equal(await page.evaluate(() => scrollY), 0);
  }
  await page.locator("#advice h2:focus").waitFor();
  assert.equal(new URL(page.url()).hash, "#advice");
  assert.equal(await page.title(), `${WORDS.path.advice} – Worried about someone – Waymark`);
  const { shown } = walk(PATHS.someone, ({ id }) => WAY[id]);
  assert.deepEqual(await advice(page), shown);
  assert.equal(await page.locator("[data-question]:visible").count(), 0);
  assert.ok(await page.locator("#print").isVisible());
  assert.equal(await page.locator("[data-score], [data-band], #result").count(), 0);
});

visit("whoever is in danger is asked nothing more", async ({ page }) => {
  await startPath(page, "someone");
  const { safe } = places("someone", { safe: ["I am not safe"] });
  await answer(page, "safe", ...safe);
  await page.locator("#advice h2:focus").waitFor();
  const { asked, shown } = walk(PATHS.someone, () => safe);
  assert.deepEqual(asked, ["safe"]);
  assert.deepEqual(await advice(page), shown);
  assert.equal(shown[0], "not-safe");
});

for (const [name, path] of Object.entries(PATHS)) {
  visit(`${name}: every option, alone and beside others, shows what its file says, and no tip beside a warning`, async ({ page }) => {
    await startPath(page, name);
    const kind = Object.fromEntries(path.pieces.map(({ id, kind }) => [id, kind]));
    const seen = new Set();
    for (const choose of ways(path)) {
      const { asked, shown } = walk(path, choose);
      const given = asked.map((id) => [id, choose(path.questions.find((question) => question.id === id))]);
      assert.deepEqual(await hurry(page, given), shown, JSON.stringify(given));
      const kinds = shown.map((id) => kind[id]);
      assert.ok(!(kinds.includes("never-stop") && kinds.includes("cutting-down")), JSON.stringify(given));
      for (const id of shown) seen.add(id);
    }
    assert.equal(seen.size, path.pieces.length, "a piece that no way shows");
  });
}

/** Ways to answer: for each option of each question one in which it is chosen, alone and, where several may be, with a neighbour. */
function ways({ questions }) {
  const ways = [];
  for (const { id, many, option } of questions) {
    for (const place of option.keys()) {
      // What else is answered turns with it, so that many combinations come up.
      for (const turn of [0, 1, 2, 3]) {
        ways.push((question) => {
          const last = question.option.length - 1;
          if (question.id !== id) return [Math.max(0, last - turn)];
          const beside = (place + 1) % option.length;
          const together = many && turn % 2 === 1 && ![place, beside].some((n) => option[n].alone);
          return together ? [place, beside] : [place];
        });
      }
    }
  }
  return ways;
}

/** Answers by the events of clicks, all in one task, reads the advice, and starts again. */
function hurry(page, given) {
  return page.evaluate((given) => {
    for (const [id, options] of given) {
      if (document.querySelector(`[data-question="${id}"]`).hidden) throw new Error(`${id} is not asked`);
      for (const option of options) document.querySelector(`label[for="${id}-${option}"]`).click();
      document.querySelector("#next").click();
    }
    if (document.querySelector("#advice").hidden) throw new Error("there is no advice yet");
    const shown = [...document.querySelectorAll("#advice > .app-card, #advice > .app-panel")].filter((piece) => !piece.hidden);
    document.querySelector("#restart").click();
    return shown.map(({ id }) => id);
  }, given);
}

visit("an option that excludes the others takes their place, and they take its", async ({ page }) => {
  await startPath(page, "drugs");
  const { option } = PATHS.drugs.questions[0];
  const alone = option.findIndex((option) => option.alone);
  for (const place of [0, 1]) await page.locator(`label[for="which-${place}"]`).click();
  await page.locator(`label[for="which-${alone}"]`).click();
  assert.deepEqual(await chosen(page), [`which-${alone}`]);
  await page.locator('label[for="which-1"]').click();
  assert.deepEqual(await chosen(page), ["which-1"]);
  await page.locator('label[for="which-1"]').click();
  assert.deepEqual(await chosen(page), []);
});

visit("Continue with nothing chosen: a summary takes focus, says what to do and leads to the answers", async ({ page }) => {
  await startPath(page, "someone");
  for (const [id, many] of [["safe", true], ["now", false]]) {
    await goOn(page);
    const summary = page.locator(".govuk-error-summary:focus");
    await summary.waitFor();
    const message = many ? WORDS.path["choose-many"] : WORDS.check.choose;
    assert.match(await page.title(), /^Error: Question \d of at most 5/);
    await goOn(page);
    assert.match(await page.title(), /^Error: Question/, "and not twice");
    assert.match(await page.locator(`#${id}-error`).innerText(), new RegExp(message));
    const described = await page.locator(`[data-question="${id}"] fieldset`).getAttribute("aria-describedby");
    assert.ok(described.split(" ").includes(`${id}-error`));
    await summary.getByRole("link", { name: message }).click();
    await page.locator(`#${id}-0:focus`).waitFor();
    assert.doesNotMatch(page.url(), /#[a-z]/);
    await answer(page, id, WAY[id][0]);
    assert.match(await page.title(), /^Question/);
    assert.equal(await page.locator(".govuk-error-summary:visible, .govuk-error-message:visible").count(), 0);
  }
});

visit("Back, the browser's Back and Forward keep every answer, and another answer takes another way", async ({ page }) => {
  await startPath(page, "someone");
  await goThrough(page, WAY);
  await page.locator("a.govuk-back-link").click();
  await page.locator(`#${ID("want")}:checked`).waitFor();
  await isAsked(page, "want");
  // The link is a step back, not another step on: the browser's own Back goes on from there.
  await page.goBack();
  await isAsked(page, "about");
  assert.deepEqual(await chosen(page, ":visible"), [ID("about"), ID("about", 1)]);
  await page.goBack();
  await page.goForward();
  await isAsked(page, "about");
  await page.goBack();
  await page.goBack();
  await isAsked(page, "now");
  const { now } = places("someone", { now: ["Yes"] });
  await answer(page, "now", ...now);
  await page.locator("#advice h2:focus").waitFor();
  const { shown } = walk(PATHS.someone, ({ id }) => ({ ...WAY, now })[id]);
  assert.deepEqual(await advice(page), shown, "what was answered on the first way counts nothing");
});

visit("the skip link leads on and keeps the question, and Back still goes to the one before", async ({ page }) => {
  const skip = async () => {
    await page.locator(".govuk-skip-link").focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash !== "#main-content");
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement.matches("main a.govuk-back-link")), "past the menu");
  };
  await startPath(page, "someone");
  await skip();
  await answer(page, "safe", ...WAY.safe);
  await isAsked(page, "now");
  await page.locator("a.govuk-back-link").click();
  await isAsked(page, "safe");
  await page.locator(`#${ID("safe")}:checked`).waitFor();
  await goOn(page);
  await isAsked(page, "now");
  await skip();
  await isAsked(page, "now");
  await page.locator("a.govuk-back-link").click();
  await isAsked(page, "safe");
});

visit("a reload starts again, and an address cannot jump ahead", async ({ page }) => {
  await startPath(page, "someone");
  await goThrough(page, WAY);
  assert.ok(await page.getByText(WORDS.path.stays).isVisible());
  await page.reload();
  await inCharge(page);
  await isAsked(page, "safe");
  assert.equal(await page.locator("input:checked").count(), 0);
  assert.equal(new URL(page.url()).hash, "");
});

visit("Start again forgets every answer, and Back does not bring them back", async ({ page }) => {
  await startPath(page, "someone");
  await goThrough(page, WAY);
  await page.locator("#restart").click();
  await isAsked(page, "safe");
  assert.equal(await page.locator("input:checked").count(), 0);
  await page.goBack();
  await isAsked(page, "safe");
  assert.ok(await page.locator("#advice").isHidden());
});

visit("with nothing but a keyboard", async ({ page }) => {
  await startPath(page, "someone");
  const tabTo = async (selector) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
    }
    assert.fail(`${selector} cannot be reached`);
  };
  for (const [id, [place]] of Object.entries(WAY)) {
    await isAsked(page, id);
    const many = PATHS.someone.questions.find((question) => question.id === id).many;
    // Checkboxes are a stop each; of radio buttons the first is, and arrows go on from it.
    await tabTo(many ? `#${id}-${place}` : `input[name="${id}"]`);
    await page.keyboard.press("Space");
    if (!many) for (let step = 0; step < place; step += 1) await page.keyboard.press("ArrowDown");
    await page.locator(`#${id}-${place}:checked:focus`).waitFor();
    await tabTo("#next");
    await page.keyboard.press("Enter");
  }
  await page.locator("#advice h2:focus").waitFor();
  await tabTo('#who-to-call a[href^="tel:"]');
  await tabTo("#restart");
  await page.keyboard.press("Space");
  await isAsked(page, "safe");
});

visit("a page translator's words stay, through all screens", async ({ page }) => {
  await startPath(page, "someone");
  await page.evaluate(() => {
    for (const part of document.querySelectorAll("[data-island] h1, [data-island] h2, [data-island] label")) {
      const font = document.createElement("font");
      font.textContent = `xx ${part.textContent}`;
      part.replaceChildren(font);
    }
  });
  await goThrough(page, WAY);
  for (const heading of await page.locator("#advice h2:visible").allInnerTexts()) {
    if (heading !== WORDS.page.sources) assert.match(heading, /^xx /);
  }
  await page.goBack();
  await isAsked(page, "want");
  assert.match(await page.locator('label[for="want-0"]').innerText(), /^xx /);
});

/** The ids of what is chosen. */
function chosen(page, where = "") {
  return page.locator(`input:checked${where}`).evaluateAll((inputs) => inputs.map(({ id }) => id));
}

visit("what was ticked before the program came is held together: saying something counts more than “nothing”", async ({ page }) => {
  const { release } = await hold(page, "**/assets/*.wasm");
  await page.goto("check/drugs/", { waitUntil: "commit" });
  const first = page.locator("fieldset").first();
  const alone = first.locator("input[data-behaviour]");
  await first.locator("label", { hasText: "Heroin" }).click();
  await first.locator(`label[for="${await alone.getAttribute("id")}"]`).click();
  release();
  await inCharge(page);
  assert.equal(await alone.isChecked(), false);
  await goOn(page);
  assert.equal(await page.locator("#advice").isVisible(), false, "the questions after it are asked");
});
