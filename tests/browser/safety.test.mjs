// What a result may never do, for many sets of answers: invariant 10, and S2 to S6 of the product's standards.

import assert from "node:assert/strict";

import { visitor } from "./support/browser.mjs";
import { SIGN, answer, choose, goOn, hurry, restart, result, startCheck, toResult, walk } from "./support/check.mjs";
import { AREAS, AUDIT, item } from "./support/questionnaire.mjs";

const visit = visitor();

/** Ways of changing alone: none of them belongs beside a withdrawal warning. */
const CUTTING_DOWN = ["drink-free-days", "smaller-weaker", "plan-instead"];
/** The words of a goal, a diary or a tip, should one come in without its attribute. */
const ALONE = /drink-free|two days|smaller|weaker|set a goal|diary|plan for|cut(ting)? down (by|to)|half in place/i;
/** Praise, as S4 lists it, and its near relations. */
const PRAISE = /well done|\bgreat\b|good news|congratulat|keep it up|excellent|you are fine|you’re fine|nothing to worry|no need to worry|\bsafe level/i;
/** What no result ever speaks of. */
const NEVER = /blood[- ]alcohol|\bBAC\b|breathaly|\bdriv(e|ing)\b|\btaper|by \d+ (units|drinks) (a|each|per) day|reduce by|your risk of (cancer|stroke)|you have alcohol|alcoholic\b|addict/i;

/** Answers that have to lead to someone to speak to, and what was said about signs. */
const danger = [
  { points: [4, 4, 4, 2, 1, 0, 2, 0, 0, 2], sign: SIGN.no },
  { points: [4, 4, 4, 4, 4, 4, 4, 4, 4, 4], sign: SIGN.no },
  { points: [2, 0, 4, 4, 4, 0, 4, 4, 0, 0], sign: SIGN.no },
  { points: [1, 4, 1, 4, 4, 0, 2, 0, 4, 0], sign: SIGN.no },
  { points: [4, 4, 3, 0, 0, 0, 0, 0, 0, 0], sign: SIGN.no },
  ...[1, 2, 3, 4].map((morning) => ({ points: [1, 0, 1, 0, 0, morning, 0, 0, 0, 0], sign: SIGN.no })),
  ...[1, 4].map((morning) => ({ points: [3, 2, 2, 1, 0, morning, 1, 0, 0, 0], sign: SIGN.no })),
  ...[SIGN.yes, SIGN.notSure].flatMap((sign) => [
    { points: [3, 2, 2, 0, 0, 0, 1, 0, 0, 0], sign },
    { points: [3, 2, 0, 0, 0, 0, 0, 0, 0, 0], sign },
    { points: [1, 4, 0, 0, 0, 0, 0, 0, 0, 0], sign },
    { points: [4, 3, 3, 1, 1, 0, 2, 2, 0, 0], sign },
  ]),
];

visit("20 or more, a morning drink or a stated sign: someone to call, and nothing to do alone", async ({ page }) => {
  await startCheck(page);
  for (const { points, sign } of danger) {
    await hurry(page, points, sign);
    const shown = await result(page);
    const which = `${points} ${sign}`;
    assert.equal(shown.advice, "see-someone", which);
    assert.ok(shown.warns && shown.signs, which);
    assert.deepEqual(shown.steps.filter((step) => CUTTING_DOWN.includes(step)), [], which);
    assert.doesNotMatch(shown.text, ALONE, which);
    assert.match(shown.text, /Do not stop drinking suddenly/, which);
    const emergency = await page.locator("#emergency-signs a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    assert.ok(emergency.includes("tel:999") && emergency.includes("tel:111"), which);
    assert.ok((await page.locator("#someone a[href^='tel:']:visible").count()) > 0, which);
    await restart(page);
  }
});

visit("the warning comes before the score, and every area has a service with a number or says that it has none", async ({ page }) => {
  await walk(page, { points: [4, 4, 4, 4, 4, 4, 4, 4, 4, 4] });
  const order = await page.locator("#result").evaluate((section) =>
    [...section.querySelectorAll("h1, #withdrawal-warning, #emergency-signs, #someone, .app-score")].map(
      (part) => part.id || part.localName,
    ),
  );
  assert.deepEqual(order, ["h1", "withdrawal-warning", "emergency-signs", "someone", "div"]);
  for (const { id, service } of AREAS) {
    await page.locator("#area").selectOption(id);
    const card = page.locator(`[data-area="${id}"]`);
    await card.waitFor();
    const [own] = service;
    assert.match(await card.innerText(), new RegExp(own.name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
    if (own.phone) {
      assert.ok(await card.locator(`a[href="tel:${own.phone.replaceAll(" ", "")}"]`).isVisible(), id);
    } else {
      assert.match(await card.innerText(), /no phone number/, id);
    }
    assert.equal(await page.locator("[data-area]:visible").count(), 1);
  }
});

visit("a week that may be over 14 units never meets a reassuring word", async ({ page }) => {
  await startCheck(page, "audit-c");
  let over = 0;
  // Every pair of items 1 and 2; the rest adds nothing, so that only the week can speak.
  for (let often = 1; often <= 4; often += 1) {
    for (let much = 0; much <= 4; much += 1) {
      const short = often + much < 5;
      await hurry(page, [often, much, 0, ...(short ? [] : skipped(much))]);
      const shown = await result(page);
      const which = `items 1 and 2: ${often}, ${much}`;
      assert.doesNotMatch(shown.text, PRAISE, which);
      if (mostUnits(often, much) > 14) {
        over += 1;
        assert.doesNotMatch(shown.text, /under 14 units|low-risk range, and/i, which);
        assert.notEqual(shown.lead, "low", which);
        assert.match(await page.locator("#week").innerText(), /may be over|are over/, which);
      }
      await restart(page);
    }
  }
  assert.ok(over >= 9, "the estimate of this test itself is wrong");
});

visit("no result praises, diagnoses, forecasts, or speaks of driving or blood alcohol", async ({ page }) => {
  await startCheck(page);
  const never = [0, -1, -1, -1, -1, -1, -1, -1];
  const low = [1, 0, 0, -1, -1, -1, -1, -1];
  const sets = [[...never, 0, 0], [...never, 4, 4], [...never, 2, 0], [...low, 0, 0], [...low, 4, 2], [2, 1, 2, 0, 0, 0, 0, 0, 0, 0]];
  for (const points of [...sets, ...danger.map(({ points }) => points), [3, 2, 2, 0, 0, 0, 1, 0, 0, 0], [4, 3, 3, 1, 1, 0, 2, 2, 0, 0]]) {
    await hurry(page, points);
    // Everything that can be opened counts too, but for the answers' own wording in the working.
    await page.locator("#area").selectOption("elsewhere");
    const { text } = await result(page);
    assert.doesNotMatch(text, PRAISE, String(points));
    assert.doesNotMatch(text, NEVER, String(points));
    await restart(page);
  }
});

visit("a non-drinker with points for harm gets a message that fits", async ({ page }) => {
  const shown = await walk(page, { points: [0, -1, -1, -1, -1, -1, -1, -1, 4, 4] });
  assert.equal(shown.advice, "not-drinking");
  assert.match(shown.text, /do not drink now/);
  assert.doesNotMatch(shown.text, ALONE);
  assert.doesNotMatch(shown.text, /Drinking like this/);
  assert.equal(await page.locator("#week").count(), 0, "there is no week to show");
});

visit("until the last question is answered there is no score, no band and no result", async ({ page }) => {
  await startCheck(page);
  const points = [4, 4, 4, 4, 4, 4, 4, 4, 4, 4];
  for (const [place, value] of points.entries()) {
    assert.equal(await page.locator("#result, [data-band], [data-score], .app-score").count(), 0);
    // An address that names a later step, or the result, leads no further than the first open question.
    await page.evaluate(() => (location.hash = "result"));
    await page.locator(`input[name="${AUDIT.item[place].id}"]`).first().waitFor();
    assert.equal(await page.locator("#result").count(), 0);
    await choose(page, place + 1, value);
    await goOn(page);
  }
  await toResult(page);
});

visit("an answer changed to one that asks for more takes the result away until that is answered", async ({ page }) => {
  await walk(page, { points: [0, -1, -1, -1, -1, -1, -1, -1, 0, 0] });
  await page.locator("#working summary").click();
  await page.locator('#working a[href="#1"]').click();
  await choose(page, 1, 4);
  await goOn(page);
  await page.locator('input[name="audit-2"]').first().waitFor();
  assert.equal(await page.locator("#result").count(), 0);
  await answer(page, [4, 4, 4, 4, 4, 4, 4], { from: 2 });
  assert.ok((await toResult(page)) && (await result(page)).score >= 20);
});

for (const form of ["audit", "audit-c"]) {
  visit(`${form}: pregnant or under 16 leads to a page of its own before any score`, async ({ page }) => {
    await startCheck(page, form);
    const first = page.locator("[data-island]");
    assert.ok(await first.getByRole("link", { name: "I am under 16" }).isVisible());
    await first.locator('a[href="/pregnancy/"]').click();
    await page.waitForURL("**/pregnancy/");
    assert.match(await page.locator("main").innerText(), /safest not to drink|not drinking is (the )?safest|safest (choice|thing) is not to drink/i);
    await page.goBack();
    await first.getByRole("link", { name: "I am under 16" }).click();
    await page.waitForURL("**/young-people/");
    assert.equal(await page.locator("[data-score], [data-band], #result").count(), 0);
  });
}

/** The rest of a check whose items 3 to 8 add nothing: left out when item 2 adds nothing either. */
function skipped(much) {
  return much === 0 ? [-1, -1, -1, -1, -1, 0, 0] : [0, 0, 0, 0, 0, 0, 0];
}

/** The most units a week that items 1 and 2 can mean, worked out here anew from the labels' own numbers. */
function mostUnits(often, much) {
  const days = item(1).options[often].days[1];
  const units = item(2).options[much].units.most ?? Infinity;
  return Math.ceil((days * units) / 4);
}
