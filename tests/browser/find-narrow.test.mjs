// Narrowing down what is found, seeing more of it, opening the rest of an entry, and the device's own place.

import assert from "node:assert/strict";
import { test } from "node:test";

import { launch, open as visitPage, visitor } from "./support/browser.mjs";
import { answered, boxes, ids, line, open, results, said, searchable, tick, type } from "./support/find.mjs";
import { WORDS } from "./support/questionnaire.mjs";
import { stored } from "./support/traces.mjs";

const visit = visitor();
const { filter: FILTER, find: FIND, here: HERE, hours: HOURS } = WORDS;

visit("the number beside a box is how many ticking it leaves; two kinds are either", async ({ page }) => {
  await open(page);
  assert.ok(await page.locator("#filter").isHidden(), "nothing to narrow down yet");
  await type(page, "WA8 0QR");
  const before = await boxes(page);
  assert.ok(before["kind.pharmacy"] > 20 && before["kind.gp"] > 10, JSON.stringify(before));
  assert.ok(Object.values(before).every((count) => count > 0), "a box that would find nothing is not offered");
  await tick(page, "kind.family");
  assert.equal((await results(page)).length, before["kind.family"]);
  assert.ok((await results(page)).every(({ kind }) => kind === "family"));
  await tick(page, "kind.mutual-aid");
  assert.equal((await results(page)).length, before["kind.family"] + before["kind.mutual-aid"]);
  // Another kind would still add what it has; what is ticked stays in sight.
  const now = await boxes(page);
  assert.equal(now["kind.pharmacy"], before["kind.pharmacy"]);
  await page.locator("#filter-clear").click();
  assert.deepEqual(await boxes(page), before);
  assert.ok(await page.locator("#filter-clear").isHidden());
});

visit("nothing that is ticked hides the lines and the crisis strip; nothing found says what to do", async ({ page }) => {
  await open(page);
  // A box that would find nothing is not offered; another place can leave one ticked that finds nothing there.
  await type(page, "NE31 1NU");
  await tick(page, "kind.young-people");
  await type(page, "SW1A 1AA");
  await page.locator("#find-none").waitFor();
  assert.ok(await page.locator('[data-filter="kind.young-people"]').isChecked(), "what is ticked stays in sight");
  assert.deepEqual(await results(page), []);
  assert.equal(await page.locator("#find-none").innerText(), FIND["none-fit"]);
  for (const call of ["999", "111", "116123", "08001111"]) assert.ok(await page.locator(`footer a[href='tel:${call}']`).isVisible());
  assert.ok(await page.locator("main .app-lines a[href='tel:03001231110']").isVisible());
});

visit("a link to help of one kind arrives with its box ticked, and says so before anything is typed", async ({ page }) => {
  await page.goto("drugs/heroin/");
  await page.locator('main a[href="/find/#f-kind-drug-and-alcohol"]').first().click();
  await searchable(page);
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).hash, "/find/");
  assert.ok(await page.locator('[data-filter="kind.drug-and-alcohol"]').isChecked());
  assert.ok(await page.locator("#filter-ticked").isVisible());
  // What is ticked is named; the other boxes are not in the way, and nothing is counted yet.
  const label = page.locator('[data-option]:has([data-filter="kind.drug-and-alcohol"]) label');
  assert.equal(await page.locator("#filter-ticked").innerText(), FILTER.ticked.replace("{names}", (await label.textContent()).trim()));
  assert.ok(await label.isHidden());
  await type(page, "WA8 0QR");
  assert.ok((await results(page)).every(({ kind }) => kind === "drug-and-alcohol"));
  // Who unticks it means that, also after a reload.
  await page.locator("#filter-clear").click();
  await page.reload();
  await searchable(page);
  assert.ok(await page.locator("#filter").isHidden());
});

visit("what is ticked survives Back, and is in no address", async ({ page }) => {
  await open(page);
  await type(page, "WA8 0QR");
  await tick(page, "kind.pharmacy");
  const before = await ids(page);
  await page.locator("footer a[href='/privacy/']").click();
  await page.waitForURL("**/privacy/");
  await page.goBack();
  await searchable(page);
  assert.ok(await page.locator('[data-filter="kind.pharmacy"]').isChecked());
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).search + new URL(page.url()).hash, "/find/");
  // The same place again gives the same list: the tick that the browser brought back counts.
  await type(page, "WA8 0QR");
  assert.deepEqual(await ids(page), before);
  assert.deepEqual([await page.evaluate(() => history.state), await stored(page)], [null, []]);
});

test("a page that the browser kept for Back is as it was: what was typed, ticked and found", async () => {
  const browser = await launch([], ["--disable-back-forward-cache"]);
  try {
    const { page, seen } = await visitPage(browser);
    await open(page);
    await type(page, "WA8 0QR");
    await tick(page, "kind.pharmacy");
    const before = await ids(page);
    await page.evaluate(() => (window.sameTab = true));
    await page.locator("footer a[href='/privacy/']").click();
    await page.waitForURL("**/privacy/");
    await page.evaluate(() => void setTimeout(() => history.back()));
    await page.waitForURL("**/find/", { waitUntil: "commit" });
    await page.locator("#filter-clear").waitFor();
    assert.ok(await page.evaluate(() => window.sameTab), "the browser has kept it");
    assert.deepEqual([await page.locator("#find-what").inputValue(), await ids(page)], ["WA8 0QR", before]);
    await page.locator("#filter-clear").click();
    await answered(page);
    assert.ok((await ids(page)).length > before.length, "and it goes on from there");
    await seen.nothingWrong();
  } finally {
    await browser.close();
  }
});

visit("more of a kind, from the first that is new", async ({ page }) => {
  await open(page);
  await type(page, "NE33 1TL");
  const before = await ids(page);
  await page.locator("#more-pharmacy").click();
  const after = await ids(page);
  assert.equal(after.length, before.length + 10);
  assert.deepEqual(after.filter((id) => before.includes(id)), before, "nothing has moved");
  const focused = await page.evaluate(() => document.activeElement.dataset.id);
  assert.ok(!before.includes(focused) && after.includes(focused), focused);
  // Another question begins with little again.
  await type(page, "NE33 1TA");
  assert.equal((await results(page)).filter(({ kind }) => kind === "pharmacy").length, 5);
});

visit("many of one name: ten, and more on a press", async ({ page }) => {
  await open(page);
  await type(page, "boots");
  assert.equal((await results(page)).length, 10);
  const all = Number((await said(page)).match(/\d+/)[0]);
  assert.ok(all > 20);
  assert.ok((await results(page)).every(({ text }) => / [A-Z]{1,2}\d/.test(text)), "each says where it is");
  await page.locator("#more-all").click();
  assert.equal((await results(page)).length, Math.min(20, all));
});

visit("the rest of an entry opens on a press: its source with its day, a map that leaves, a letter that we do not send", async ({ page }) => {
  await open(page);
  await type(page, "WA8 0QR");
  const entry = page.locator('#results > li[data-kind="pharmacy"]').first();
  await entry.locator("[aria-expanded]").click();
  assert.match(await entry.innerText(), /From NHS [^.]+, as it was on \d+ \w+ \d{4}/);
  const links = await entry.locator(".app-result__rest a").evaluateAll((links) => links.map((link) => ({ to: link.getAttribute("href"), text: link.innerText, rel: link.rel })));
  const map = links.find(({ to }) => to.startsWith("https://www.openstreetmap.org/"));
  assert.ok(map.text.includes("leaves this site") && map.rel.includes("noreferrer"), JSON.stringify(map));
  assert.ok(links.some(({ to }) => to.startsWith("/find/halton/") && to.endsWith("/#mistake")) || links.some(({ to }) => to.startsWith("mailto:")), JSON.stringify(links));
  // It stays open while something else changes that does not change the list.
  await page.evaluate(() => window.dispatchEvent(new Event("pageshow")));
  const more = entry.locator("[aria-expanded]");
  assert.deepEqual([await more.getAttribute("aria-expanded"), await entry.locator(".app-result__rest").isVisible()], ["true", true]);
  await more.click();
  assert.deepEqual([await more.getAttribute("aria-expanded"), await entry.locator(".app-result__rest").isVisible()], ["false", false]);
});

visit("an entry near an area has no page of ours, and a letter all the same", async ({ page }) => {
  await open(page);
  await type(page, "Holes Lane Medical");
  const entry = page.locator("#results > li").first();
  assert.equal(await entry.locator("h2 a").count(), 0);
  await entry.locator("[aria-expanded]").click();
  const letter = new URL(await entry.locator("a[href^='mailto:']").getAttribute("href"));
  assert.match(letter.pathname, /@/);
  assert.ok(letter.searchParams.get("subject").includes("(n81007)"), letter.href);
  assert.ok(letter.searchParams.get("body").includes("01925 599855"), letter.href);
});

visit("a map whose numbers are those of the list: a pin leads to its entry by mouse and by keys, and no address says which", async ({ page }) => {
  await open(page);
  assert.ok(await page.locator("#map").isHidden(), "nothing to show yet");
  await type(page, "NE33 1TL");
  await page.locator("#map-open").click();
  const pins = page.locator("#map-drawing a.app-map__pin");
  await pins.first().waitFor();
  const named = async () => (await pins.evaluateAll((pins) => pins.map((pin) => pin.getAttribute("aria-label").replace(/^[\d, –…]+\. /, "").split("; ")))).flat();
  const list = await results(page);
  for (const name of await named()) {
    const [number, ...rest] = name.split(": ");
    assert.equal(list[number - 1].name, rest.join(": "));
  }
  const mapped = (await named()).length;
  assert.ok(mapped >= 8, `${mapped} on the map`);
  // A pin as large as a fingertip.
  const box = await pins.first().boundingBox();
  assert.ok(box.width >= 24 && box.height >= 24, JSON.stringify(box));
  for (const press of [() => pins.first().click(), async () => (await pins.first().focus(), page.keyboard.press("Enter"))]) {
    await press();
    const number = (await named())[0].split(": ")[0];
    assert.equal(await page.evaluate(() => document.activeElement.dataset.id), list[number - 1].id);
    assert.equal(await page.evaluate(() => location.pathname + location.hash), "/find/");
  }
  // The whole area has every place on it; another search draws another map.
  await page.locator("#map-whole").click();
  assert.equal(await page.locator("#map-whole").getAttribute("aria-pressed"), "true");
  assert.ok((await named()).length >= mapped);
  assert.ok(await page.locator("#map-drawing .app-map__land").count() > 0);
  await type(page, "Widnes");
  const there = await results(page);
  const drawn = await named();
  assert.ok(drawn.length > 0);
  for (const name of drawn) {
    const [number, ...rest] = name.split(": ");
    assert.equal(there[number - 1].name, rest.join(": "), "the map of the new list");
  }
  await type(page, "SW1A 1AA");
  assert.ok(await page.locator("#map").isHidden(), "lines have no place");
});

const SHREWSBURY = { latitude: 52.7106, longitude: -2.7504 };

visit("the device's place: only on a press, once, and kept nowhere", { geolocation: SHREWSBURY, permissions: ["geolocation"] }, async ({ page }) => {
  await page.addInitScript(() => {
    const ask = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
    window.asked = 0;
    navigator.geolocation.getCurrentPosition = (...rest) => ((window.asked += 1), ask(...rest));
    navigator.geolocation.watchPosition = () => (window.asked = 1_000);
  });
  await open(page);
  assert.equal(await page.evaluate(() => window.asked), 0);
  await type(page, "Widnes");
  await page.locator("#here-use").click();
  await page.locator("#results > li").first().waitFor();
  await page.locator("#find-said", { hasText: HERE.place }).waitFor();
  assert.equal((await results(page))[0].name, "Shropshire Recovery Partnership");
  assert.deepEqual([await page.evaluate(() => window.asked), await stored(page), await page.locator("#find-what").inputValue()], [1, [], ""]);
  // Something typed counts more than where one is.
  await type(page, "Widnes");
  assert.equal((await results(page))[0].name, "Halton Integrated Recovery Service");
});

visit("a device that is far away gets the lines; one that may not say, a sentence", { geolocation: { latitude: 51.5, longitude: -0.12 }, permissions: ["geolocation"] }, async ({ page, context }) => {
  await open(page);
  await page.locator("#here-use").click();
  await page.locator("#find-said", { hasText: FIND.outside.slice(0, 30) }).waitFor();
  assert.ok((await results(page)).length >= 9);
  await context.clearPermissions();
  await page.locator("#here-use").click();
  await page.locator("#here-said", { hasText: HERE.refused }).waitFor();
  await type(page, "SY1 2AQ");
  assert.equal(await page.locator("#here-said").innerText(), "");
});

/** The first day of the week with this number (Monday is 1) on or after the day on which the line was last compared. */
function day(weekday) {
  const date = new Date(`${line("nspcc").source["checked-on"]}T00:00:00Z`);
  while (date.getUTCDay() !== weekday % 7) date.setUTCDate(date.getUTCDate() + 1);
  return date;
}

/** A moment by the clocks of England, whichever of the two times they show then. */
function at(date, hour, minute) {
  const there = new Date(date.getTime() + (hour * 60 + minute) * 60_000);
  const shown = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "numeric", hourCycle: "h23" }).format(there);
  return new Date(there.getTime() - (Number(shown) - there.getUTCHours()) * 3_600_000);
}

const fill = (text, values) => Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), text);

// The line is answered Monday to Friday 8am to 10pm, at the weekend 9am to 6pm (content/numbers.toml).
for (const [what, moment, expected, openNow] of [
  ["in the evening", at(day(2), 21, 59), fill(HOURS.until, { time: "10pm" }), true],
  ["at closing time", at(day(2), 22, 0), fill(HOURS.opens, { time: "8am", day: HOURS.tomorrow }), false],
  ["on a Friday night", at(day(5), 23, 0), fill(HOURS.opens, { time: "9am", day: HOURS.tomorrow }), false],
  ["before it opens", at(day(1), 6, 30), fill(HOURS.opens, { time: "8am", day: HOURS.today }), false],
  ["91 days after it was compared", new Date(day(2).getTime() + 100 * 86_400_000 + 12 * 3_600_000), HOURS.unchecked, false],
]) {
  visit(`hours ${what}, on a device in another country: the label and the filter agree`, { timezoneId: "America/New_York" }, async ({ page }) => {
    await page.clock.setFixedTime(moment);
    await open(page);
    await type(page, "NSPCC");
    const [{ text }] = await results(page);
    assert.ok(text.includes(expected), `${expected} is not in ${text}`);
    assert.equal((await boxes(page)).open ?? 0, openNow ? 1 : 0);
  });
}

visit("a line that is open day and night says so", async ({ page }) => {
  await page.clock.setFixedTime(at(day(3), 3, 0));
  await open(page);
  await type(page, "Refuge");
  assert.ok((await results(page))[0].text.includes(HOURS["all-day"]));
});
