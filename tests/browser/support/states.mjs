// Every state of every island, and how a person gets there: what has to be looked at, scanned and measured.

import { SIGN, answer, goOn, hurry, inCharge, startCheck } from "./check.mjs";
import * as find from "./find.mjs";
import * as guidance from "./guidance.mjs";
import * as kept from "./kept.mjs";
import * as path from "./path.mjs";

const NEVER = [0, -1, -1, -1, -1, -1, -1, -1];

/** A state is a name and the way to it. The way ends when everything is on the screen. */
export const STATES = [
  { name: "question", reach: (page) => startCheck(page) },
  {
    name: "search",
    async reach(page) {
      await page.goto("search/");
      await page.locator('[data-island="search"][data-files]').waitFor();
      await page.locator("#search-what").fill("codiene on a bad night");
      await page.locator("#hits ul").first().waitFor();
    },
  },
  {
    name: "policy",
    async reach(page) {
      await page.goto("schools/policy/");
      await page.locator('[data-island="policy"][data-ready]').waitFor();
      await page.locator("#q-sort-primary").check();
      await page.locator('[data-section="scope"]').fill("Our own words.");
      await page.locator('[data-changed="scope"]').waitFor();
      await page.locator("#on-scope summary").click();
    },
  },
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
    name: "question-kept",
    async reach(page) {
      await startCheck(page);
      await answer(page, [3, 2]);
      await page.locator("#keep-place").click();
      await page.locator("#keep-place", { hasText: "Forget" }).waitFor();
    },
  },
  {
    name: "question-together",
    async reach(page) {
      await page.goto("check/");
      await page.locator('[data-start="together"]').click();
      await page.waitForURL("**/check/audit/");
      await inCharge(page);
    },
  },
  {
    name: "take",
    async reach(page) {
      await startCheck(page);
      await hurry(page, [4, 4, 4, 4, 4, 4, 4, 4, 4, 4]);
      for (const id of ["notes", "code", "reminder", "keep", "fhir"]) await page.locator(`#take-${id}-open`).click();
      await page.locator("#take-keep-save").click();
      await page.locator("#take-matters").fill("Sleep");
      await page.locator('label[for="take-question-0"]').click();
    },
  },
  young("result-young", [2, 2, 1, 0, 0, 0, 1, 0, 0, 0]),
  young("result-young-sign", [3, 2, 2, 0, 0, 1, 0, 0, 0, 0]),
  few("result-fast-negative", "fast", [1, 1, 0, 0]),
  few("result-fast-positive", "fast", [3]),
  few("result-m-sasq-positive", "m-sasq", [2]),
  {
    name: "failed",
    async reach(page) {
      await startCheck(page);
      await answer(page, [3]);
      await fail(page);
    },
  },
  { name: "path-question", reach: (page) => path.startPath(page, "someone") },
  {
    name: "path-question-error",
    async reach(page) {
      await path.startPath(page, "drugs");
      await path.answer(page, "which", 4, 5);
      await path.goOn(page);
      await page.locator(".govuk-error-summary:focus").waitFor();
    },
  },
  advised("path-advice-danger", "someone", { safe: ["I am not safe", "I think a child", "They may hurt"] }),
  advised("path-advice", "someone", { safe: ["No, "], now: ["No"], who: ["My child"], about: ["Alcohol"], want: ["No"] }),
  advised("path-advice-never-stop", "medicines", {
    which: ["Strong painkillers", "Diazepam"],
    from: ["Online"],
    how: ["More than"],
    ill: ["Yes"],
    you: ["I am under 18"],
  }),
  advised("path-advice-use-less", "drugs", { which: ["Cannabis"], mix: ["No"], often: ["Less often"], you: ["None of these"] }),
  {
    name: "path-failed",
    async reach(page) {
      await path.startPath(page, "medicines");
      await path.answer(page, "which", 0, 3);
      await fail(page);
    },
  },
  {
    name: "find",
    async reach(page) {
      await find.open(page);
      await find.type(page, "SY1 2AQ");
    },
  },
  {
    name: "find-narrow",
    async reach(page) {
      await find.open(page);
      await find.type(page, "NE31 1NU");
      await find.tick(page, "kind.pharmacy");
      const first = page.locator("#results > li").first();
      await first.locator("[aria-expanded]").click();
      await first.locator("[aria-pressed]").click();
      await page.locator("#map-open").click();
      await page.locator(".app-map__drawing").waitFor();
      await page.locator("#shortlist-open").click();
    },
  },
  {
    name: "find-elsewhere",
    async reach(page) {
      await find.open(page);
      await find.type(page, "M1 1AE");
      await page.locator("#find-nhs").waitFor();
    },
  },
  {
    name: "kept",
    async reach(page) {
      const warned = kept.on("2026-08-20").replace('"signs": "no"', '"signs": "yes"');
      const [newest, , , gone] = await kept.list(page, [kept.FIRST, kept.on("2026-02-01"), warned, kept.on("2026-05-03"), "nonsense"]);
      await page.locator(`#delete-${gone}`).click();
      await page.locator(`#open-${newest}`).click();
      await page.locator("#all").click();
    },
  },
  {
    name: "quiz",
    async reach(page) {
      await guidance.open(page, "quiz");
      for (let place = 0; place < 10; place += 1) await page.locator(`#true-${place}`).click();
      await page.locator("#quiz-again").waitFor();
    },
  },
  { name: "quiz-start", reach: (page) => guidance.open(page, "quiz") },
  { name: "class-quiz", reach: (page) => guidance.open(page, "class-quiz") },
  classQuiz("class-quiz-shown", ["3", "12", "", "9"]),
  classQuiz("class-quiz-error", ["3", "many", "", ""]),
  { name: "clock", reach: (page) => guidance.open(page, "steps") },
  {
    name: "clock-on",
    async reach(page) {
      await guidance.open(page, "steps");
      await page.locator("#steps-first").click();
      await page.locator("#steps-clock").waitFor();
    },
  },
  {
    name: "plan",
    async reach(page) {
      await guidance.open(page, "plan");
      await page.locator("#part-start").fill("x".repeat(2_001));
      await page.locator("#plan-keep").click();
    },
  },
  {
    name: "plan-other",
    async reach(page) {
      await page.goto("404.html");
      await page.evaluate(() => localStorage.setItem("waymark-kept-plan", '{"waymark":1,"kind":"plan","parts":[["start","A door"]]}'));
      await guidance.open(page, "plan");
      await page.locator("#part-start").fill("Nan");
      await page.evaluate(() => localStorage.setItem("waymark-kept-plan", '{"waymark":1,"kind":"plan","parts":[["call","Jo"]]}'));
      await page.locator("#part-call").fill("Nan");
      await page.locator("#plan-mine").waitFor();
    },
  },
  {
    name: "kept-plan",
    reach: (page) => kept.list(page, [["waymark-kept-plan", '{"waymark":1,"kind":"plan","parts":[["start","A door"]]}']]),
  },
];

/** What the console says in the state "failed", which is reached by an error. */
export const EXPECTED = [/RuntimeError/];

/** A statement of the quiz for a class, with hands. */
function classQuiz(name, hands) {
  return {
    name,
    async reach(page) {
      await guidance.open(page, "class-quiz");
      await guidance.begin(page, 1, hands);
    },
  };
}

/** A finished check of someone of 16 or 17. */
function young(name, points) {
  return {
    name,
    async reach(page) {
      await startCheck(page);
      await page.locator('[data-start="young"]').click();
      await page.locator(".app-mode").waitFor();
      await inCharge(page);
      await hurry(page, points);
    },
  };
}

/** A finished check of another instrument, by the places of its options. */
function few(name, form, options) {
  return {
    name,
    async reach(page) {
      await startCheck(page, form);
      for (const [place, option] of options.entries()) {
        await page.locator(`label[for="${form}-${place + 1}-${option}"]`).click();
        await goOn(page);
      }
      await page.locator("#result").waitFor();
    },
  };
}

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

/** Ends the program the way a panic in it does. */
async function fail(page) {
  await page.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError("unreachable");
    });
  });
  await page.locator("[data-failed]:visible").waitFor();
}

function advised(name, page, answers) {
  return {
    name,
    async reach(at) {
      await path.startPath(at, page);
      for (const [id, options] of Object.entries(path.places(page, answers))) await path.answer(at, id, ...options);
      await at.locator("#advice h2:focus").waitFor();
    },
  };
}
