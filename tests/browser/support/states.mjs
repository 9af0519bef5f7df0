// Every state of every island, and how a person gets there: what has to be looked at, scanned and measured.

import { SIGN, answer, goOn, hurry, startCheck } from "./check.mjs";

const NEVER = [0, -1, -1, -1, -1, -1, -1, -1];

/** A state is a name and the way to it. The way ends when everything is on the screen. */
export const STATES = [
  { name: "question", reach: (page) => startCheck(page) },
  {
    name: "question-error",
    async reach(page) {
      await startCheck(page);
      await goOn(page);
      await page.locator(".govuk-error-summary:focus").waitFor();
    },
  },
  {
    name: "count",
    async reach(page) {
      await startCheck(page);
      await answer(page, [3]);
      await page.locator("#help-me-count summary").click();
      for (const id of ["pint", "pint", "large-wine"]) await page.locator(`#add-${id}`).click();
      await page.locator("#own-ml").fill("330");
      await page.locator("#own-abv").fill("5");
      await page.locator("#own-abv").press("Enter");
      await page.locator(".app-count__own-list li").waitFor();
      await page.locator("#own-ml").fill("a can");
      await page.locator("#own-ml").press("Enter");
      await page.locator("#own-ml.govuk-input--error:focus").waitFor();
    },
  },
  {
    name: "question-4",
    async reach(page) {
      await startCheck(page, "audit-c");
      await answer(page, [4, 2, 3]);
      await page.locator("#audit-4-0").waitFor();
    },
  },
  {
    name: "withdrawal",
    async reach(page) {
      await startCheck(page);
      await answer(page, [3, 2, 2, 0, 0, 0, 1, 0, 0, 0]);
      await page.locator("#withdrawal-0").waitFor();
    },
  },
  finished("result-not-drinking", [...NEVER, 0, 0]),
  finished("result-not-drinking-harm", [...NEVER, 4, 4]),
  finished("result-low", [2, 1, 0], { form: "audit-c" }),
  finished("result-low-near", [4, 0, 0], { form: "audit-c" }),
  finished("result-low-harm", [1, 0, 0, -1, -1, -1, -1, -1, 4, 0]),
  finished("result-week-leads", [3, 2, 0, 0, 0, 0, 0, 0, 0, 0]),
  finished("result-increasing", [3, 2, 2, 0, 0, 0, 1, 0, 0, 0], { form: "audit-c" }),
  finished("result-higher", [4, 3, 3, 1, 1, 0, 2, 2, 0, 0]),
  finished("result-sign", [3, 2, 2, 0, 0, 0, 1, 0, 0, 0], { sign: SIGN.notSure }),
  finished("result-morning", [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]),
  finished("result-possible-dependence", [4, 4, 4, 4, 4, 4, 4, 4, 4, 4], { area: "shropshire", working: true }),
  {
    name: "failed",
    async reach(page) {
      await startCheck(page);
      await answer(page, [3]);
      await page.evaluate(() => {
        setTimeout(() => {
          throw new WebAssembly.RuntimeError("unreachable");
        });
      });
      await page.locator("[data-failed]:visible").waitFor();
    },
  },
];

/** What the console says in the state "failed", which is reached by an error. */
export const EXPECTED = [/RuntimeError/];

function finished(name, points, { form = "audit", sign, area = "elsewhere", working = false } = {}) {
  return {
    name,
    async reach(page) {
      await startCheck(page, form);
      await hurry(page, points, sign);
      await page.locator("#area").selectOption(area);
      await page.locator(`[data-area="${area}"]`).waitFor();
      if (working) await page.locator("#working summary").click();
    },
  };
}
