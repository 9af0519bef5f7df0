// Walks through a check the way a person does: by clicking labels and Continue.

import { option } from "./questionnaire.mjs";

/** The options of the question about withdrawal signs. */
export const SIGN = { yes: 0, no: 1, notSure: 2 };

/** Opens a check and waits until its program is in charge. */
export async function startCheck(page, form = "audit") {
  await page.goto(`check/${form}/`);
  await inCharge(page);
}

/** Waits until the program is in charge. */
export function inCharge(page) {
  return page.locator('[data-island="check"][data-ready]').waitFor();
}

/** Clicks the label of an item's option by its points. */
export function choose(page, number, points) {
  return page.locator(`label[for="audit-${number}-${option(number, points)}"]`).click();
}

/** Presses Continue. */
export function goOn(page) {
  return page.locator("#continue").click();
}

/**
 * Answers items in order by their points; -1 stands for an item that must not be asked. Each question has to
 * be there when its turn comes, so a rule that skips too much or too little stops the walk.
 */
export async function answer(page, points, { from = 1 } = {}) {
  for (const [place, value] of points.entries()) {
    if (value < 0) continue;
    await choose(page, from + place, value);
    await goOn(page);
  }
}

/** Answers the question about withdrawal signs. */
export async function answerSign(page, place) {
  await page.locator(`label[for="withdrawal-${place}"]`).click();
  await goOn(page);
}

/** Waits for the question about withdrawal signs or the result, and answers the question if it comes. */
export async function toResult(page, sign = SIGN.no) {
  const asked = page.locator('input[name="withdrawal"]').first();
  await page.locator('#result, input[name="withdrawal"]').first().waitFor();
  const was = (await asked.count()) > 0;
  if (was) await answerSign(page, sign);
  await page.locator("#result").waitFor();
  return { asked: was };
}

/** What the result says about itself. */
export function result(page) {
  return page.locator("#result").evaluate((section) => {
    const short = section.querySelector("#short-score");
    const steps = [...section.querySelectorAll("[data-step]")].map((step) => step.dataset.step);
    return {
      ...section.dataset,
      score: Number(section.dataset.score),
      short: short && Number(short.dataset.score),
      shortBand: short?.dataset.band ?? null,
      steps,
      next: section.querySelector("#next-step")?.dataset.step ?? null,
      warns: section.querySelector("#withdrawal-warning") !== null,
      signs: section.querySelector("#emergency-signs") !== null,
      text: section.innerText,
    };
  });
}

/**
 * Answers and goes on by the same events as clicks, but all in one task: nothing waits for a frame, so that
 * many sets of answers can be tried. Ends at the result, or where the answers do not fit the questions.
 */
export function hurry(page, points, sign = SIGN.no) {
  const options = points.map((value, place) => (value < 0 ? -1 : option(place + 1, value)));
  return page.evaluate(
    ([options, sign]) => {
      const press = (id) => {
        const label = document.querySelector(`label[for="${id}"]`);
        if (!label) throw new Error(`${id} is not asked`);
        label.click();
        document.querySelector("#continue").click();
      };
      options.forEach((option, place) => option >= 0 && press(`audit-${place + 1}-${option}`));
      const asked = document.querySelector('input[name="withdrawal"]') !== null;
      if (asked) press(`withdrawal-${sign}`);
      if (!document.querySelector("#result")) throw new Error("there is no result");
      return { asked };
    },
    [options, sign],
  );
}

/** Forgets everything and begins again, from a result. */
export async function restart(page) {
  await page.locator("#restart").evaluate((button) => button.click());
  await page.locator('input[name="audit-1"]').first().waitFor();
}

/** A whole check from its address to its result. */
export async function walk(page, { form = "audit", points, sign }) {
  await startCheck(page, form);
  await answer(page, points);
  const { asked } = await toResult(page, sign);
  return { asked, ...(await result(page)) };
}
