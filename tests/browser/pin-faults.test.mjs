// What can go wrong around a PIN: no room, a page closed half-way, damage, other versions, a script that does not come.
// Whatever it is, nothing that was kept is lost, and nothing is said that is not so.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { visitor } from "./support/browser.mjs";
import { hurry, startCheck } from "./support/check.mjs";
import { FIRST, entries, list, nameOf, on, open, store } from "./support/kept.mjs";
import { DIGITS, RECORD, kinds, openClosed, setPin, typePin } from "./support/pin.mjs";
import { WORDS } from "./support/questionnaire.mjs";

const visit = visitor();
const { device: DEVICE, kept: KEPT, pin: PIN, take: TAKE } = WORDS;

/** Lets the store take only so many more texts. */
const roomFor = (page, texts) => page.evaluate((texts) => {
  const { setItem } = Storage.prototype;
  let room = texts;
  Storage.prototype.setItem = function (name, text) {
    if (room-- <= 0) throw new DOMException("full", "QuotaExceededError");
    setItem.call(this, name, text);
  };
}, texts);

for (const room of [0, 1, 2]) {
  visit(`without room to hide everything nothing changes (${room})`, async ({ page }) => {
    await list(page, [FIRST, on("2026-11-20")]);
    const before = await store(page);
    await roomFor(page, room);
    await page.locator("#pin-first").fill(DIGITS);
    await page.locator("#pin-again").fill(DIGITS);
    await page.locator("#pin-new button").click();
    await page.getByText(DEVICE["pin-full"]).waitFor();
    assert.deepEqual(await store(page), before);
    assert.equal((await entries(page)).length, 2);
  });
}

visit("without room to take the PIN away it stays, and so does everything", async ({ page }) => {
  await list(page, [FIRST, on("2026-11-20")]);
  await setPin(page);
  const before = await store(page);
  await roomFor(page, 1);
  await page.locator("#pin-off").click();
  await page.getByText(DEVICE["pin-full"]).waitFor();
  assert.deepEqual(await store(page), before);
  assert.equal((await entries(page)).length, 2);
});

visit("a full store: a result is not said to be kept", async ({ page }) => {
  await open(page);
  await setPin(page);
  await startCheck(page);
  await hurry(page, [3, 2, 2, 0, 0, 0, 1, 0, 0, 0]);
  await page.locator("#take-keep-open").click();
  await page.locator("#take-keep-save").click();
  // The number of tries is one more text.
  await roomFor(page, 1);
  await typePin(page);
  assert.equal(await page.locator("#take-keep-said").innerText(), TAKE.full);
  assert.deepEqual(await kinds(page), ["pin"]);
});

visit("cut off while the PIN was being set or taken away: everything is there once, behind it", async ({ page }) => {
  await list(page, [FIRST, on("2026-11-20")]);
  const plain = await store(page);
  await setPin(page);
  const hidden = await store(page);
  for (const half of [plain, Object.fromEntries(Object.entries(plain).slice(1))]) {
    await page.goto("404.html");
    await page.evaluate((all) => {
      localStorage.clear();
      for (const [name, text] of Object.entries(all)) localStorage.setItem(name, text);
    }, { ...hidden, ...half });
    await openClosed(page);
    await typePin(page);
    assert.equal((await entries(page)).length, 2);
    assert.deepEqual(await store(page), hidden);
  }
});

visit("what was damaged behind the PIN is shown as that, can be deleted, and touches nothing else", async ({ page }) => {
  await list(page, [FIRST, on("2026-11-20")]);
  await setPin(page);
  const [name] = await page.evaluate(() => {
    const [name, text] = Object.entries({ ...localStorage }).find(([, text]) => JSON.parse(text).kind === "sealed");
    localStorage.setItem(name, text.replace(/"sealed":"..../, '"sealed":"AAAA'));
    // Room that was had for something when the browser was closed.
    localStorage.setItem("waymark-kept-7", '{"waymark":2,"kind":"room","iv":"","sealed":""}');
    return [name];
  });
  await openClosed(page);
  await typePin(page);
  const all = await entries(page);
  assert.equal(all.length, 2);
  assert.ok(all[1].includes(KEPT.damaged), all[1]);
  await page.locator(`#delete-${name}`).click();
  assert.deepEqual(await kinds(page), ["pin", "sealed"]);
});

visit("what the second version of the format hid opens, and is what the first version kept", async ({ page }) => {
  const { pin, kept, store: hidden } = JSON.parse(readFileSync(new URL("../suite/kept/behind-pin-v2.json", import.meta.url), "utf8"));
  const first = kept.map((file) => (file.endsWith(".json") ? readFileSync(new URL(`../suite/kept/${file}`, import.meta.url), "utf8") : file));
  await page.goto("404.html");
  await page.evaluate((all) => Object.entries(all).forEach(([name, text]) => localStorage.setItem(name, text)), hidden);
  await openClosed(page);
  await typePin(page, pin);
  assert.equal((await entries(page)).length, 5);
  await page.locator("#pin-off").click();
  await page.getByText(DEVICE["pin-off-done"]).waitFor();
  assert.deepEqual(Object.values(await store(page)).sort(), first.sort());
});

visit("what a later version of the format keeps goes behind the PIN and comes back untouched", async ({ page }) => {
  const later = [nameOf("later"), '{"waymark":3,"kind":"check","day":{"of":"2027"}}'];
  const sealed = [nameOf("sealed"), '{"waymark":3,"kind":"sealed","by":"something else"}'];
  await list(page, [FIRST, later, sealed]);
  const before = await store(page);
  await setPin(page);
  assert.equal((await store(page))[sealed[0]], sealed[1]);
  await openClosed(page);
  await typePin(page);
  assert.ok((await entries(page)).some((entry) => entry.includes(KEPT.newer)));
  await page.locator("#pin-off").click();
  await page.getByText(DEVICE["pin-off-done"]).waitFor();
  assert.deepEqual(await store(page), before);

  const record = '{"waymark":3,"kind":"pin","by":"something else"}';
  await page.evaluate(([name, text]) => localStorage.setItem(name, text), [RECORD, record]);
  await openClosed(page);
  assert.equal(await typePin(page), KEPT.newer);
  assert.deepEqual(await store(page), { ...before, [RECORD]: record }, "it counts as no wrong try");
});

for (const [what, record] of [
  ["cut off", '{"waymark":2,"kind":"pin","salt":"AAAA'],
  ["another kind of thing", "x"],
  ["one that asks for a thousand million rounds", '{"waymark":2,"kind":"pin","salt":"AAAA","rounds":1000000000,"iv":"AAAA","proof":"AAAA"}'],
]) {
  visit(`a PIN whose record is ${what} opens nothing, says so, and can be deleted`, async ({ page }) => {
    await page.goto("404.html");
    await page.evaluate(([name, text]) => localStorage.setItem(name, text), [RECORD, record]);
    await openClosed(page);
    assert.equal(await typePin(page), PIN.damaged);
    await page.locator("#pin-forgotten").click();
    await page.locator("#pin-delete").click();
    await page.getByText(KEPT["all-deleted"]).first().waitFor();
    assert.deepEqual(await store(page), {});
  });
}

visit("a script that does not come: nothing is shown, nothing is kept in plain words, nothing is lost", { allow: [/Failed to load resource/] }, async ({ page }) => {
  await list(page, [FIRST]);
  await setPin(page);
  const before = await store(page);
  await page.route(/\/assets\/pin-/, (route) => route.abort());
  await open(page);
  const text = await page.locator("main").innerText();
  assert.ok(text.includes(KEPT.blocked) && !text.includes("AUDIT"), text);
  await startCheck(page);
  await hurry(page, [3, 2, 2, 0, 0, 0, 1, 0, 0, 0]);
  await page.locator("#take-keep-open").click();
  await page.locator("#take-keep-save").click();
  assert.equal(await page.locator("#take-keep-said").innerText(), TAKE.blocked);
  assert.deepEqual(await store(page), before);
});

visit("a browser that cannot hide anything offers no PIN", async ({ page }) => {
  await page.addInitScript(() => delete Crypto.prototype.subtle);
  await list(page, [FIRST]);
  assert.ok(await page.locator("#carry").isVisible());
  assert.ok(await page.locator("#pin-part").isHidden());
});
