// Questions without a score keep the promises of the site: whole without a script, nothing lost when the program is
// late or fails, nothing sent, nothing kept, nothing said in the address.

import assert from "node:assert/strict";

import { visitor } from "./support/browser.mjs";
import { hold, panic } from "./support/faults.mjs";
import { PATHS, advice, answer, goOn, inCharge, isAsked, places, startPath, walk } from "./support/path.mjs";
import { WORDS } from "./support/questionnaire.mjs";
import { network, stored } from "./support/traces.mjs";

const visit = visitor();
const WASM = "**/assets/*.wasm";
const DOWNLOAD = [/Failed to load resource/, /integrity/i, /Failed to find a valid digest/, /wasm/i];
const PANIC = [/RuntimeError/];
/** Answers that lead on, and two of one question that end it. */
const WAY = places("someone", { safe: ["No, "], now: ["No"], who: ["A friend"] });
const [SAFE, NOW, WHO] = Object.entries(WAY).map(([id, [place]]) => `${id}-${place}`);
const DANGER = places("someone", { safe: ["I think a child", "They may hurt"] }).safe;
const DRUGS = places("drugs", {
  which: ["Heroin", "Street tablets"],
  mix: ["Alcohol"],
  often: ["Most days"],
  ill: ["Yes"],
  you: ["I am pregnant", "I feel very low"],
});

for (const [name, { questions, pieces, title }] of Object.entries(PATHS)) {
  visit(`${name}: without a script every question and all advice is there to read`, { javaScriptEnabled: false }, async ({ page }) => {
    await page.goto(`check/${name}/`);
    assert.equal(await page.locator("h1").innerText(), title);
    await isWhole(page, { questions, pieces });
    assert.ok(await page.locator(".app-path__opening .app-path__paper").isVisible(), "it says where the advice is");
    await page.locator('.app-path__opening a[href="#advice"]').click();
    assert.equal(new URL(page.url()).hash, "#advice");
    assert.equal(await page.locator("#continue:visible, #next:visible, #restart:visible, [data-failed]:visible").count(), 0);
  });
}

visit("the program is blocked: everything is there, says so, and has what was chosen", { allow: DOWNLOAD }, async ({ page }) => {
  const { release } = await hold(page, WASM, (route) => route.abort("blockedbyclient"));
  await page.goto("check/someone/");
  for (const place of [...DANGER, 0, 0]) await page.locator(`label[for="safe-${place}"]`).click();
  release();
  await saysFailed(page);
  await isWhole(page, PATHS.someone);
  assert.deepEqual(await chosen(page), DANGER.map((place) => `safe-${place}`), "and not what was taken back");
});

visit("the program never runs, since its script is blocked: Continue shows everything", { allow: DOWNLOAD }, async ({ page }) => {
  await page.route("**/assets/path-*.js", (route) => route.abort("blockedbyclient"));
  await page.goto("check/someone/");
  await isAsked(page, "safe");
  await page.locator(`label[for="${SAFE}"]`).click();
  await page.locator("#continue").click();
  assert.equal(new URL(page.url()).hash, "#whole-form");
  await isWhole(page, PATHS.someone);
  assert.deepEqual(await chosen(page), [SAFE]);
  assert.ok(await page.locator("#continue").isHidden(), "no button that leads nowhere");
});

visit("a panic half-way puts everything back with every answer, and the program keeps away from it", { allow: PANIC }, async ({ page }) => {
  await startPath(page, "someone");
  await answer(page, "safe", ...WAY.safe);
  await answer(page, "now", ...WAY.now);
  await page.locator(`label[for="${WHO}"]`).click();
  await panic(page);
  await saysFailed(page);
  await isWhole(page, PATHS.someone);
  assert.deepEqual(await chosen(page), [SAFE, NOW, WHO]);
  await page.goBack();
  await page.locator('label[for="about-0"]').click();
  await isWhole(page, PATHS.someone);
  await page.locator("[data-failed]").getByRole("link").click();
  await inCharge(page);
  await isAsked(page, "safe");
  assert.equal(await page.locator("input:checked").count(), 0, "a reload starts again");
});

visit("a choice taken back before a panic stays taken back", { allow: PANIC }, async ({ page }) => {
  await startPath(page, "someone");
  await page.locator('label[for="safe-2"]').click();
  await page.locator('label[for="safe-2"]').click();
  await panic(page);
  await saysFailed(page);
  assert.deepEqual(await chosen(page), []);
});

visit("answers forgotten by Start again stay forgotten after a panic", { allow: PANIC }, async ({ page }) => {
  await startPath(page, "someone");
  await answer(page, "safe", ...DANGER);
  await page.locator("#restart").click();
  await isAsked(page, "safe");
  await panic(page);
  await saysFailed(page);
  assert.deepEqual(await chosen(page), []);
});

visit("a page whose data is broken shows everything", { allow: [/broken props|Error/] }, async ({ page }) => {
  await page.route("**/check/someone/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/(<script type="application\/json">)\{/, "$1{broken") });
  });
  await page.goto("check/someone/");
  await saysFailed(page);
  await isWhole(page, PATHS.someone);
});

visit("the program is late: only the first question shows, what is chosen counts, and focus stays", async ({ page }) => {
  const { release, asked } = await hold(page, WASM);
  await page.goto("check/someone/");
  await asked;
  await isAsked(page, "safe");
  assert.equal(await page.locator(".app-path__paper:visible, #advice:visible").count(), 0);
  const [first, second] = DANGER;
  await page.locator(`label[for="safe-${first}"]`).click();
  await page.locator(`#safe-${second}`).focus();
  await page.keyboard.press("Space");
  release();
  await inCharge(page);
  await page.locator(`#safe-${second}:checked:focus`).waitFor();
  await goOn(page);
  await page.locator("#advice h2:focus").waitFor();
  assert.deepEqual(await advice(page), walk(PATHS.someone, () => DANGER).shown);
});

visit("Continue pressed before the program is ready says so, and counts when it is", async ({ page }) => {
  const { release, asked } = await hold(page, WASM);
  await page.goto("check/someone/");
  await asked;
  await page.locator(`label[for="${SAFE}"]`).click();
  await page.locator("#continue").click();
  await page.getByText(WORDS.check.loading).waitFor();
  release();
  await page.locator("fieldset h2:focus").waitFor();
  await isAsked(page, "now");
  assert.equal(await page.locator("[data-failed]:visible").count(), 0, "the sentence goes with it");
  await page.goBack();
  await page.locator(`#${SAFE}:checked`).waitFor();
});

visit("focus on Continue stays on Continue", async ({ page }) => {
  const { release } = await hold(page, WASM);
  await page.goto("check/someone/");
  await page.locator("#continue").focus();
  release();
  await inCharge(page);
  await page.locator("#next:focus").waitFor();
});

visit("no address, title or history state says anything of the answers, nothing is asked for and nothing kept", async ({ page, context }) => {
  const trail = [];
  const note = async () => trail.push(await page.evaluate(() => ({ hash: location.hash, search: location.search, title: document.title, state: history.state })));
  const asked = await network(context, page, () => startPath(page, "drugs"));
  for (const [id, options] of Object.entries(DRUGS)) {
    await answer(page, id, ...options);
    await note();
  }
  await page.locator("#advice h2:focus").waitFor();
  assert.deepEqual(trail.map(({ hash }) => hash), ["#2", "#3", "#4", "#5", "#advice"]);
  for (const { search, title, state } of trail) {
    assert.deepEqual({ search, state }, { search: "", state: null });
    assert.match(title, /^(Question \d of at most 5|What you can do) – Drugs: a few questions – Waymark$/);
  }
  assert.deepEqual(asked, []);
  assert.deepEqual([await stored(page), await context.cookies()], [[], []]);
});

async function isWhole(page, { questions, pieces }) {
  for (const { id, option } of questions) {
    assert.equal(await page.locator(`[data-question="${id}"] label:visible`).count(), option.length, id);
  }
  assert.equal((await advice(page)).length, pieces.length);
  for (const { id, heading } of pieces) assert.equal(await page.locator(`#${id} > h2`).innerText(), heading);
}

async function saysFailed(page) {
  const status = page.locator("[data-failed]:visible");
  await status.waitFor();
  assert.equal(await status.innerText(), WORDS.path.failed.replace("{link}", WORDS.check.reload));
}

function chosen(page) {
  return page.locator("input:checked").evaluateAll((inputs) => inputs.map(({ id }) => id));
}
