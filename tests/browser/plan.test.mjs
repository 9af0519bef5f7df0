// A plan in a person's own words: kept only when they press for it, never lost or overwritten unseen, on paper and as text.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { visitor } from "./support/browser.mjs";
import { ADDRESSES, focused, open as openPage } from "./support/guidance.mjs";
import { open as openKept, store } from "./support/kept.mjs";
import { kinds, setPin, typePin } from "./support/pin.mjs";
import { WORDS } from "./support/questionnaire.mjs";
import { stored } from "./support/traces.mjs";

const visit = visitor();
const { plan: PLAN, "kept-plan": KEPT, device: DEVICE } = WORDS;
const NAME = "waymark-kept-plan";
const MARKUP = "A <b>door</b>,\n\"a\" second bottle \\";
const written = (...parts) => JSON.stringify({ waymark: 1, kind: "plan", parts });

const open = (page) => openPage(page, "plan");
const said = (page) => page.locator("#plan-said").innerText();
const type = (page, id, text) => page.locator(`#part-${id}`).fill(text);
const typed = (page, id = "start") => page.locator(`#part-${id}`).inputValue();
const press = (page, id) => page.locator(`#plan-${id}`).click();
const put = (page, text) => page.evaluate(([name, text]) => localStorage.setItem(name, text), [NAME, text]);

/** Puts a text into the store, and opens the page of the plan. */
async function withText(page, text) {
  await page.goto("about/");
  await put(page, text);
  await open(page);
}

visit("each part has a field with a name of its own, under what is asked there and after the warning", async ({ page }) => {
  await open(page);
  const headings = await page.locator(".app-prose > h2[id]").allTextContents();
  assert.equal(headings.length, 8);
  for (const heading of headings) {
    assert.equal(await page.getByRole("textbox", { name: heading }).and(page.getByLabel(PLAN.label)).count(), 1, heading);
  }
  const order = await page.locator(".govuk-inset-text, .app-plan__part, .app-prose > h2").evaluateAll((parts) => parts.map((part) => part.className.split(" ")[0]));
  assert.equal(order[0], "govuk-inset-text", "first of all, what a plan that is found can mean");
  assert.deepEqual(order.slice(1, 5), ["govuk-heading-m", "govuk-form-group", "govuk-heading-m", "govuk-form-group"]);
  assert.ok(await page.getByText(PLAN["keep-text"]).isVisible(), "and again where it is kept");
});

visit("nothing is kept before the press, and changes only after another; by keys alone", async ({ page }) => {
  await open(page);
  assert.equal(await said(page), PLAN.blank);
  await page.locator("#part-start").focus();
  await page.keyboard.type("A door");
  assert.deepEqual([await said(page), await stored(page)], [PLAN.unkept, []]);
  await page.locator("#plan-keep").press("Enter");
  assert.deepEqual([await said(page), await store(page)], [PLAN.kept, { [NAME]: written(["start", "A door"]) }]);
  assert.equal(await focused(page), "plan-keep");
  await type(page, "call", "Jo");
  assert.equal(await said(page), PLAN.changed);
  assert.deepEqual(await store(page), { [NAME]: written(["start", "A door"]) });
  await open(page);
  assert.deepEqual([await typed(page), await typed(page, "call"), await said(page)], ["A door", "", PLAN.kept]);
  await type(page, "call", "Jo");
  await press(page, "keep");
  assert.deepEqual(await store(page), { [NAME]: written(["start", "A door"], ["call", "Jo"]) });
  await open(page);
  await type(page, "start", "");
  await type(page, "call", "");
  await press(page, "keep");
  assert.deepEqual([await store(page), await said(page)], [{}, PLAN.blank], "a plan that was emptied is none");
  await press(page, "keep");
  assert.equal(await said(page), PLAN.nothing);
});

visit("it is deleted with what is typed, and put back", async ({ page }) => {
  await open(page);
  await type(page, "start", MARKUP);
  await press(page, "keep");
  await type(page, "call", "Jo");
  await page.locator("#plan-delete").press("Enter");
  assert.deepEqual([await store(page), await typed(page), await typed(page, "call"), await said(page)], [{}, "", "", PLAN.deleted]);
  assert.equal(await focused(page), "plan-undo");
  await page.keyboard.press("Enter");
  assert.deepEqual([await store(page), await typed(page), await typed(page, "call")], [{ [NAME]: written(["start", MARKUP]) }, MARKUP, "Jo"]);
  assert.equal(await said(page), PLAN.changed, "what was not kept before is not kept now");
  await open(page);
  await type(page, "go", "Nan");
  await press(page, "delete");
  await type(page, "go", "Jo");
  assert.ok(await page.locator("#plan-undo").isHidden(), "what is typed after it is not lost for what was before");
});

visit("on paper: the headings and what was typed, all of it, and nothing else", async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => (window.printed = true);
  });
  await open(page);
  const long = Array.from({ length: 30 }, (_, line) => `Line ${line}`).join("\n");
  await type(page, "pack", long);
  await press(page, "print");
  assert.ok(await page.evaluate(() => window.printed));
  await page.emulateMedia({ media: "print" });
  const text = await page.locator("body").innerText();
  assert.ok(text.startsWith("Your plan for a bad night\n"), text);
  for (const part of ["1. How does a bad night start?", "8. And the day after?", long]) assert.ok(text.includes(part), part);
  for (const part of [PLAN.label, PLAN.print, "Help near you", "Samaritans"]) assert.ok(!text.includes(part), part);
  assert.deepEqual(await stored(page), []);
  // Printed by the browser's own menu it is the page, without the sheet.
  await page.emulateMedia({ media: "screen" });
  await page.keyboard.press("Shift");
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator("#plan-sheet").isHidden());
  assert.ok(await page.locator("#part-pack").isVisible());
});

visit("as text: headings and what was typed", { permissions: ["clipboard-read", "clipboard-write"] }, async ({ page }) => {
  await open(page);
  await press(page, "copy");
  assert.equal(await said(page), PLAN.nothing);
  await type(page, "call", MARKUP);
  await press(page, "copy");
  await page.locator("#plan-said", { hasText: PLAN.copied }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `Your plan for a bad night\n\n3. Who can I call?\n${MARKUP}\n`);
});

visit("a part that is too long is said, and nothing of the plan is kept until it is shorter", async ({ page }) => {
  await open(page);
  await type(page, "start", "é".repeat(2_003));
  const wrong = page.locator("#wrong-start");
  assert.equal(await wrong.innerText(), PLAN.over.replace("{n}", 3));
  await press(page, "keep");
  assert.deepEqual([await said(page), await focused(page), await stored(page)], [PLAN["not-kept-long"], "part-start", []]);
  assert.equal((await typed(page)).length, 2_003, "nothing is cut off");
  await type(page, "start", "é".repeat(2_000));
  assert.equal(await wrong.innerText(), "");
  await press(page, "keep");
  assert.equal(await said(page), PLAN.kept);
  await open(page);
  assert.equal((await typed(page)).length, 2_000);
});

for (const [what, key, text] of [
  ["damaged", "damaged", '{"waymark":1,"kind":"plan","parts":[["start","a'],
  ["of a newer version", "newer", '{"waymark":2,"kind":"plan","parts":[]}'],
  ["5 MB long", "too-long", `{"waymark":1,"kind":"plan","parts":[],"x":"${"y".repeat(4_000_000)}"}`],
]) {
  visit(`a plan that is ${what} is said to be, never overwritten, and can be deleted`, async ({ page }) => {
    await withText(page, text);
    assert.equal(await said(page), PLAN[key]);
    await type(page, "start", "A door");
    await press(page, "keep");
    assert.equal(await said(page), PLAN[key]);
    const left = () => page.evaluate((name) => localStorage.getItem(name)?.length, NAME);
    assert.equal(await left(), text.length);
    await openKept(page);
    assert.ok((await page.locator(".app-kept__plan").innerText()).includes(KEPT[key]));
    await press(page, "delete");
    assert.equal(await left(), undefined);
    await press(page, "back");
    assert.equal(await left(), text.length);
  });
}

visit("what you kept shows it as text, deletes it, puts it back, and counts it with everything", async ({ page }) => {
  const parts = [["start", MARKUP], ["gone", "of a part that this page does not have"]];
  await withText(page, written(...parts));
  await type(page, "call", "Jo");
  await press(page, "keep");
  assert.deepEqual(JSON.parse((await store(page))[NAME]).parts, [["start", MARKUP], ["call", "Jo"], parts[1]], "no part is lost");
  await openKept(page);
  const section = page.locator(".app-kept__plan");
  const text = await section.innerText();
  for (const part of ["1. How does a bad night start?", MARKUP, "3. Who can I call?", parts[1][1]]) assert.ok(text.includes(part), text);
  assert.equal(await section.locator("b").count(), 0, "what is typed is never markup");
  assert.equal(await section.getByRole("link").getAttribute("href"), "/families/a-bad-night/");
  assert.ok(await page.getByText(WORDS.kept["who-sees"]).isVisible());
  const before = await store(page);
  await press(page, "delete");
  assert.deepEqual([await store(page), await focused(page), (await section.innerText()).includes(KEPT.deleted)], [{}, "plan-back", true]);
  await press(page, "back");
  assert.deepEqual([await store(page), await focused(page)], [before, "plan-delete"]);
  await page.locator("#all").click();
  await page.locator("#all-yes").click();
  await page.locator("#kept-none").waitFor();
  assert.deepEqual([await store(page), await section.count()], [{}, 0]);
});

visit("a full or blocked store: the plan stays on the page, and it is said", async ({ page }) => {
  await open(page);
  await type(page, "start", "A door");
  for (const [name, key] of [["QuotaExceededError", "full"], ["SecurityError", "blocked"]]) {
    await page.evaluate((name) => {
      Storage.prototype.setItem = () => {
        throw new DOMException("no", name);
      };
    }, name);
    await press(page, "keep");
    assert.deepEqual([await said(page), await typed(page)], [PLAN[key], "A door"]);
  }
});

visit("two tabs: what one keeps the other shows, and what is typed is not lost for it", async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await open(other);
  await type(page, "start", "One");
  await press(page, "keep");
  await other.locator("#plan-said", { hasText: PLAN.kept }).waitFor();
  assert.equal(await typed(other), "One");
  await type(other, "start", "Two");
  await type(page, "start", "Three");
  await press(page, "keep");
  await other.locator("#plan-said", { hasText: PLAN.another }).waitFor();
  await press(other, "keep");
  assert.deepEqual([await store(page), await typed(other)], [{ [NAME]: written(["start", "Three"]) }, "Two"], "seen first, then chosen");
  await press(other, "mine");
  await page.waitForFunction(() => document.getElementById("part-start").value === "Two");
  assert.equal(await said(other), PLAN.kept);
  await type(other, "start", "Four");
  await press(page, "delete");
  await other.locator("#plan-said", { hasText: PLAN.unkept }).waitFor();
  assert.equal(await typed(other), "Four", "what is on the screen stays, and is not kept any more");
  await type(page, "start", "Five");
  await press(page, "keep");
  await other.locator("#plan-said", { hasText: PLAN.another }).waitFor();
  await press(other, "theirs");
  assert.deepEqual([await typed(other), await said(other)], ["Five", PLAN.kept]);
  await press(page, "delete");
  await other.locator("#plan-said", { hasText: PLAN.blank }).waitFor();
  assert.equal(await typed(other), "", "a plan that was as it was kept goes with it");
});

visit("a page that comes back from the browser's memory shows what is kept now, and puts nothing back that was deleted", async ({ page }) => {
  await withText(page, written(["start", "One"]));
  const shown = (persisted) => page.evaluate((persisted) => dispatchEvent(new PageTransitionEvent("pageshow", { persisted })), persisted);
  await page.evaluate((name) => localStorage.removeItem(name), NAME);
  await shown(true);
  assert.deepEqual([await typed(page), await said(page)], ["", PLAN.blank]);
  await put(page, written(["start", "Two"]));
  await shown(true);
  assert.equal(await typed(page), "Two");
  await press(page, "delete");
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  await shown(true);
  assert.ok(await page.locator("#plan-undo").isHidden());
});

visit("behind a PIN: sealed, asked for where it is shown or kept, and no other plan overwritten unseen", async ({ page }) => {
  await withText(page, written(["start", "Secret door"]));
  await openKept(page);
  await setPin(page);
  assert.deepEqual(await kinds(page), ["pin", "sealed"]);
  assert.ok(!JSON.stringify(await store(page)).includes("Secret"));
  await open(page);
  assert.deepEqual([await typed(page), await page.locator("#pin-list").innerText()], ["", `${WORDS.pin.plan} ${WORDS.pin["list-open"]}`]);
  await type(page, "start", "Mine");
  await press(page, "keep");
  assert.equal(await focused(page), "pin");
  assert.equal(await typePin(page), "");
  await page.locator("#plan-said", { hasText: PLAN.another }).waitFor();
  await press(page, "theirs");
  assert.equal(await typed(page), "Secret door");
  await type(page, "call", "Jo");
  await press(page, "keep");
  await page.waitForFunction(() => Object.values({ ...localStorage }).filter((text) => JSON.parse(text).kind === "sealed").length === 1);
  await open(page);
  await page.locator("#pin-list-open").click();
  await typePin(page);
  await page.locator("#plan-said", { hasText: PLAN.kept }).waitFor();
  assert.deepEqual([await typed(page), await typed(page, "call")], ["Secret door", "Jo"]);
  assert.ok(!JSON.stringify(await store(page)).includes("Jo"));
  // Left and come back to, it is closed again.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  assert.equal(await typed(page), "");
});

visit("it goes into the file of everything as it can be read, comes back byte for byte, and takes no other's place", async ({ page }) => {
  await withText(page, written(["start", MARKUP]));
  await openKept(page);
  const before = await store(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#carry-save").click()]);
  const file = await readFile(await download.path(), "utf8");
  assert.deepEqual(JSON.parse(file).kept, [JSON.parse(before[NAME])]);
  const bring = async (text) => {
    await page.locator("#carry-said").evaluate((part) => (part.textContent = ""));
    await page.locator("#carry-file").setInputFiles({ name: "notes-all.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await page.locator("#carry-said", { hasText: /./ }).waitFor();
    return page.locator("#carry-said").innerText();
  };
  assert.equal(await bring(file), `${DEVICE["carry-nothing"]} ${DEVICE["carry-plan-known"]}`);
  await press(page, "delete");
  assert.ok((await bring(file)).endsWith(DEVICE["carry-plan-new"]));
  await page.locator("#carry-yes").click();
  await page.getByText(DEVICE["carry-brought"]).waitFor();
  assert.deepEqual(await store(page), before);
  const other = file.replace("second", "third");
  assert.equal(await bring(other), `${DEVICE["carry-nothing"]} ${DEVICE["carry-plan-other"]}`);
  assert.deepEqual(await store(page), before);
  await page.evaluate(() => localStorage.clear());
  for (const parts of [[["start"]], "start", [["start", "x".repeat(2_001)]], [["start", 3]]]) {
    const wrong = JSON.stringify({ waymark: 1, kind: "all", day: "2026-11-28", kept: [{ waymark: 1, kind: "plan", parts }] });
    assert.equal(await bring(wrong), `${DEVICE["carry-nothing"]} ${DEVICE["carry-out"].replace("{n}", 1)}`);
  }
  assert.deepEqual(await store(page), {});
});

visit("leaving the page loses nothing that was kept, and the address says nothing", async ({ page }) => {
  await open(page);
  await type(page, "start", "A door");
  await press(page, "keep");
  assert.equal(new URL(page.url()).pathname, `/${ADDRESSES.plan}`);
  await page.goto("about/");
  await page.goBack();
  await page.locator("[data-island=plan][data-ready]").waitFor();
  assert.equal(await typed(page), "A door");
});
