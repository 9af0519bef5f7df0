// The policy that a school makes for itself: questions, a draft that follows them, and files to take away.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { visitor } from "./support/browser.mjs";
import { panic } from "./support/faults.mjs";
import { toml, WORDS } from "./support/questionnaire.mjs";
import { stored } from "./support/traces.mjs";

const visit = visitor();
const { policy: POLICY } = WORDS;
const { section: SECTIONS, question: QUESTIONS } = toml("content/en/schools/policy.toml");

async function open(page) {
  await page.goto("schools/policy/");
  await page.locator('[data-island="policy"][data-ready]').waitFor();
}

const field = (page, id) => page.locator(`textarea[data-section="${id}"]`);
const said = (page) => page.locator("#policy-said").textContent();

async function saved(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

visit("the draft follows the answers, and says how many gaps are left", async ({ page }) => {
  await open(page);
  assert.equal(await page.locator("textarea[data-section]").count(), SECTIONS.length);
  assert.ok((await field(page, "support-first").inputValue()).includes(QUESTIONS[0].blank));
  const left = async () => Number((await page.locator("#policy-left").textContent()).match(/^\d+/)[0]);
  const before = await left();
  await page.locator("#q-school").fill("Hill Top School");
  assert.ok((await field(page, "support-first").inputValue()).includes("Hill Top School"));
  assert.ok(!(await field(page, "exclusion").inputValue()).includes("whether the guidance below applies"));
  await page.locator("#q-area-halton").check();
  assert.ok((await field(page, "safeguarding").inputValue()).includes("0151 907 8305"));
  await page.locator("#q-area-worcestershire").check();
  const safeguarding = await field(page, "safeguarding").inputValue();
  assert.ok(safeguarding.includes("01905 822666") && !safeguarding.includes("0151 907 8305"));
  assert.ok((await left()) < before);
  assert.deepEqual(await stored(page), [], "nothing is kept");
});

visit("what somebody wrote stays whatever is answered, until the draft is put back; both can be undone", async ({ page }) => {
  await open(page);
  await field(page, "support-first").fill("Our own words.");
  await page.locator("#q-school").fill("Hill Top School");
  assert.equal(await field(page, "support-first").inputValue(), "Our own words.");
  assert.ok(await page.locator('[data-changed="support-first"]').isVisible());
  assert.ok(await page.locator('[data-changed="scope"]').isHidden());
  await page.locator("#back-support-first").click();
  assert.equal(await said(page), POLICY["put-back"]);
  assert.ok((await field(page, "support-first").inputValue()).includes("Hill Top School"));
  await page.locator("#policy-undo").click();
  assert.equal(await field(page, "support-first").inputValue(), "Our own words.");
});

visit("starting again empties everything, and can be undone", async ({ page }) => {
  await open(page);
  await page.locator("#q-school").fill("Hill Top School");
  await page.locator("#q-sort-primary").check();
  await field(page, "scope").fill("Ours.");
  await page.locator("#policy-again").click();
  assert.equal(await said(page), POLICY["begun-again"]);
  assert.equal(await page.locator("#q-school").inputValue(), "");
  assert.ok(!(await page.locator("#q-sort-primary").isChecked()));
  assert.notEqual(await field(page, "scope").inputValue(), "Ours.");
  assert.ok(await page.locator("#policy-undo").evaluate((button) => button === document.activeElement));
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#q-school").inputValue(), "Hill Top School");
  assert.ok(await page.locator("#q-sort-primary").isChecked());
  assert.equal(await field(page, "scope").inputValue(), "Ours.");
});

visit("as plain text and as a Word file, with what was answered and written", async ({ page }) => {
  await open(page);
  await page.locator("#q-school").fill("Hill & Top <School>");
  await field(page, "review").fill("We look at it again in May.");
  const text = await saved(page, "#policy-text");
  assert.equal(text.name, "drug-and-alcohol-policy.txt");
  const words = text.bytes.toString();
  for (const { title } of SECTIONS) assert.ok(words.includes(title), title);
  assert.ok(words.includes("Hill & Top <School>") && words.includes("We look at it again in May."));
  assert.equal(await said(page), POLICY.saved);
  const { name, bytes } = await saved(page, "#policy-word");
  assert.equal(name, "drug-and-alcohol-policy.docx");
  const parts = unzipped(bytes);
  assert.deepEqual([...parts.keys()], ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml"]);
  // A browser's own reader of XML says whether each part is well formed.
  const faults = await page.evaluate(
    (all) => all.filter((text) => new DOMParser().parseFromString(text, "application/xml").querySelector("parsererror")),
    [...parts.values()],
  );
  assert.deepEqual(faults, []);
  const document = parts.get("word/document.xml");
  assert.ok(document.includes("Hill &amp; Top &lt;School&gt;") && document.includes("We look at it again in May."));
  assert.equal(document.match(/w:val="Heading1"/g).length, SECTIONS.length);
});

visit("printed: the draft as text, without boxes and questions", async ({ page }) => {
  await open(page);
  await page.locator("#q-school").fill("Hill Top School");
  await page.evaluate(() => (window.print = () => (window.printed = true)));
  await page.locator("#policy-print").click();
  assert.ok(await page.evaluate(() => window.printed));
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator("#policy-sheet").getByText("Hill Top School").first().isVisible());
  assert.ok(await field(page, "scope").isHidden());
  assert.ok(await page.locator("#policy-form").isHidden());
});

visit("without a script the whole draft is there, each part with the schools for which it is", { javaScriptEnabled: false }, async ({ page }) => {
  await page.goto("schools/policy/");
  assert.ok(await page.locator("#policy-form").isHidden());
  assert.equal(await page.locator(".app-policy__section").count(), SECTIONS.length);
  assert.ok(await page.getByText("0151 907 8305").first().isVisible());
  assert.ok((await page.locator("#policy-draft em").count()) > 20);
});

visit("when the program fails the whole draft is back", { allow: [/unreachable/] }, async ({ page }) => {
  await open(page);
  await panic(page);
  await page.locator("[data-stopped]").waitFor();
  assert.equal(await page.locator("textarea[data-section]").count(), 0);
  assert.ok(await page.getByText("0151 907 8305").first().isVisible());
});

visit("a phone of 320 pixels scrolls nothing sideways", { viewport: { width: 320, height: 640 } }, async ({ page }) => {
  await open(page);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});

/** The files of an archive whose files are stored as they are: what its directory says, held to what lies there. */
function unzipped(bytes) {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const parts = new Map();
  for (let turn = 0; turn < count; turn += 1) {
    assert.equal(bytes.toString("latin1", at, at + 4), "PK\x01\x02");
    const [size, length, begin] = [bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)];
    const name = bytes.toString("utf8", at + 46, at + 46 + length);
    assert.equal(bytes.toString("latin1", begin, begin + 4), "PK\x03\x04");
    assert.equal(bytes.toString("utf8", begin + 30, begin + 30 + length), name);
    parts.set(name, bytes.toString("utf8", begin + 30 + length, begin + 30 + length + size));
    at += 46 + length;
  }
  return parts;
}
