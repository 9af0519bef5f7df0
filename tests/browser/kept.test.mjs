// What a person keeps on their device: only when pressed for, shown as it was, deleted when asked; and whatever else stands
// in the store, or is wrong with it, loses nothing.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { BASE, launch, open as visitPage, visitor } from "./support/browser.mjs";
import { SIGN, hurry, inCharge, startCheck } from "./support/check.mjs";
import { panic } from "./support/faults.mjs";
import { FIRST, entries, keep, list, nameOf, on, open, store } from "./support/kept.mjs";
import { WORDS } from "./support/questionnaire.mjs";
import { stored } from "./support/traces.mjs";

const visit = visitor();
const { kept: KEPT, take: TAKE } = WORDS;

/** Does a check and opens "Keep the result on this device". */
async function reach(page, points = [3, 2, 2, 0, 0, 0, 1, 0, 0, 0], how = {}) {
  await startCheck(page, how.form);
  await hurry(page, points, how.sign);
  await page.locator("#take-keep-open").click();
}

async function save(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return readFile(await file.path(), "utf8");
}

visit("a result is kept when it is pressed for, listed, saved, and deleted", async ({ page, seen }) => {
  await reach(page);
  assert.deepEqual(await stored(page), [], "opening the panel keeps nothing");
  const before = seen.requests.length;
  await keep(page);
  assert.equal(await page.locator("#take-keep-said").innerText(), TAKE.kept);
  assert.equal(await page.evaluate(() => document.activeElement.id), "take-keep-undo");
  const [name, ...more] = Object.keys(await store(page));
  assert.deepEqual(more, []);
  assert.match(name, /^waymark-kept-\d+$/, "the name says nothing of the answers");
  assert.equal(await page.locator("#result-kept").innerText(), TAKE["kept-until"], "the foot of the result says so too");
  assert.equal(seen.requests.length, before, "keeping asks the network for nothing");

  await page.locator("#take-keep-done a").click();
  await page.locator("#kept").waitFor();
  const [entry, ...others] = await entries(page);
  assert.deepEqual(others, []);
  const today = new Date().toLocaleDateString("en-GB", { dateStyle: "long" });
  for (const text of [today, "Increasing risk", "AUDIT score: 8 out of 40", "Units a week: about 10 to 18"]) {
    assert.ok(entry.includes(text), `${text}: ${entry}`);
  }
  assert.equal(await page.locator(".app-kept__chart").count(), 0, "one score is no line");
  const file = await save(page, page.locator("#kept button").first());
  for (const text of [WORDS.sheet.title, today, "AUDIT score: 8 out of 40, Increasing risk", "2 to 3 times per week (3 points)"]) {
    assert.ok(file.includes(text), `${text}: ${file}`);
  }

  await page.getByRole("button", { name: new RegExp(`^Delete\\W+AUDIT 8, ${today}`) }).click();
  assert.deepEqual(await stored(page), [], "deleted at once");
  await page.locator(`#back-${name}`).press("Enter");
  assert.deepEqual(Object.keys(await store(page)), [name]);
  assert.equal(await page.evaluate(() => document.activeElement.id), `delete-${name}`);
  await page.keyboard.press("Enter");
  assert.deepEqual(await stored(page), []);
  await page.reload();
  await page.locator("#kept-none").waitFor();
  assert.equal(await page.locator("#kept-none").innerText(), KEPT.none);
});

visit("the same result is kept once, and can be deleted where it was kept", async ({ page }) => {
  await reach(page);
  await keep(page);
  await page.locator("#take-keep-undo").click();
  assert.deepEqual(await stored(page), []);
  assert.equal(await page.locator("#take-keep-said").innerText(), TAKE["not-kept"]);
  await keep(page);
  await reach(page);
  assert.equal(await page.locator("#take-keep-save").isVisible(), false, "it is kept already, and says so");
  assert.equal(await page.locator("#take-keep-said").innerText(), TAKE.kept);
  await page.locator("#take-keep-undo").click();
  await keep(page);
  assert.equal((await stored(page)).length, 1);
});

visit("a warning stays with a kept result, and so does the age", async ({ page }) => {
  await reach(page, [3, 2, 2, 0, 0, 0, 1, 0, 0, 0], { sign: SIGN.notSure });
  await keep(page);
  await page.goto("check/audit/");
  await inCharge(page);
  await page.getByRole("link", { name: "I am 16 or 17" }).click();
  await page.locator(".app-mode").waitFor();
  await inCharge(page);
  await hurry(page, [4, 3, 3, 1, 1, 0, 2, 1, 0, 0]);
  await page.locator("#take-keep-open").click();
  await keep(page);
  await open(page);
  const all = await entries(page);
  assert.equal(all.length, 2);
  const [warned] = all.filter((text) => text.includes("This result warned you of that"));
  assert.ok(warned.includes("AUDIT score: 8"), warned);
  const [young] = all.filter((text) => text.includes(WORDS.sheet.young));
  assert.ok(young.includes("AUDIT score: 15") && !young.includes("14"), young);
});

visit("scores over time are drawn, and go when what they show is deleted", async ({ page }) => {
  const [may, february, november] = await list(page, [on("2026-05-03"), on("2026-02-01"), on("2026-11-22")]);
  const dates = (await entries(page)).map((text) => text.split("\n")[0]);
  assert.deepEqual(dates, ["22 November 2026", "3 May 2026", "1 February 2026"]);
  assert.equal(await page.locator("#chart-audit circle").count(), 3);
  assert.match(await page.locator("#chart-audit").innerText(), /^AUDIT scores over time[\s\S]*8 to 15 Increasing risk/);
  await page.locator(`#open-${november}`).click();
  await page.locator(`#delete-${may}`).click();
  assert.equal(await page.locator("#chart-audit circle").count(), 2);
  assert.equal(await page.locator("#kept details[open]").count(), 1, "what was opened stays open");
  assert.ok((await page.locator(`#answers-${november}`).innerText()).includes("2 to 3 times per week (3 points)"));
  await page.locator(`#delete-${february}`).click();
  assert.equal(await page.locator("#chart-audit").count(), 0);
});

const WHOLE = on("2026-01-05");
const NESTED = "[".repeat(16_000);
const CHANGED = ["waymark-kept-1", FIRST.replace('"signs": "no"', '"signs": "yes"')];
const BAD = [
  ["cut off", FIRST.slice(0, 300), "damaged"],
  ["changed by hand", CHANGED, "damaged"],
  ["of a newer version", FIRST.replace('"waymark": 1', '"waymark": 2, "sealed": "…"'), "newer"],
  ["of a check that is not there", FIRST.replace('"audit"', '"ladder"'), "unknown"],
  ["of other wording", FIRST.replace("UK units", "Other units"), "reworded"],
  ["of 5 MB", `{"waymark": 1, "kind": "check", "day": "${"9".repeat(5_000_000)}"}`, "damaged"],
  ["nested to any depth", NESTED, "damaged"],
  ["markup", "<img src=x onerror=document.title='run'><script>document.title='run'</script>", "damaged"],
  ["nothing", "", "damaged"],
];

visit("what cannot be shown says why, loses nothing, and takes nothing along", async ({ page }) => {
  const [, ...names] = await list(page, [WHOLE, ...BAD.map(([, text]) => text)]);
  const before = await store(page);
  const [first, ...bad] = await entries(page);
  assert.match(first, /^5 January 2026[\s\S]*AUDIT score: 8 out of 40/);
  assert.equal(bad.length, BAD.length);
  for (const [place, [what, , why]] of BAD.entries()) {
    const item = page.locator(`[data-kept="${names[place]}"]`);
    assert.equal(await item.locator("[data-why]").getAttribute("data-why"), why, what);
    const shown = await item.innerText();
    assert.ok(shown.includes(KEPT[why]) && shown.includes(KEPT["still-there"]), `${what}: ${shown}`);
    assert.equal(await save(page, item.locator("button").first()), before[names[place]], `${what} is saved as it is`);
  }
  assert.deepEqual(await store(page), before, "looking and saving change nothing");
  assert.equal(await page.title(), "What you kept – Waymark");
  const [, , newer] = names;
  await page.locator(`#delete-${newer}`).click();
  const { [newer]: gone, ...left } = before;
  assert.deepEqual(await store(page), left, "one is deleted, and nothing else");
  await page.locator(`#back-${newer}`).click();
  assert.deepEqual(await store(page), before, "and comes back as it was");
});

visit("everything is deleted in one action, after one question, by keys", async ({ page }) => {
  await startCheck(page);
  await page.locator("#keep-place").click();
  await list(page, [WHOLE, FIRST, "nonsense", ["waymark-kept-<b>", "not a name of ours"]]);
  assert.ok((await page.locator("#kept-place").innerText()).includes("kept in this tab"), "the tab's place is told as well");
  await page.locator("#all").press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "all-sure");
  assert.equal(await page.locator("#all-sure").innerText(), KEPT["all-sure"].other.replace("{n}", "4"));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal((await stored(page)).length, 5, "No, keep it");
  await page.locator("#all").press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.deepEqual(await stored(page), []);
  assert.equal(await page.locator("#kept-none").innerText(), KEPT["all-deleted"]);
  assert.equal(await page.evaluate(() => document.activeElement.id), "kept-none");
});

visit("what was deleted cannot be put back once the page was left", async ({ page }) => {
  const [name] = await list(page, [WHOLE, FIRST]);
  await page.locator(`#delete-${name}`).click();
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  assert.equal(await page.locator(`#back-${name}`).count(), 0);
  assert.equal((await entries(page)).length, 1);
});

visit("what is deleted in another tab stays deleted, and what others keep moves nobody's focus", async ({ page, context }) => {
  const [name, other] = await list(page, [WHOLE, FIRST]);
  const second = await context.newPage();
  await second.goto("404.html");
  await page.locator(`#delete-${name}`).click();
  await page.locator("#all").click();
  await page.locator("#all-no").focus();
  await second.evaluate(() => localStorage.setItem("another-program", "x"));
  await second.evaluate(() => localStorage.setItem("waymark-kept-7", "x"));
  await page.locator('[data-kept="waymark-kept-7"]').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "all-no", "the question stays open, and focus in it");
  await second.evaluate((other) => localStorage.removeItem(other), other);
  await page.locator(`#delete-${other}`).waitFor({ state: "detached" });
  assert.equal(await page.locator(`#back-${name}`).count(), 0, "whoever deletes elsewhere means it");
});

visit("a check keeps one result: after a change the new one takes the place of the old", async ({ page }) => {
  await reach(page);
  await keep(page);
  const [first] = Object.keys(await store(page));
  await page.locator("#working summary").click();
  await page.locator('#working a[href="#4"]').click();
  await page.locator("#audit-4-1").waitFor();
  await page.locator('label[for="audit-4-1"]').click();
  await page.locator("#continue").click();
  await page.locator("#take-keep-open").click();
  assert.equal(await page.locator("#take-keep-said").innerText(), TAKE.earlier);
  await page.locator("#take-keep-save").click();
  const names = Object.keys(await store(page));
  assert.equal(names.length, 1);
  assert.notEqual(names[0], first);
  await page.locator("#take-keep-undo").click();
  assert.deepEqual(await stored(page), []);
});

visit("a result has the day on which it was finished, also after midnight and in a place that was kept", async ({ page }) => {
  await page.clock.install({ time: new Date("2026-03-07T23:58:00") });
  await startCheck(page);
  await page.locator("#keep-place").click();
  await hurry(page, [3, 2, 2, 0, 0, 0, 1, 0, 0, 0]);
  await keep(page);
  await page.clock.setFixedTime(new Date("2026-03-08T00:01:00"));
  await page.locator("#take-keep-undo").click();
  assert.equal(await page.evaluate(() => localStorage.length), 0, "the one that was kept is deleted");
  await keep(page);
  await page.clock.setFixedTime(new Date("2026-03-15T12:00:00"));
  await page.reload();
  await inCharge(page);
  await page.locator("#take-keep-open").click();
  assert.equal(await page.locator("#take-keep-save").isVisible(), false, "it is the same result, and kept");
  await open(page);
  assert.match((await entries(page)).join(), /^7 March 2026/);
});

test("a page that the browser kept for Back says what is so now", async () => {
  const browser = await launch([], ["--disable-back-forward-cache"]);
  try {
    const { page, seen } = await visitPage(browser);
    await reach(page);
    await keep(page);
    await page.locator("#take-keep-done a").click();
    await page.locator('[data-island="kept"][data-ready]').waitFor();
    const name = await page.locator("[data-kept]").getAttribute("data-kept");
    await page.locator(`#delete-${name}`).click();
    await page.evaluate(() => void setTimeout(() => history.back()));
    await page.waitForURL("**/check/audit/#result", { waitUntil: "commit" });
    await page.locator("#take-keep-save").waitFor();
    assert.equal(await page.locator("#take-keep-said").innerText(), "");
    assert.equal(await page.locator("#result-kept").isVisible(), false);
    await page.evaluate(() => void setTimeout(() => history.forward()));
    await page.waitForURL("**/my-data/", { waitUntil: "commit" });
    await page.locator("#kept-none").waitFor();
    assert.equal(await page.locator(`#back-${name}`).count(), 0, "and brings back nothing that was deleted");
    await seen.nothingWrong();
  } finally {
    await browser.close();
  }
});

visit("two tabs: what one keeps or deletes the other shows, and neither undoes the other", async ({ page, context }) => {
  const [name] = await list(page, [WHOLE]);
  const other = await context.newPage();
  await other.goto("check/audit/");
  await inCharge(other);
  await hurry(other, [4, 4, 4, 4, 4, 4, 4, 4, 4, 4]);
  await other.locator("#take-keep-open").click();
  await other.locator("#take-keep-save").click();
  await page.locator("#kept > li").nth(1).waitFor();
  assert.equal((await entries(page)).length, 2);
  await page.locator(`#delete-${name}`).click();
  await other.locator("#take-keep-undo").click();
  await page.locator("#kept > li", { hasText: "40 out of 40" }).waitFor({ state: "detached" });
  assert.deepEqual(await stored(page), []);
});

visit("a store that is full says so, and what was kept stays", async ({ page }) => {
  const [name] = await list(page, [WHOLE]);
  // As browsers are: five megabytes of letters, and no more.
  await page.evaluate(() => {
    let text = "x".repeat(1 << 20);
    while (text) {
      try {
        localStorage.setItem(`filler-${Object.keys(localStorage).length}`, text);
      } catch {
        text = text.slice(0, text.length >> 1);
      }
    }
  });
  const before = await store(page);
  await reach(page);
  await page.locator("#take-keep-save").click();
  assert.equal(await page.locator("#take-keep-said").innerText(), TAKE.full);
  assert.equal(await page.locator("#take-keep-save").isVisible(), true, "it can be tried again");
  assert.deepEqual(await store(page), before);
  // A deleted one has no room to come back when something else took it.
  await open(page);
  await page.locator(`#delete-${name}`).click();
  await page.evaluate(() => {
    for (let size = 4096; size >= 1; size >>= 1) {
      try {
        for (;;) localStorage.setItem(`more-${size}-${Object.keys(localStorage).length}`, "x".repeat(size));
      } catch {}
    }
  });
  await page.locator(`#back-${name}`).click();
  assert.equal(await page.locator(`#said-${name}`).innerText(), KEPT["not-back"]);
  assert.equal(await page.locator(`#back-${name}`).count(), 1, "it can be tried again");
});

visit("a store that is blocked says so, on the result and in the list", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  });
  await reach(page);
  await page.locator("#take-keep-save").click();
  assert.equal(await page.locator("#take-keep-said").innerText(), TAKE.blocked);
  await open(page);
  assert.equal(await page.locator("#kept-none").innerText(), KEPT.blocked);
});

/** What a store does that lets some calls through: the call, what it does then, and what is said. */
const STUBBORN = [
  ["setItem", () => { throw new DOMException("no", "SecurityError"); }, "blocked"],
  ["setItem", () => {}, "blocked"],
];

for (const [call, does, said] of STUBBORN) {
  visit(`a store whose ${call} is ${does}: nothing is said to be kept`, async ({ page }) => {
    await page.addInitScript(`Storage.prototype.${call} = ${does}`);
    await reach(page);
    await page.locator("#take-keep-save").click();
    assert.equal(await page.locator("#take-keep-said").innerText(), TAKE[said]);
    assert.equal(await page.locator("#take-keep-done").isVisible(), false);
  });
}

visit("a store that lets nothing be deleted: it says so, and shows what is still there", async ({ page }) => {
  const [name] = await list(page, [WHOLE]);
  await page.evaluate(() => {
    Storage.prototype.removeItem = () => {
      throw new DOMException("no", "SecurityError");
    };
  });
  await page.locator(`#delete-${name}`).click();
  assert.equal(await page.locator(`#said-${name}`).innerText(), KEPT["not-deleted"]);
  await page.locator("#all").click();
  await page.locator("#all-yes").click();
  assert.equal(await page.locator("#all-not").innerText(), KEPT["not-all"]);
  assert.equal(await page.evaluate(() => document.activeElement.id), "all-not");
  assert.equal((await entries(page)).length, 1);
});

for (const call of ["getItem", "key"]) {
  visit(`a store whose ${call} fails: nobody is told that nothing is kept`, async ({ page }) => {
    await page.addInitScript(`if (location.pathname === "/my-data/") Storage.prototype.${call} = () => { throw new DOMException("no", "SecurityError"); }`);
    await list(page, [WHOLE]);
    assert.equal(await page.locator("#kept-none").innerText(), KEPT.blocked);
  });
}

visit("a program that does not come or breaks leaves what is kept, and says so", { allow: [/404|Failed to load|unreachable|integrity/] }, async ({ page }) => {
  await list(page, [WHOLE]);
  await panic(page);
  await page.locator("[data-failed]:not([hidden])").waitFor();
  assert.match(await page.locator("[data-failed]").innerText(), /What you kept is still there/);
  assert.equal(await page.locator(".app-kept__loading").isVisible(), false, "and not that it shows in a moment");
  await page.route("**/assets/*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto("my-data/");
  await page.locator("[data-failed]:not([hidden])").waitFor();
  assert.deepEqual(await store(page), { [nameOf(WHOLE)]: WHOLE });
});

visit("without a script the page says what it needs", { javaScriptEnabled: false }, async ({ page }) => {
  await page.goto("my-data/");
  const text = await page.locator("main").innerText();
  assert.ok(text.includes(KEPT.loading) && text.includes("Good to know"), text);
});

visit("leaving the site leaves what was kept, as the page says", { origins: ["https://www.bbc.co.uk"] }, async ({ page }) => {
  await page.route("https://www.bbc.co.uk/**", (route) => route.fulfill({ body: "weather" }));
  await list(page, [WHOLE]);
  assert.ok((await page.locator("main").innerText()).includes("Leave this site does not delete what you kept"));
  await page.locator(".app-exit").click();
  await page.waitForURL("https://www.bbc.co.uk/weather");
  await page.goto(new URL("404.html", BASE).href);
  assert.deepEqual(await store(page), { [nameOf(WHOLE)]: WHOLE });
});
