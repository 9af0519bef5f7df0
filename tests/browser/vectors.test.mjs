// The cases of tests/suite/audit/, which the rules are tested with natively, once more by click: what a person
// who gives these answers sees.

import assert from "node:assert/strict";

import { visitor } from "./support/browser.mjs";
import { SIGN, answer, goOn, hurry, result, startCheck, toResult, walk } from "./support/check.mjs";
import { AUDIT, cases, item, others, toml } from "./support/questionnaire.mjs";

const visit = visitor();
const vectors = toml("tests/suite/audit/vectors.toml").case;
const short = toml("tests/suite/audit/short.toml").case;
const routing = toml("tests/suite/audit/routing.toml").case;

for (const vector of vectors.filter((vector) => !("invalid-item" in vector))) {
  visit(`the whole check: ${vector.name}`, async ({ page }) => {
    const shown = await walk(page, vector);
    const { score, band, instrument, short, shortBand } = shown;
    assert.deepEqual(
      { score, band, instrument, short, shortBand },
      {
        score: vector.total,
        band: vector.band,
        instrument: vector.instrument,
        short: vector["short-total"] ?? null,
        shortBand: vector["short-band"] ?? null,
      },
    );
  });
}

for (const vector of short) {
  visit(`the quick check: ${vector.name}`, async ({ page }) => {
    await startCheck(page, "audit-c");
    // Someone who never drinks is asked no more, whatever a form filled in on paper says.
    await answer(page, vector.points[0] === 0 ? [0] : vector.points);
    if (vector["goes-on"]) {
      // From the cut-off on there is no result of the short form: question 4 comes at once.
      await page.locator('input[name="audit-4"]').first().waitFor();
      assert.equal(await page.locator("#result").count(), 0);
      assert.equal(await page.locator(".app-progress__text").innerText(), "Question 4 of 10");
      return;
    }
    await toResult(page);
    const { score, band, instrument } = await result(page);
    assert.deepEqual({ score, band, instrument }, { score: vector.total, band: vector.band, instrument: "audit-c" });
  });
}

// The other released instruments, each from its own file: an instrument more is a file and its cases, and no line here.
for (const { instrument, vectors } of others()) {
  for (const vector of vectors.filter((vector) => !("invalid-item" in vector))) {
    visit(`${instrument.id}: ${vector.name}`, async ({ page }) => {
      await startCheck(page, instrument.form[0].page.address);
      for (const [place, points] of vector.points.entries()) {
        if (points < 0) continue;
        const { id, scale, options } = instrument.item[place];
        const offered = options ?? instrument.scale.find((shared) => shared.id === scale).options;
        await page.locator(`label[for="${id}-${offered.findIndex((option) => option.points === points)}"]`).click();
        await goOn(page);
      }
      await page.locator("#result").waitFor();
      const { score, band, advice } = await result(page);
      assert.deepEqual({ score, band, advice }, { score: vector.total, band: vector.band, advice: vector.advice });
    });
  }
}

// Someone who never drinks is not asked about withdrawal signs, so that case cannot be reached by clicks.
const reachable = routing.filter(({ points, sign }) => !(points[0] === 0 && sign === "stated"));

for (const { name, form = "audit", points, sign, advice, reassures } of reachable) {
  visit(`what follows: ${name}`, async ({ page }) => {
    await startCheck(page, form);
    if (advice === "ask") {
      await answer(page, points);
      await page.locator('input[name="withdrawal"]').first().waitFor();
      assert.equal(await page.locator("#result, [data-step]").count(), 0, "nothing is advised before the answer");
      return;
    }
    const { asked } = await hurry(page, points, sign === "stated" ? SIGN.yes : SIGN.no);
    const shown = await result(page);
    assert.equal(shown.advice, advice);
    if (sign === "none") assert.ok(!asked, "nobody is asked about signs without need");
    if (reassures === false) assert.doesNotMatch(shown.text, /your usual week is under 14 units/);
    if (reassures === true) assert.match(shown.text, /your usual week is under 14 units/);
  });
}

visit("every question has the exact wording, options and points, and no others", async ({ page }) => {
  await startCheck(page);
  for (let number = 1; number <= AUDIT.item.length; number += 1) {
    const { id, text, options } = item(number);
    await page.locator(`input[name="${id}"]`).first().waitFor();
    const shown = await page.locator("fieldset:has(legend h1)").evaluate((fieldset) => ({
      legend: fieldset.querySelector("legend").textContent,
      labels: [...fieldset.querySelectorAll(".govuk-radios label")].map((label) => label.textContent),
      inputs: [...fieldset.querySelectorAll("input[type=radio]")].map(({ id, name, value }) => ({ id, name, value })),
    }));
    assert.equal(shown.legend, text);
    assert.deepEqual(shown.labels, options.map(({ label }) => label));
    assert.deepEqual(shown.inputs, options.map((_, place) => ({ id: `${id}-${place}`, name: id, value: String(place) })));
    // Two points everywhere: no rule leaves a question out.
    await page.locator(`label[for="${id}-${options.findIndex(({ points }) => points === 2)}"]`).click();
    await goOn(page);
  }
});

visit("the suite holds the cases that are promised", async () => {
  // An empty or renamed file would else leave this file green without a single walk.
  assert.ok(vectors.length >= 18 && short.length >= 10 && routing.length >= 25);
  assert.ok(cases("audit").length >= vectors.length + short.length + routing.length);
  assert.deepEqual(others().map(({ instrument }) => instrument.id), ["fast", "m-sasq"]);
  assert.ok(others().every(({ vectors }) => vectors.length >= 5));
});
