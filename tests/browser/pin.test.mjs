// A PIN in front of what is kept: what it hides, what it costs who forgets it, and that nothing gets lost by it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { visitor } from "./support/browser.mjs";
import { hurry, startCheck } from "./support/check.mjs";
import { open as openFind, results, type } from "./support/find.mjs";
import { FIRST, entries, list, nameOf, on, open, store } from "./support/kept.mjs";
import { DIGITS, kinds, openClosed, setPin, typePin } from "./support/pin.mjs";
import { WORDS } from "./support/questionnaire.mjs";

const visit = visitor();
const { device: DEVICE, kept: KEPT, pin: PIN, shortlist: LIST, take: TAKE } = WORDS;
const PLACES = "waymark-kept-places";
const places = (...ids) => JSON.stringify({ waymark: 1, kind: "places", places: ids.map((id) => ({ id, name: `Surgery ${id}`, what: "GP surgery", phone: "", address: "" })) });
/** Nothing in a store that says what was kept. */
const saysNothing = async (page) => {
  const all = JSON.stringify(await store(page));
  for (const part of ["2026-11", "audit", "AUDIT", "Monthly", "Surgery", "check", "answers", "places", DIGITS, nameOf(FIRST)]) {
    assert.ok(!all.includes(part), part);
  }
};
const wrong = (left) => PIN.wrong.replace("{n}", left);
const wait = (time) => PIN.wait.replace("{time}", time);

visit("everything that is kept goes behind the PIN, shows once it is typed, and comes back as it was", async ({ page, seen }) => {
  const damaged = `${FIRST.slice(0, 100)}"`;
  await list(page, [on("2026-11-20"), FIRST, damaged, [PLACES, places("a", "b")]]);
  const [before, shown, asked] = [await store(page), await entries(page), seen.requests.length];
  await page.getByText(DEVICE["pin-forget"]).waitFor();
  await setPin(page);
  assert.deepEqual(await kinds(page), ["pin", "sealed", "sealed", "sealed", "sealed"]);
  await saysNothing(page);
  assert.deepEqual(await entries(page), shown, "it stays open in the page in which it was set");
  assert.equal(seen.requests.length, asked, "nothing is asked of the network");

  await openClosed(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), "pin");
  const text = await page.locator("main").innerText();
  for (const part of ["AUDIT", "Surgery", KEPT.none, DEVICE.carry, DEVICE.pin]) assert.ok(!text.includes(part), part);
  assert.equal(await typePin(page, "472914"), wrong(4));
  await saysNothing(page);
  assert.equal(await typePin(page), "");
  await page.locator("#kept").waitFor();
  assert.deepEqual(await entries(page), shown);
  assert.ok((await page.locator(".app-kept__places").innerText()).includes("Surgery a"));
  assert.deepEqual(await kinds(page), ["pin", "sealed", "sealed", "sealed", "sealed"], "the wrong try is forgotten");

  await page.locator("#pin-off").click();
  await page.getByText(DEVICE["pin-off-done"]).waitFor();
  assert.deepEqual(await store(page), before, "byte for byte");
  assert.deepEqual(await entries(page), shown);
});

visit("behind the PIN one is deleted, put back, saved, carried away and brought in, and everything is deleted", async ({ page }) => {
  await list(page, [on("2026-11-20"), on("2026-11-21")]);
  await setPin(page);
  await openClosed(page);
  await typePin(page);
  const name = nameOf(on("2026-11-21"));
  await page.locator(`#delete-${name}`).click();
  assert.deepEqual(await kinds(page), ["pin", "sealed"]);
  await page.locator(`#back-${name}`).click();
  await page.locator(`#delete-${name}`).waitFor();
  assert.deepEqual(await kinds(page), ["pin", "sealed", "sealed"]);

  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#carry-save").click()]);
  const carried = JSON.parse(readFileSync(await file.path(), "utf8"));
  assert.deepEqual(carried.kept, [on("2026-11-20"), on("2026-11-21")].map(JSON.parse));
  carried.kept.push(JSON.parse(on("2026-11-22")));
  await page.locator("#carry-file").setInputFiles({ name: "notes-all.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(carried)) });
  await page.locator("#carry-yes").click();
  await page.getByText(DEVICE["carry-brought"]).waitFor();
  assert.equal((await entries(page)).length, 3);
  await page.waitForFunction(() => Object.values({ ...localStorage }).filter((text) => JSON.parse(text).kind === "sealed").length === 3);
  await saysNothing(page);
  await openClosed(page);
  await typePin(page);
  assert.equal((await entries(page)).length, 3);

  await page.locator("#all").click();
  await page.locator("#all-yes").click();
  await page.locator("#kept-none").waitFor();
  assert.deepEqual(await store(page), {}, "and the PIN with it");
  assert.ok(await page.locator("#pin-new").isVisible(), "another can be set");
});

visit("a result is kept behind the PIN by whoever types it, and can be deleted at once", async ({ page }) => {
  await list(page, [on("2026-11-20")]);
  await setPin(page);
  await startCheck(page);
  await hurry(page, [3, 2, 2, 0, 0, 0, 1, 0, 0, 0]);
  await page.locator("#take-keep-open").click();
  await page.locator("#take-keep-save").click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "pin");
  assert.deepEqual(await kinds(page), ["pin", "sealed"]);
  assert.equal(await typePin(page, "0000"), wrong(4));
  assert.equal(await typePin(page), "");
  assert.equal(await page.locator("#take-keep-said").innerText(), TAKE.kept);
  assert.equal(await page.evaluate(() => document.activeElement.id), "take-keep-undo");
  await page.waitForFunction(() => Object.values({ ...localStorage }).filter((text) => JSON.parse(text).kind === "sealed").length === 2);
  await saysNothing(page);
  await page.locator("#take-keep-undo").click();
  assert.equal(await page.locator("#take-keep-said").innerText(), TAKE["not-kept"]);
  assert.deepEqual(await kinds(page), ["pin", "sealed"]);
  // Open now, it asks no more on this page.
  await page.locator("#take-keep-save").click();
  await page.locator("#take-keep-done").waitFor();
  assert.equal(await page.locator("#pin").count(), 0);
  await openClosed(page);
  await typePin(page);
  assert.equal((await entries(page)).length, 2);
});

visit("a list of places behind the PIN is opened where lists are made, and what is new joins it", async ({ page }) => {
  await list(page, [[PLACES, places("a")]]);
  await setPin(page);
  await openFind(page);
  assert.ok(!(await page.locator("main").innerText()).includes("Surgery a"));
  await type(page, "Oswestry");
  const surgery = (await results(page)).find(({ kind }) => kind === "gp");
  await page.locator(`#list-${surgery.id}`).click();
  await page.locator("#shortlist-open").click();
  await page.locator("#shortlist-keep").click();
  await typePin(page);
  await page.locator("#shortlist").getByText(LIST.kept).waitFor();
  const listed = () => page.locator("#shortlist ol > li strong").allInnerTexts();
  assert.deepEqual(await listed(), ["Surgery a", surgery.name]);
  await page.locator("#off-a").click();

  // What is on the page and not kept is shown beside it, and not kept for that.
  await openFind(page);
  await type(page, "Oswestry");
  const other = (await results(page)).filter(({ kind }) => kind === "gp")[1];
  await page.locator(`#list-${other.id}`).click();
  await page.locator("#pin-list-open").click();
  await typePin(page);
  await page.locator("#shortlist-keep").waitFor({ state: "attached" });
  assert.deepEqual(await page.locator("#shortlist ol > li strong").allTextContents(), [surgery.name, other.name]);

  await openFind(page);
  await page.locator("#pin-list-open").click();
  await typePin(page);
  await page.locator("#shortlist-open").click();
  assert.deepEqual(await listed(), [surgery.name]);
  assert.equal(await page.locator("#pin-list, #pin").count(), 0);
  assert.deepEqual(await kinds(page), ["pin", "sealed"], "the lists before it are gone");
  await saysNothing(page);
});

visit("five wrong tries are followed by a wait, longer each time, that neither a reload nor the clock ends", async ({ page }) => {
  await page.clock.install({ time: new Date("2026-11-28T12:00:00Z") });
  await list(page, [FIRST]);
  await setPin(page);
  await openClosed(page);
  for (const left of [4, 3, 2, 1]) assert.equal(await typePin(page, "1111"), wrong(left));
  assert.equal(await typePin(page, "1111"), wait("30 seconds"));
  assert.match(await typePin(page), /seconds/, "also the right one has to wait");
  await openClosed(page);
  assert.match(await page.locator("#pin-said").innerText(), /seconds/);
  await page.clock.runFor(31_000);
  assert.equal(await page.locator("#pin-said").innerText(), PIN.again);
  assert.equal(await typePin(page, "1111"), wait("1 minute"));
  // A year back: it begins anew, and ends.
  await page.clock.setSystemTime(new Date("2025-11-28T12:00:00Z"));
  await openClosed(page);
  assert.equal(await typePin(page), wait("1 minute"));
  await page.clock.runFor(61_000);
  assert.equal(await typePin(page), "");
  assert.equal((await entries(page)).length, 1);
  assert.deepEqual(await kinds(page), ["pin", "sealed"]);
});

visit("a PIN that was forgotten: it says what that means, asks once, and deletes everything", async ({ page }) => {
  await list(page, [FIRST, [PLACES, places("a")]]);
  await setPin(page);
  await openClosed(page);
  await page.locator("#pin-forgotten").click();
  assert.ok(await page.getByText(PIN["forgotten-text"]).isVisible());
  await page.locator("#pin-not").click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "pin");
  assert.deepEqual(await kinds(page), ["pin", "sealed", "sealed"]);
  await page.locator("#pin-forgotten").click();
  await page.locator("#pin-delete").click();
  await page.getByText(KEPT["all-deleted"]).first().waitFor();
  assert.deepEqual(await store(page), {});
  await page.locator("#kept-none, .app-kept__none").or(page.getByText(KEPT.none)).first().waitFor();
  assert.ok(await page.locator("#pin-new").isVisible());
});

for (const [what, first, again, key] of [
  ["too short", "123", "123", "pin-short"],
  ["not of digits", "12a45", "12a45", "pin-short"],
  ["another the second time", "4729", "4728", "pin-other"],
]) {
  visit(`a PIN that is ${what} is not set, and the page says what to do`, async ({ page }) => {
    await list(page, [FIRST]);
    await page.locator("#pin-first").fill(first);
    await page.locator("#pin-again").fill(again);
    await page.locator("#pin-again").press("Enter");
    assert.equal(await page.locator("#pin-part-said").innerText(), DEVICE[key]);
    assert.equal(await page.evaluate(() => document.activeElement.id), key === "pin-short" ? "pin-first" : "pin-again");
    assert.deepEqual(await store(page), { [nameOf(FIRST)]: FIRST });
  });
}

visit("two tabs: what one sets, keeps and deletes, the other knows", async ({ page, context }) => {
  await list(page, [FIRST]);
  const check = await context.newPage();
  await startCheck(check);
  await hurry(check, [3, 2, 2, 0, 0, 0, 1, 0, 0, 0]);
  await setPin(page);
  // The check was opened when there was no PIN yet.
  await check.locator("#take-keep-open").click();
  await check.locator("#take-keep-save").click();
  await typePin(check);
  await check.locator("#take-keep-done").waitFor();
  await page.waitForFunction(() => document.querySelectorAll("#kept > li").length === 2);
  await saysNothing(page);
  await check.locator("#take-keep-undo").click();
  await page.waitForFunction(() => document.querySelectorAll("#kept > li").length === 1);
  // Taken away here: the other tab keeps without it.
  await page.locator("#pin-off").click();
  await page.getByText(DEVICE["pin-off-done"]).waitFor();
  await check.locator("#take-keep-save").click();
  await check.locator("#take-keep-done").waitFor();
  assert.deepEqual(await kinds(page), ["check", "check"]);
});

visit("it closes when the page is left, closed by hand, or looked away from", async ({ page }) => {
  await list(page, [FIRST]);
  await setPin(page);
  await page.locator("#pin-close").click();
  await page.locator("#pin").waitFor();
  await typePin(page);
  await page.locator("#kept").waitFor();
  await page.goto("about/");
  await page.goBack();
  await page.locator("#pin").waitFor();
  await typePin(page);
  await page.locator("#kept").waitFor();
  const away = (minutes) => page.evaluate((minutes) => {
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
    const now = Date.now();
    Date.now = () => now + minutes * 60_000;
    Object.defineProperty(document, "hidden", { value: false, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, minutes);
  await away(0.5);
  assert.equal((await entries(page)).length, 1);
  await away(2);
  await page.locator("#pin").waitFor();
});

visit("leaving deletes what is behind the PIN for those who chose so", { origins: ["https://www.bbc.co.uk"] }, async ({ page }) => {
  await page.route("https://www.bbc.co.uk/**", (route) => route.fulfill({ contentType: "text/html", body: "<!DOCTYPE html><title>Weather</title>" }));
  await list(page, [FIRST]);
  await page.locator("label[for=leave-deletes]").click();
  await setPin(page);
  await page.locator(".app-exit").click();
  await page.waitForURL("https://www.bbc.co.uk/**");
  await open(page);
  assert.deepEqual(Object.keys(await store(page)), ["waymark-kept-leave"]);
});
