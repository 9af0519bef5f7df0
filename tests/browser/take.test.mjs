// "Take it with you": the sheet on one page, its text, the code as a camera reads it, the reminder as a calendar reads
// it; and that none of it asks the network for anything or leaves a trace.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import ICAL from "ical.js";
import { PNG } from "pngjs";

import { BASE, visitor } from "./support/browser.mjs";
import { SIGN, hurry, restart, startCheck } from "./support/check.mjs";
import { sheetsOf } from "./support/paper.mjs";
import { AUDIT, WORDS, item, option } from "./support/questionnaire.mjs";

const jsQR = createRequire(import.meta.url)("jsqr");
const visit = visitor();

/** The longest real case: ten answers, the warning, and three full lines typed. */
const LONGEST = [4, 4, 4, 4, 4, 4, 4, 4, 4, 4];
const TYPED = ["I do not sleep, I worry about my job, and mornings are the hardest. ", "I tried twice on my own & felt <very> ill. ", "My sister “Ann” knows; my son doesn’t. What can I do so that he is not scared?"].join("\n");
const PHONE = { viewport: { width: 360, height: 740 } };
const { take, sheet } = WORDS;

visit("the sheet is one page of A4 in the longest case, and nothing else is on it", async ({ page }) => {
  await quietPrinter(page);
  await reach(page, LONGEST);
  await fillIn(page, TYPED);
  await page.locator("#take-print").click();
  assert.equal(await page.evaluate(() => window.printed), 1, "the print dialogue was asked for once");
  assert.equal(await page.locator("#take-sheet").isVisible(), false, "the sheet is for paper only");
  assert.equal(await sheetsOf(page), 1);
  await page.emulateMedia({ media: "print" });
  const shown = await page.evaluate(() => document.body.innerText);
  assert.match(shown.trim(), new RegExp(`^${sheet.title}`), "it begins with its heading");
  for (const text of [sheet.first, sheet.stop, AUDIT.credit, "40 out of 40", "AUDIT-C: 12 out of 12", "is not scared?", "felt <very> ill", sheet["ask-stop"]]) {
    assert.ok(shown.includes(text), text);
  }
  for (const { text } of AUDIT.item) assert.ok(shown.includes(text), text);
  for (const text of [WORDS.result.title, WORDS.help.title, take.title, WORDS.footer.title, sheet["ask-change"]]) {
    assert.ok(!shown.includes(text), `${text} is on the sheet`);
  }
  assert.ok(await page.locator("#take-sheet svg").isVisible(), "the code is on it");
});

visit("the sheet is one page when two people did the check together too", async ({ page }) => {
  await quietPrinter(page);
  await page.goto("check/");
  await page.locator('[data-start="together"]').click();
  await page.waitForURL("**/check/audit/");
  await page.locator('[data-island="check"][data-ready]').waitFor();
  await hurry(page, LONGEST);
  await page.locator("#take-notes-open").click();
  await fillIn(page, TYPED);
  await page.locator("#take-print").click();
  assert.equal(await sheetsOf(page), 1);
});

visit("after the sheet, Print this page prints the page as ever, without the panel", async ({ page }) => {
  await quietPrinter(page);
  await reach(page, LONGEST);
  await page.locator("#take-print").click();
  assert.equal(await sheetOnly(page), true);
  await page.getByRole("button", { name: WORDS.result.print }).click();
  assert.equal(await sheetOnly(page), false);
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator("#result h1").isVisible());
  assert.ok((await sheetsOf(page)) > 1, "the result is longer than the notes");
  assert.ok(await page.locator("#withdrawal-warning").isVisible());
  assert.equal(await page.locator("#take").isVisible(), false);
  // With keys as well: the sheet goes with the first of them.
  await page.emulateMedia({ media: "screen" });
  await page.locator("#take-print").focus();
  await page.keyboard.press("Enter");
  assert.equal(await sheetOnly(page), true);
  await page.keyboard.press("Tab");
  assert.equal(await sheetOnly(page), false);
});

visit("copied, shared and saved are one text, and it says everything", { permissions: ["clipboard-read", "clipboard-write"] }, async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "share", { configurable: true, value: async (data) => void (window.shared = data) });
  });
  await reach(page, LONGEST);
  await fillIn(page, TYPED);
  const said = page.locator("#take-said");
  await page.locator("#take-copy").click();
  await page.waitForFunction((text) => document.querySelector("#take-said").textContent === text, take.copied);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await page.locator("#take-share").click();
  assert.deepEqual(await page.evaluate(() => window.shared), { text: copied });
  const { name, text } = await download(page, "#take-save");
  assert.equal(name, "notes.txt");
  assert.equal(text, copied);
  assert.equal(await said.textContent(), take.saved);
  assert.equal(await said.getAttribute("role"), "status");
  for (const part of [sheet.title, sheet["first-morning"], AUDIT.credit, AUDIT.version, "40 out of 40", ...TYPED.split("\n").map((line) => line.trim())]) {
    assert.ok(text.includes(part), part);
  }
  for (const [place, { text: question }] of AUDIT.item.entries()) {
    const { label } = item(place + 1).options[option(place + 1, 4)];
    assert.ok(text.includes(`${place + 1}. ${question}\n   ${label} (4 points)`), question);
  }
});

for (const colorScheme of ["light", "dark"]) {
  visit(`a camera reads the code, ${colorScheme}, on a phone, in the longest case`, { ...PHONE, colorScheme }, async ({ page }) => {
    await reach(page, LONGEST, SIGN.no, "#take-notes-open");
    await fillIn(page, TYPED);
    await page.locator("#take-code-open").click();
    const shown = await page.locator("#take-code-text").evaluate((twin) => twin.textContent);
    assert.equal(await scan(page.locator("#take-code-picture svg")), shown);
    assert.ok(shown.includes("40 out of 40") && shown.includes("10=4") && shown.includes("felt <very> ill"), shown);
    assert.ok(shown.startsWith(sheet["first-morning"]), "the warning comes first");
    // What is typed later is in it at once.
    await page.locator("#take-matters").fill("Short.");
    const later = await page.locator("#take-code-text").evaluate((twin) => twin.textContent);
    assert.ok(later.endsWith("\nShort."));
    assert.equal(await scan(page.locator("#take-code-picture svg")), later);
  });
}

visit("the code on the printed sheet is read too", async ({ page }) => {
  await quietPrinter(page);
  await reach(page, LONGEST);
  await fillIn(page, TYPED);
  await page.locator("#take-print").click();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const text = await scan(page.locator("#take-sheet svg"), 3);
  assert.ok(text.includes("40 out of 40") && text.endsWith("What can I do so that he is not scared?"), text);
});

visit("the reminder is a calendar file for ten in the morning in 12 weeks that names nothing", { timezoneId: "Europe/London" }, async ({ page }) => {
  // Before a change of the clocks, late in the evening, over the end of a year.
  await page.clock.setFixedTime(new Date("2026-10-24T22:30:00Z"));
  await reach(page, [1, 0, 0, -1, -1, -1, -1, -1, 0, 0], SIGN.no, "#take-reminder-open");
  const { name, text } = await download(page, "#take-reminder-save");
  assert.equal(name, "reminder.ics");
  assert.equal(await page.locator("#take-reminder-said").textContent(), take["reminder-saved"]);
  const calendar = new ICAL.Component(ICAL.parse(text));
  assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
  assert.ok(calendar.getFirstPropertyValue("prodid"));
  const [event] = calendar.getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));
  assert.equal(event.summary, take["reminder-title"]);
  assert.equal(event.startDate.toString(), "2027-01-16T10:00:00");
  assert.equal(event.startDate.zone, ICAL.Timezone.localTimezone, "wherever the person then is");
  assert.equal(event.component.getFirstPropertyValue("dtstamp").toString(), "2026-10-24T22:30:00Z");
  assert.equal(event.component.getAllSubcomponents("valarm").length, 1);
  assert.ok(event.uid.length > 10);
  assert.doesNotMatch(text, /[^\r]\n/, "every line ends as the standard says");
  assert.doesNotMatch(text, /http|www|waymark|drink|alcohol|audit|localhost/i);
  const again = await download(page, "#take-reminder-save");
  assert.notEqual(new ICAL.Event(new ICAL.Component(ICAL.parse(again.text)).getFirstSubcomponent("vevent")).uid, event.uid);
});

visit("the file for a health record is FHIR, says what the screen says, and nothing that was typed", async ({ page }) => {
  await reach(page, LONGEST);
  await fillIn(page, TYPED);
  await page.locator("#take-fhir-open").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#take-fhir-save").click()]);
  assert.equal(download.suggestedFilename(), "notes.json");
  const text = await readFile(await download.path(), "utf8");
  const bundle = JSON.parse(text);
  assert.equal(bundle.resourceType, "Bundle");
  const of = (type) => bundle.entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === type);
  const scores = of("Observation").map(({ valueInteger, valueQuantity }) => valueInteger ?? valueQuantity.value);
  assert.deepEqual(scores.sort((a, b) => a - b), [12, 40]);
  assert.equal(of("QuestionnaireResponse").length, 1);
  for (const line of TYPED.split("\n")) assert.ok(!text.includes(line.slice(0, 12)), line);
  await page.locator("#take-fhir-said", { hasText: take["fhir-saved"] }).waitFor();
});

visit("nothing is asked of the network, nothing is stored, nothing is in the address, and a new check has none of it", { permissions: ["clipboard-read", "clipboard-write"] }, async ({ page, context, seen }) => {
  await quietPrinter(page);
  await reach(page, LONGEST);
  const before = seen.requests.length;
  await fillIn(page, TYPED);
  await page.locator("#take-print").click();
  await page.locator("#take-copy").click();
  await download(page, "#take-save");
  await page.locator("#take-code-open").click();
  await page.locator("#take-reminder-open").click();
  await download(page, "#take-reminder-save");
  const later = seen.requests.slice(before).map((request) => request.url());
  assert.deepEqual(later.filter((url) => !url.startsWith(`blob:${BASE.origin}/`)), []);
  const left = await page.evaluate(async () => ({
    stored: [...Object.entries(localStorage), ...Object.entries(sessionStorage)].flat().join("\n"),
    more: [...(await indexedDB.databases()), ...(await caches.keys()), document.cookie].filter(Boolean),
    place: location.pathname + location.search + location.hash + document.title + JSON.stringify(history.state),
  }));
  // What the check itself keeps of its place is not what was typed or chosen here.
  for (const part of ["sleep", "sister", "<very>", "question-"]) assert.ok(!left.stored.includes(part) && !left.place.includes(part), part);
  assert.deepEqual(left.more, []);
  assert.deepEqual(await context.cookies(), []);
  assert.equal(new URL(page.url()).hash, "#result");
  await restart(page);
  await hurry(page, LONGEST);
  assert.equal(await page.locator("#take-matters").inputValue(), "");
  assert.equal(await page.locator("#take input:checked").count(), 0);
  assert.equal(await page.locator("#take details[open]").count(), 0, "everything is closed again");
  assert.equal((await page.locator("#take-sheet").innerHTML()).length, 0);
});

visit("where the advice is about change its question can be chosen, and beside a warning it cannot", async ({ page }) => {
  await reach(page, [3, 2, 2, 0, 0, 0, 1, 0, 0, 0], SIGN.no);
  assert.equal(await page.getByLabel(sheet["ask-change"]).count(), 1);
  await restart(page);
  for (const sign of [SIGN.yes, SIGN.notSure]) {
    await hurry(page, [3, 2, 2, 0, 0, 0, 1, 0, 0, 0], sign);
    assert.equal(await page.getByLabel(sheet["ask-change"]).count(), 0);
    assert.equal(await page.locator("#take-question-0").count(), 1);
    await restart(page);
  }
});

visit("without clipboard and share a plain sentence says what to do instead", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
    Object.defineProperty(navigator, "share", { configurable: true, value: undefined });
  });
  await reach(page, LONGEST);
  assert.equal(await page.locator("#take-share").isVisible(), false);
  await page.locator("#take-copy").click();
  assert.equal(await page.locator("#take-said").textContent(), take["not-copied"]);
});

visit("a clipboard that refuses is said, a share that fails is said, and one that is called off is not", async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = (name) => async () => {
      throw new DOMException("no", name);
    };
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: refuse("NotAllowedError") } });
    window.failShare = (name) => Object.defineProperty(navigator, "share", { configurable: true, value: refuse(name) });
    window.failShare("AbortError");
  });
  await reach(page, LONGEST);
  const said = (text) => page.waitForFunction((text) => document.querySelector("#take-said").textContent === text, text);
  await page.locator("#take-copy").click();
  await said(take["not-copied"]);
  await page.locator("#take-share").click();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
  await said(take["not-copied"]);
  await page.evaluate(() => window.failShare("NotAllowedError"));
  await page.locator("#take-share").click();
  await said(take["not-shared"]);
});

visit("everything can be reached and pressed with keys alone", async ({ page }) => {
  await reach(page, LONGEST, SIGN.no, null);
  await page.locator("#take-notes-open").focus();
  await page.keyboard.press("Enter");
  const stops = [];
  for (let stop = 0; stop < 16; stop += 1) {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(() => document.activeElement.id));
  }
  const wanted = ["take-matters", "take-question-0", "take-print", "take-copy", "take-save", "take-code-open", "take-reminder-open"];
  assert.deepEqual(stops.filter((id) => wanted.includes(id)), wanted);
});

/** A finished check with the notes, or another part of the panel, opened. */
async function reach(page, points, sign = SIGN.no, open = "#take-notes-open") {
  await startCheck(page);
  await hurry(page, points, sign);
  assert.equal(await page.locator("#take details[open]").count(), 0, "everything is closed at first");
  if (open) await page.locator(open).click();
}

/** Types, and ticks every question. */
async function fillIn(page, text) {
  await page.locator("#take-matters").fill(text);
  const questions = page.locator("#take input[type=checkbox]");
  for (let place = 0; place < (await questions.count()); place += 1) {
    await page.locator(`label[for="take-question-${place}"]`).click();
  }
  assert.equal(await page.locator("#take input:checked").count(), await questions.count());
}

/** Counts what would open the print dialogue, and opens none. */
function quietPrinter(page) {
  return page.addInitScript(() => {
    window.printed = 0;
    window.print = () => (window.printed += 1);
  });
}

function sheetOnly(page) {
  return page.evaluate(() => document.documentElement.classList.contains("app-sheet-only"));
}

/** Presses and gives back the file that comes of it. */
async function download(page, selector) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(selector).click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/** What a camera makes of a code: its picture on the screen, read by a decoder that knows nothing of ours. */
async function scan(code, scale = 1) {
  const { data, width, height } = PNG.sync.read(await code.screenshot({ scale: "device" }));
  const large = { width: width * scale, height: height * scale, data: new Uint8ClampedArray(width * scale * height * scale * 4) };
  for (let y = 0; y < large.height; y += 1) {
    for (let x = 0; x < large.width; x += 1) {
      const from = (Math.floor(y / scale) * width + Math.floor(x / scale)) * 4;
      large.data.set(data.subarray(from, from + 4), (y * large.width + x) * 4);
    }
  }
  const found = jsQR(large.data, large.width, large.height, { inversionAttempts: "dontInvert" });
  assert.ok(found, `no code is found in ${width} × ${height} px`);
  return found.data;
}
