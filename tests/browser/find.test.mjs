// Finding help: what is typed is understood on the device, one's own council comes first, and nothing typed goes anywhere.

import assert from "node:assert/strict";
import { test } from "node:test";

import { visitor } from "./support/browser.mjs";
import { hold } from "./support/faults.mjs";
import { answered, ids, open, results, said, type } from "./support/find.mjs";
import { WORDS } from "./support/questionnaire.mjs";
import { pages } from "./support/site.mjs";
import { network, stored } from "./support/traces.mjs";

const visit = visitor();
const { find: FIND, places: PLACES, service: SERVICE } = WORDS;

visit("a postcode: the council's own service first, then the nearest of each kind with their distance", async ({ page }) => {
  await open(page);
  await type(page, "ne31 1nu");
  assert.equal(await said(page), FIND["near-in"].replace("{place}", "NE31 1NU").replace("{area}", "South Tyneside"));
  const [own, ...others] = await results(page);
  assert.ok(own.name.startsWith("South Tyneside Adult Recovery Service") && own.text.includes(SERVICE.own), own.text);
  assert.match(own.call, /^tel:0191\d+$/);
  const kinds = others.map(({ kind }) => kind).filter((kind, place, all) => kind !== all[place - 1]);
  assert.deepEqual(kinds, ["drug-and-alcohol", "young-people", "family", "mutual-aid", "pharmacy", "gp", "crisis"]);
  assert.ok(others.filter(({ kind }) => kind === "drug-and-alcohol").every(({ text }) => text.includes(FIND["by-phone"])), "no other council's, only lines");
  for (const wanted of ["pharmacy", "gp"]) {
    const near = others.filter(({ kind }) => kind === wanted);
    assert.equal(near.length, 5);
    const miles = near.map(({ text }) => Number(text.match(/([\d.]+) miles? away, in a straight line/)[1]));
    assert.deepEqual(miles, [...miles].sort((a, b) => a - b));
    for (const { text } of near) assert.ok(text.includes(WORDS.hours.unknown), "unknown is said as unknown");
  }
  assert.equal(await page.locator("#find-more a[href='/find/south-tyneside/']").count(), 1);
});

for (const [typed, place, council] of [
  ["L24 4AE", "L24 4AE", "Halton Integrated Recovery Service"],
  ["sr67ab", "SR6 7AB", "South Tyneside Adult Recovery Service (STARS)"],
  ["SY13", "SY13", "Shropshire Recovery Partnership"],
  ["Widnes", "Widnes", "Halton Integrated Recovery Service"],
]) {
  visit(`${typed}: the council that pays for people there`, async ({ page }) => {
    await open(page);
    await type(page, typed);
    assert.ok((await said(page)).includes(place), await said(page));
    assert.equal((await results(page))[0].name, council);
  });
}

visit("part of a postcode in two councils' areas says that nobody can tell which is yours", async ({ page }) => {
  await open(page);
  await type(page, "B45");
  assert.equal(await said(page), FIND.several.replace("{place}", "B45"));
});

visit("a name it had before, a slip, nothing at all, and what is no postcode", async ({ page }) => {
  await open(page);
  await type(page, "Swanswell");
  const [first] = await results(page);
  assert.equal(first.name, "Cranstoun Worcestershire");
  assert.ok(first.text.includes(SERVICE.former.replace("{names}", "Swanswell")), first.text);
  await type(page, "cranstuon");
  assert.equal(await said(page), FIND.nearly);
  assert.equal((await results(page))[0].name, "Cranstoun Worcestershire");
  await type(page, "zzzz");
  assert.equal(await said(page), FIND.nothing);
  await type(page, "SY1 1CC1");
  assert.equal(await said(page), FIND["no-postcode"]);
  await type(page, "");
  assert.deepEqual([await said(page), await results(page)], ["", []]);
});

visit("a postcode of somewhere else: who pays there, lines for everyone, and the NHS finders", async ({ page }) => {
  await open(page);
  assert.ok(await page.locator("#find-nhs").isHidden());
  await type(page, "M1 1AE");
  assert.equal(await said(page), FIND.outside);
  const found = await results(page);
  assert.ok(found.length >= 9 && found.every(({ call }) => call), "not an empty page");
  for (const name of [FIND["nhs-gp"], FIND["nhs-pharmacy"], FIND["nhs-leaves"]]) assert.ok(await page.locator("#find-nhs").getByText(name).isVisible());
  assert.ok(await page.locator("main .app-lines a[href='tel:03001231110']").isVisible(), "the lines are on the same page");
});

visit("a place without a number says so", async ({ page }) => {
  await open(page);
  await type(page, "hale village pharmacy");
  const [first] = await results(page);
  assert.ok(first.text.includes(PLACES["no-phone"]) && first.call === null, first.text);
});

visit("a letter is answered with the first entries; the rest follows, unless another letter comes first", async ({ page }) => {
  await open(page);
  await type(page, "Widnes");
  const whole = await ids(page);
  await type(page, "");
  const seen = await page.evaluate(() => {
    const [box, list] = [document.querySelector("#find-what"), document.querySelector("#results")];
    const after = (text) => {
      box.value = text;
      box.dispatchEvent(new Event("input", { bubbles: true }));
      return [list.getAttribute("aria-busy"), ...[...list.children].map(({ dataset }) => dataset.id)];
    };
    return { other: after("NE33 1NU"), newer: after("Widnes") };
  });
  assert.ok(seen.other[0] === "true" && seen.other.length === 3, seen.other.join(" "));
  assert.deepEqual(seen.newer, ["true", ...whole.slice(0, 2)]);
  await answered(page);
  assert.deepEqual(await ids(page), whole);
});

visit("Enter, or Find, leads from the box to what was found, where no keyboard covers it", async ({ page }) => {
  await open(page);
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.locator("#find-what").press("Enter");
  assert.equal(await focused(), "find-what", "nothing is found yet");
  await page.locator("#find-what").fill("Widnes");
  await page.locator("#find-what").press("Enter");
  assert.equal(await focused(), "find-said");
  assert.ok((await results(page)).length > 10, "all of it is there at once");
  assert.ok(await page.locator("#find-said").evaluate((said) => said.getBoundingClientRect().top < innerHeight / 3), "at the top of the screen");
});

visit("nothing typed is asked for, kept, or in the address; Enter does not leave the page", async ({ page, context }) => {
  const asked = await network(context, page, () => open(page));
  for (const typed of ["S", "SY", "SY1", "SY1 2", "SY1 2AQ", "widnes", "swanswell"]) await type(page, typed);
  await page.locator("#find-what").press("Enter");
  assert.ok((await results(page)).length > 0);
  assert.deepEqual([asked, await stored(page)], [[], []]);
  const { href, title, state, name } = await page.evaluate(() => ({ href: location.pathname + location.search + location.hash, title: document.title, state: history.state, name: window.name }));
  assert.deepEqual({ href, title, state, name }, { href: "/find/", title: "Find local help – Waymark", state: null, name: "" });
});

visit("typed before the program and its files are there: it counts when they are", async ({ page }) => {
  const { release, asked } = await hold(page, "**/assets/postcodes-*.bin");
  await page.goto("find/");
  await asked;
  await page.locator("#find-what").fill("SY1 2AQ");
  await page.locator("#find-said", { hasText: WORDS.check.loading }).waitFor();
  release();
  await page.locator("#results > li").first().waitFor();
  assert.equal((await results(page))[0].name, "Shropshire Recovery Partnership");
  assert.equal(await page.locator("#find-what").inputValue(), "SY1 2AQ");
});

for (const [what, pattern, answer] of [
  ["does not arrive", "**/assets/places-*.bin", { status: 404, body: "" }],
  ["is damaged", "**/assets/places-*.bin", { status: 200, body: "WML2 nothing like it" }],
]) {
  visit(`a file that ${what}: it says so, and the areas are there to choose`, { allow: [/404|integrity|Failed to load|blocked/] }, async ({ page }) => {
    await page.route(pattern, (route) => route.fulfill(answer));
    await page.goto("find/");
    await page.locator('[data-island="find"][data-ready]').waitFor();
    await page.locator("#find-what").fill("SY1 2AQ");
    await page.locator("#find-said", { hasText: "cannot run" }).waitFor();
    assert.ok(await page.locator(".app-pick a[href='/find/shropshire/']").isVisible());
  });
}

test("what is searched is asked for by the page that searches, and by no other", async () => {
  const asking = (await pages()).filter(({ html }) => /assets\/(places|postcodes)-/.test(html));
  assert.deepEqual(asking.map(({ path }) => path), ["/find/"]);
});

visit("without a script the page says so, and the areas lead to everything", { javaScriptEnabled: false }, async ({ page }) => {
  await page.goto("find/");
  assert.ok((await page.locator("main").innerText()).includes(FIND["no-script"]));
  await page.locator(".app-pick a[href='/find/halton/']").click();
  assert.ok((await page.locator("#pharmacy").count()) === 1);
});

visit("by keys alone: from the box to a number to call", async ({ page }) => {
  await open(page);
  await page.locator("#find-what").focus();
  await page.keyboard.type("wr1 3ad");
  await answered(page);
  // Past the buttons and the name: every stop can be seen, and the number is one of the first.
  const stops = [];
  do {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(() => document.activeElement.getAttribute("href") ?? document.activeElement.id));
  } while (stops.at(-1) !== "tel:03003038200" && stops.length < 30);
  assert.equal(stops.at(-1), "tel:03003038200", stops.join(" "));
  for (const stop of ["here-use", "filter-open", "map-open"]) assert.ok(stops.includes(stop), stops.join(" "));
  // The boxes are behind a press.
  await page.locator("#filter-open").focus();
  const label = page.locator('[data-option]:has([data-filter="kind.drug-and-alcohol"]) label');
  const name = (await label.evaluate((part) => part.firstChild.textContent)).trim();
  for (const key of ["Enter", "Tab", "Space"]) await page.keyboard.press(key);
  await answered(page);
  assert.deepEqual([...new Set((await results(page)).map(({ kind }) => kind))], ["drug-and-alcohol"]);
  assert.equal(await page.locator("#filter-ticked").innerText(), WORDS.filter.ticked.replace("{names}", name));
});
