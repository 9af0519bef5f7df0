// What is kept as one file, out and in: shown first, nothing twice, nothing lost.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { visitor } from "./support/browser.mjs";
import { FIRST, entries, list, nameOf, on, open, store } from "./support/kept.mjs";
import { WORDS } from "./support/questionnaire.mjs";

const visit = visitor();
const { device: DEVICE } = WORDS;
const PLACES = "waymark-kept-places";
const place = (id) => ({ id, name: `Surgery ${id}`, what: "GP surgery", phone: "01691 654646", address: "" });
const places = (...ids) => JSON.stringify({ waymark: 1, kind: "places", places: ids.map(place) });
const said = (page) => page.locator("#carry-said").innerText();
const preview = (results, known, places, knownPlaces) =>
  DEVICE["carry-preview"].replace("{results}", results).replace("{known}", known).replace("{places}", places).replace("{known_places}", knownPlaces);
const left = (n) => DEVICE["carry-out"].replace("{n}", n);

async function save(page) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#carry-save").click()]);
  assert.equal(file.suggestedFilename(), "notes-all.json", "the name says nothing of the site");
  return readFile(await file.path(), "utf8");
}

async function choose(page, text) {
  await page.locator("#carry-said").evaluate((part) => (part.textContent = ""));
  await page.locator("#carry-file").setInputFiles({ name: "notes-all.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.locator("#carry-said", { hasText: /./ }).waitFor();
}

visit("everything goes into one file that can be read, and back in on another device, byte for byte", async ({ page, context, seen }) => {
  const damaged = `${FIRST.slice(0, 100)}"`;
  await list(page, [on("2026-11-20"), on("2026-11-21"), damaged, [PLACES, places("a", "b")]]);
  const before = await store(page);
  const asked = seen.requests.length;
  const text = await save(page);
  assert.equal(await said(page), DEVICE["carry-saved"]);
  assert.equal(seen.requests.length, asked, "saving asks the network for nothing");
  for (const part of ['"day": "2026-11-20"', "2 to 3 times per week", "Surgery a"]) assert.ok(text.includes(part), part);

  await page.evaluate(() => localStorage.clear());
  await open(page);
  await choose(page, text);
  assert.equal(await said(page), `${preview(2, 0, 2, 0)} ${left(1)}`);
  assert.deepEqual(await store(page), {}, "a look brings nothing in");
  assert.equal(await page.evaluate(() => document.activeElement.id), "carry-yes");
  await page.keyboard.press("Enter");
  await page.getByText(DEVICE["carry-brought"]).waitFor();
  assert.equal((await entries(page)).length, 2, "the list shows them at once");
  delete before[nameOf(damaged)];
  assert.deepEqual(await store(page), before);

  await choose(page, text);
  assert.equal(await said(page), `${DEVICE["carry-nothing"]} ${left(1)}`, "nothing comes twice");
  assert.deepEqual(await store(page), before);
});

visit("what is in a file joins what is here", async ({ page }) => {
  const [first] = await list(page, [on("2026-11-20"), [PLACES, places("a")]]);
  const text = JSON.stringify({ waymark: 1, kind: "all", day: "2026-11-28", kept: [JSON.parse(on("2026-11-20")), JSON.parse(on("2026-11-25")), JSON.parse(places("b", "a"))] });
  await choose(page, text);
  assert.equal(await said(page), preview(1, 1, 1, 1));
  await page.locator("#carry-no").click();
  assert.equal(await said(page), DEVICE["carry-not"]);
  assert.deepEqual(Object.keys(await store(page)), [first, PLACES].sort());
  await choose(page, text);
  await page.locator("#carry-yes").click();
  assert.deepEqual(Object.keys(await store(page)), [first, nameOf(on("2026-11-25")), PLACES].sort());
  assert.equal((await store(page))[PLACES], places("a", "b"), "at the end of the list that is here");
});

for (const [what, text, key] of [
  ["something else", "not a file of ours", "carry-not-ours"],
  ["another program's file", '{"waymark":"1","kind":"all","kept":[]}', "carry-not-ours"],
  ["a file that was cut off", '{"waymark":1,"kind":"all","kept":[{"waymark":1,"ki', "carry-not-ours"],
  ["a newer version's file", '{"waymark":2,"kind":"all","kept":[]}', "carry-newer"],
  ["an empty file", "", "carry-not-ours"],
  ["a file without anything", '{"waymark":1,"kind":"all","kept":[]}', "carry-nothing"],
]) {
  visit(`${what} says so and changes nothing`, async ({ page }) => {
    await list(page, [on("2026-11-20")]);
    const before = await store(page);
    await choose(page, text);
    assert.equal(await said(page), DEVICE[key]);
    assert.ok(await page.locator("#carry-sure").isHidden());
    assert.deepEqual(await store(page), before);
  });
}

visit("what does not fit, or is none of ours, is left out and counted", async ({ page }) => {
  await open(page);
  const many = Array.from({ length: 32 }, (_, n) => `p${n}`);
  const strange = [null, 7, "x", [], {}, { waymark: 1, kind: "check", notes: "x".repeat(20_000) }, { waymark: 2, kind: "check" }, { waymark: 1, kind: "diary" }];
  await choose(page, JSON.stringify({ waymark: 1, kind: "all", kept: [...strange, JSON.parse(places(...many))] }));
  assert.equal(await said(page), `${preview(0, 0, 30, 0)} ${left(strange.length + 2)}`);
});

visit("without room for all of it nothing that was here is lost, and it says so", async ({ page }) => {
  const [first] = await list(page, [on("2026-11-20")]);
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    let room = 1;
    Storage.prototype.setItem = function (name, text) {
      if (room-- <= 0) throw new DOMException("full", "QuotaExceededError");
      setItem.call(this, name, text);
    };
  });
  await choose(page, JSON.stringify({ waymark: 1, kind: "all", kept: [JSON.parse(on("2026-11-21")), JSON.parse(on("2026-11-22"))] }));
  await page.locator("#carry-yes").click();
  await page.getByText(DEVICE["carry-full"]).waitFor();
  assert.ok((await store(page))[first]);
  assert.equal((await entries(page)).length, 2);
});

visit("with nothing kept there is nothing to save, and it says so", async ({ page }) => {
  await open(page);
  await page.locator("#carry-save").click();
  assert.equal(await said(page), DEVICE["carry-none"]);
});
