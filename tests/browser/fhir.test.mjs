// What is published and taken away as FHIR, held against programs that know nothing of us: it is valid R4, and whoever
// shows and scores a published questionnaire gets our totals.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { BASE, visitor } from "./support/browser.mjs";
import { faults, total } from "./support/fhir.mjs";
import { choose, response, show, shown, totalIs } from "./support/lforms.mjs";
import { toml } from "./support/questionnaire.mjs";

const visit = visitor();
const SUITE = new URL("../suite/fhir/", import.meta.url);
const results = toml("tests/suite/fhir/results.toml").case;
const forms = readdirSync(new URL("../../content/instruments/", import.meta.url))
  .map((name) => toml(`content/instruments/${name}`))
  .filter(({ release }) => release === "released")
  .flatMap(({ form }) => form.map(({ id }) => id));

async function published(name) {
  const answer = await fetch(new URL(`fhir/${name}.json`, BASE));
  assert.equal(answer.status, 200, name);
  assert.match(answer.headers.get("content-type"), /^application\/(fhir\+)?json\b/);
  return answer.json();
}

/** The kept result of a case, with its questionnaire. */
async function kept({ file }) {
  const bundle = JSON.parse(readFileSync(new URL(file, SUITE), "utf8"));
  const answers = bundle.entry[0].resource;
  const [, name] = /\/fhir\/(Questionnaire-.+)\.json\|/.exec(answers.questionnaire);
  return { bundle, answers, questionnaire: await published(name) };
}

test("every published file is valid FHIR R4", async () => {
  assert.ok(forms.length >= 4);
  for (const name of [...forms.map((id) => `Questionnaire-${id}`), "CodeSystem-answers"]) {
    assert.deepEqual(faults(await published(name)), [], name);
  }
});

test("every result is valid FHIR R4, and its parts refer to each other", async () => {
  assert.ok(results.length >= 5);
  for (const result of results) {
    const { bundle } = await kept(result);
    assert.deepEqual(faults(bundle), [], result.file);
    const [answers, ...scores] = bundle.entry;
    assert.ok(scores.length > 0);
    for (const { resource } of scores) assert.equal(resource.derivedFrom[0].reference, answers.fullUrl);
    const names = bundle.entry.map(({ fullUrl }) => fullUrl);
    assert.equal(new Set(names).size, names.length);
  }
});

const questions = (change) => ["Questionnaire-audit", change];
const scores = (change) => ["audit-20.json", change];
const broken = {
  "no name for an item": questions(({ item }) => delete item[0].linkId),
  "a kind of question that there is not": questions(({ item }) => (item[8].type = "radio")),
  "a state that there is not": questions((all) => (all.status = "alive")),
  "something that FHIR does not know": questions((all) => (all.colour = "green")),
  "a day in another form": questions((all) => (all.date = "22/11/2026")),
  "points as a text": questions(({ item }) => (item[0].answerOption[0].extension[0].valueDecimal = "0")),
  "an option without an answer": questions(({ item }) => delete item[0].answerOption[0].valueCoding),
  "two answers in one option": questions(({ item }) => (item[0].answerOption[0].valueString = "Never")),
  "conditions without how they join": questions(({ item }) => delete item[3].enableBehavior),
  "a comparison that there is not": questions(({ item }) => (item[3].enableWhen[0].operator = "is")),
  "a score without a state": scores(({ entry }) => delete entry[1].resource.status),
  "a score of nothing": scores(({ entry }) => delete entry[1].resource.code),
  "a total as a text": scores(({ entry }) => (entry[1].resource.valueInteger = "20")),
  "answers in a state that there is not": scores(({ entry }) => (entry[0].resource.status = "done")),
  "answers that are no list": scores(({ entry }) => (entry[0].resource.item[0].answer = { valueInteger: 1 })),
};
for (const [name, [file, change]] of Object.entries(broken)) {
  test(`the validator finds ${name}`, async () => {
    const resource = file.endsWith(".json") ? (await kept({ file })).bundle : await published(file);
    assert.deepEqual(faults(resource), []);
    change(resource);
    assert.notEqual(faults(resource).length, 0);
  });
}

for (const result of results) {
  test(`the published expression scores ${result.file}`, async () => {
    const { bundle, answers, questionnaire } = await kept(result);
    assert.equal(total(questionnaire, answers), result.total);
    assert.equal(bundle.entry[1].resource.valueInteger, result.total);
    // Part of a total is no total.
    const asked = answers.item.slice(0, -1);
    for (const missing of asked) {
      const rest = { ...answers, item: asked.filter((item) => item !== missing) };
      assert.equal(total(questionnaire, rest), undefined, `without ${missing.linkId}`);
    }
  });

  visit(`LForms asks and scores ${result.file}`, async ({ page }) => {
    const { answers, questionnaire } = await kept(result);
    await show(page, questionnaire);
    const asked = answers.item.slice(0, -1);
    for (const { linkId, answer } of asked) {
      await totalIs(page, questionnaire.id, "");
      const { display, extension } = answer[0].valueCoding;
      await choose(page, linkId, display, extension[0].valueDecimal);
    }
    await totalIs(page, questionnaire.id, String(result.total));
    // Each question that is asked, and none that a rule leaves out.
    assert.deepEqual(await shown(page), answers.item.map(({ linkId }) => linkId));
    const theirs = await response(page);
    const essence = ({ linkId, answer }) => [linkId, answer[0].valueCoding?.code ?? answer[0].valueInteger];
    assert.deepEqual(theirs.item.map(essence), answers.item.map(essence));
    assert.deepEqual(faults(theirs), [], "and so the checks of other people's files hold too");
  });
}

visit("LForms takes a changed answer back out of the total", async ({ page }) => {
  const { answers, questionnaire } = await kept({ file: "audit-20.json" });
  await show(page, questionnaire);
  for (const { linkId, answer } of answers.item.slice(0, -1)) {
    await choose(page, linkId, answer[0].valueCoding.display, answer[0].valueCoding.extension[0].valueDecimal);
  }
  await totalIs(page, "audit", "20");
  await choose(page, "audit-1", "Never", 0);
  await totalIs(page, "audit", "2");
  assert.deepEqual(await shown(page), ["audit-1", "audit-9", "audit-10", "audit-score"]);
});
