// The person's own list: on the page, on paper, as text; on the device only when they press for it.

import assert from "node:assert/strict";

import { visitor } from "./support/browser.mjs";
import { open, results, searchable, type } from "./support/find.mjs";
import { sheetsOf } from "./support/paper.mjs";
import { WORDS } from "./support/questionnaire.mjs";
import { stored } from "./support/traces.mjs";

const visit = visitor();
const { shortlist: LIST, "kept-places": KEPT } = WORDS;
const NAME = "waymark-kept-places";

/** Puts the first two surgeries near Oswestry on the list, and opens it. */
async function two(page) {
  await open(page);
  await type(page, "Oswestry");
  const surgeries = (await results(page)).filter(({ kind }) => kind === "gp").slice(0, 2);
  for (const { id } of surgeries) await page.locator(`#list-${id}`).click();
  await page.locator("#shortlist-open", { hasText: LIST.count.other.replace("{n}", "2") }).click();
  return surgeries;
}

const listed = (page) => page.locator("#shortlist ol > li strong").allInnerTexts();

visit("places are put on the list and taken off, and nothing is kept", async ({ page }) => {
  const surgeries = await two(page);
  assert.deepEqual(await listed(page), surgeries.map(({ name }) => name));
  const button = page.locator(`#list-${surgeries[0].id}`);
  assert.equal(await button.getAttribute("aria-pressed"), "true");
  assert.ok((await button.textContent()).startsWith(LIST["take-off"]));
  await page.locator(`#off-${surgeries[0].id}`).click();
  assert.deepEqual(await listed(page), [surgeries[1].name]);
  assert.equal(await button.getAttribute("aria-pressed"), "false");
  assert.ok(await page.locator("#shortlist-details[open]").isVisible(), "the list stays open");
  // Another search leaves the list as it is.
  await type(page, "Widnes");
  assert.deepEqual(await listed(page), [surgeries[1].name]);
  assert.deepEqual(await stored(page), []);
});

visit("the list is emptied, and put back", async ({ page }) => {
  const surgeries = await two(page);
  await page.locator("#shortlist-clear").click();
  assert.deepEqual([await listed(page), await page.locator("#shortlist-said").innerText()], [[], LIST.emptied]);
  assert.equal(await page.evaluate(() => document.activeElement.id), "shortlist-undo");
  await page.locator("#shortlist-undo").click();
  await page.locator("#shortlist-open").click();
  assert.deepEqual(await listed(page), surgeries.map(({ name }) => name));
});

visit("as text: names, numbers, addresses", { permissions: ["clipboard-read", "clipboard-write"] }, async ({ page }) => {
  const surgeries = await two(page);
  await page.locator("#shortlist-copy").click();
  await page.locator("#shortlist-said", { hasText: LIST.copied }).waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  for (const { name, call } of surgeries) assert.ok(text.includes(name) && text.replaceAll(" ", "").includes(call.slice(4)), text);
});

visit("on paper: the list on one page, with where to call in danger, and nothing else", async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => (window.printed = true);
  });
  const surgeries = await two(page);
  await page.locator("#shortlist-print").click();
  assert.ok(await page.evaluate(() => window.printed));
  await page.emulateMedia({ media: "print" });
  const text = await page.locator("body").innerText();
  for (const { name } of surgeries) assert.ok(text.includes(name), text);
  assert.ok(text.includes("999") && text.includes("116 123"), text);
  assert.ok(!text.includes(WORDS.find.title) && !text.includes(LIST.keep) && !text.includes(LIST["take-off"]), text);
  assert.equal(await sheetsOf(page), 1);
});

visit("kept only when pressed for, shown at What you kept, deleted there with a way back, and deleted with everything", async ({ page }) => {
  const surgeries = await two(page);
  await page.locator("#shortlist-keep").click();
  assert.ok(await page.locator("#shortlist").getByText(LIST.kept).isVisible());
  assert.deepEqual(await stored(page), [NAME]);
  // It is there on the next visit, and what changes is kept too.
  await open(page);
  await page.locator("#shortlist-open").click();
  await page.locator(`#off-${surgeries[1].id}`).click();
  await open(page);
  await page.locator("#shortlist-open").click();
  assert.deepEqual(await listed(page), [surgeries[0].name]);

  await page.goto("my-data/");
  const places = page.locator(".app-kept__places");
  await places.waitFor();
  assert.ok((await places.innerText()).includes(surgeries[0].name));
  await page.locator("#places-delete").click();
  assert.deepEqual([await stored(page), (await places.innerText()).includes(KEPT.deleted)], [[], true]);
  await page.locator("#places-back").click();
  assert.deepEqual(await stored(page), [NAME]);
  await page.locator("#all").click();
  await page.locator("#all-yes").click();
  await page.locator("#kept-none").waitFor();
  assert.deepEqual(await stored(page), []);
  await open(page);
  assert.equal(await page.locator("#shortlist-open").count(), 0);
});

for (const [what, text] of [
  ["cut off", '{"waymark":1,"kind":"places","places":[{"id":"m8'],
  ["of a newer version", '{"waymark":2,"kind":"places","places":[]}'],
  ["something else", '{"waymark":1,"kind":"check"}'],
  ["5 MB long", `{"waymark":1,"kind":"places","places":[],"x":"${"y".repeat(4_000_000)}"}`],
]) {
  visit(`a list that is ${what} is not shown, not lost, and can be deleted`, async ({ page }) => {
    await page.goto("about/");
    await page.evaluate(([name, text]) => localStorage.setItem(name, text), [NAME, text]);
    await open(page);
    assert.equal(await page.locator("#shortlist-open").count(), 0);
    assert.equal(await page.evaluate((name) => localStorage.getItem(name).length, NAME), text.length);
    await page.goto("my-data/");
    await page.locator(".app-kept__places", { hasText: KEPT.unreadable }).waitFor();
    await page.locator("#places-delete").click();
    assert.deepEqual(await stored(page), []);
  });
}

visit("what stands in a kept list is never markup, and a place that is gone is said to be", async ({ page }) => {
  await page.goto("about/");
  const places = [{ id: "x\"><b id=bad>", name: "<img src=x onerror=alert(1)>", what: "<i>", phone: "1\"onclick=x", address: "" }];
  await page.evaluate(([name, text]) => localStorage.setItem(name, text), [NAME, JSON.stringify({ waymark: 1, kind: "places", places })]);
  await open(page);
  await page.locator("#shortlist-open").click();
  assert.deepEqual(await listed(page), ["<img src=x onerror=alert(1)>"]);
  assert.ok((await page.locator("#shortlist").innerText()).includes(LIST.gone));
  await page.goto("my-data/");
  await page.locator(".app-kept__places li").waitFor();
  assert.equal(await page.locator(".app-kept__places :is(img, i, b)").count(), 0);
});

visit("a full or blocked store: the list stays on the page, and it is said", async ({ page }) => {
  await two(page);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.locator("#shortlist-keep").click();
  await page.locator("#shortlist-said", { hasText: LIST.full }).waitFor();
  assert.equal((await listed(page)).length, 2);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("no", "SecurityError");
    };
  });
  await page.locator("#shortlist-keep").click();
  await page.locator("#shortlist-said", { hasText: LIST.blocked }).waitFor();
});

visit("two tabs: what one changes the other shows, and nothing is lost", async ({ page, context }) => {
  const surgeries = await two(page);
  await page.locator("#shortlist-keep").click();
  const other = await context.newPage();
  await open(other);
  await type(other, "Widnes");
  const pharmacy = (await results(other)).find(({ kind }) => kind === "pharmacy");
  await other.locator(`#list-${pharmacy.id}`).click();
  await page.locator(`#shortlist ol > li:nth-child(3) strong`, { hasText: pharmacy.name }).waitFor();
  assert.deepEqual(await listed(page), [...surgeries.map(({ name }) => name), pharmacy.name]);
  await other.goto("my-data/");
  await other.locator("#places-delete").click();
  await page.locator("#shortlist-keep").waitFor();
  assert.equal((await listed(page)).length, 3, "what is on the screen stays, and is not kept any more");
  await searchable(page);
});
