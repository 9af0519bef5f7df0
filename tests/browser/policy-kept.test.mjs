// The policy of a school, kept only when somebody presses for it: opened again, deleted, behind a PIN, in the file of everything.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { visitor } from "./support/browser.mjs";
import { open as openKept, store } from "./support/kept.mjs";
import { kinds, setPin, typePin } from "./support/pin.mjs";
import { WORDS } from "./support/questionnaire.mjs";
import { stored } from "./support/traces.mjs";

const visit = visitor();
const { policy: POLICY, "kept-policy": KEPT, device: DEVICE } = WORDS;
const NAME = "waymark-kept-policy";
const written = (answers, changed = []) => JSON.stringify({ waymark: 1, kind: "policy", answers, changed });

async function open(page) {
  await page.goto("schools/policy/");
  await page.locator('[data-island="policy"][data-ready]').waitFor();
}

async function withText(page, text) {
  await page.goto("about/");
  await page.evaluate(([name, text]) => localStorage.setItem(name, text), [NAME, text]);
  await open(page);
}

const how = (page) => page.locator("#policy-kept").textContent();
const school = (page) => page.locator("#q-school").inputValue();

visit("nothing is kept before the press; then it opens again as it was", async ({ page }) => {
  await open(page);
  await page.locator("#q-school").fill("Hill Top");
  await page.locator("#q-sort-primary").check();
  await page.locator('[data-section="scope"]').fill("Ours.");
  assert.deepEqual([await how(page), await stored(page)], [POLICY.unkept, []]);
  await page.locator("#policy-keep").press("Enter");
  assert.deepEqual([await how(page), await store(page)], [POLICY.kept, { [NAME]: written([["school", "Hill Top"], ["sort", "primary"]], [["scope", "Ours."]]) }]);
  await page.locator("#q-school").fill("Hill Top School");
  assert.equal(await how(page), POLICY.since);
  await open(page);
  assert.deepEqual([await school(page), await how(page)], ["Hill Top", POLICY.kept]);
  assert.ok(await page.locator("#q-sort-primary").isChecked());
  assert.equal(await page.locator('[data-section="scope"]').inputValue(), "Ours.");
  await page.locator("#policy-forget").click();
  assert.deepEqual([await store(page), await school(page)], [{}, "Hill Top"]);
  assert.equal(await page.locator("#policy-said").textContent(), POLICY.forgotten);
});

visit("another tab's draft is opened where nothing would be lost, and else somebody chooses", async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await open(other);
  await other.locator("#q-school").fill("Theirs");
  await other.locator("#policy-keep").click();
  await page.locator("#policy-kept", { hasText: POLICY.kept }).waitFor();
  assert.equal(await school(page), "Theirs");
  await page.locator("#q-school").fill("Ours");
  await other.locator("#q-school").fill("Theirs again");
  await other.locator("#policy-keep").click();
  await page.locator("#policy-kept", { hasText: POLICY.another }).waitFor();
  await page.locator("#policy-keep").click();
  assert.ok((await store(page))[NAME].includes("Theirs again"), "never unseen");
  await page.locator("#policy-theirs").click();
  assert.equal(await school(page), "Theirs again");
  await page.locator("#policy-undo").click();
  assert.equal(await school(page), "Ours");
  assert.equal(await how(page), POLICY.since, "the other one was seen");
  await page.locator("#policy-keep").click();
  await other.locator("#policy-kept", { hasText: POLICY.kept }).waitFor();
  assert.equal(await school(other), "Ours");
  await page.locator("#q-school").fill("Mine");
  await other.locator("#q-school").fill("More");
  await other.locator("#policy-keep").click();
  await page.locator("#policy-mine").click();
  assert.deepEqual([(await store(page))[NAME], await how(page)], [written([["school", "Mine"]]), POLICY.kept]);
});

visit("what is damaged or newer is said, and stays as it is", async ({ page }) => {
  for (const [text, said] of [["{", POLICY.damaged], ['{"waymark":2,"kind":"policy"}', POLICY.newer]]) {
    await withText(page, text);
    await page.locator("#q-school").fill("Ours");
    await page.locator("#policy-keep").click();
    assert.deepEqual([await how(page), (await store(page))[NAME]], [said, text]);
  }
});

visit("at /my-data/ it is named, leads to its page, and is deleted and put back", async ({ page }) => {
  await withText(page, written([["school", "Hill Top"]]));
  await openKept(page);
  assert.ok(await page.getByText(KEPT.title).first().isVisible());
  assert.equal(await page.locator('[data-island="kept"] a[href="/schools/policy/"]').count(), 1);
  await page.locator("#policy-delete").click();
  assert.deepEqual(await store(page), {});
  await page.locator("#policy-back").click();
  assert.equal((await store(page))[NAME], written([["school", "Hill Top"]]));
});

visit("behind a PIN: sealed, asked for where it is kept or opened", async ({ page }) => {
  await withText(page, written([["school", "Hill Top"]]));
  await openKept(page);
  await setPin(page);
  assert.ok(!Object.values(await store(page)).some((text) => text.includes("Hill Top")), JSON.stringify(await kinds(page)));
  await open(page);
  assert.equal(await school(page), "");
  await page.locator("#pin-list-open").click();
  await typePin(page);
  await page.locator("#policy-kept", { hasText: POLICY.kept }).waitFor();
  assert.equal(await school(page), "Hill Top");
});

visit("it is in the file of everything, and comes back from it", async ({ page }) => {
  await withText(page, written([["school", "Hill Top"]]));
  await openKept(page);
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#carry-save").click()]);
  const path = await file.path();
  assert.ok((await readFile(path, "utf8")).includes('"kind": "policy"'));
  await page.evaluate(() => localStorage.clear());
  await openKept(page);
  await page.locator("#carry-file").setInputFiles(path);
  await page.locator("#carry-yes").waitFor();
  assert.ok((await page.locator("#carry-said").textContent()).includes(DEVICE["carry-policy-new"]));
  await page.locator("#carry-yes").click();
  assert.equal((await store(page))[NAME], written([["school", "Hill Top"]]));
});
