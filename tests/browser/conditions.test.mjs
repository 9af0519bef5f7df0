// Devices as people have them: a wrong clock, an old browser, forced colours, motion that is wanted or not.

import assert from "node:assert/strict";

import { visitor } from "./support/browser.mjs";
import { choose, goOn, hurry, startCheck } from "./support/check.mjs";
import { open as openFind, said, type } from "./support/find.mjs";
import { entries, keep, list, on, open, store } from "./support/kept.mjs";
import { AUDIT, WORDS } from "./support/questionnaire.mjs";

const visit = visitor();

visit("a clock set back a year loses nothing that was kept, and keeps on keeping", async ({ page }) => {
  const [name] = await list(page, [on("2026-11-20")]);
  await page.clock.setFixedTime(new Date("2025-11-28T12:00:00Z"));
  await open(page);
  assert.equal((await entries(page)).length, 1);
  assert.ok((await entries(page))[0].includes("20 November 2026"), "the day on which it was done");
  await startCheck(page);
  await hurry(page, [4, 3, 2, 0, 0, 0, 1, 0, 0, 0]);
  await page.locator("#take-keep-open").click();
  await keep(page);
  await open(page);
  assert.deepEqual((await entries(page)).map((entry) => entry.match(/\d+ November \d+/)[0]), ["20 November 2026", "28 November 2025"]);
  assert.ok((await store(page))[name]);
  await openFind(page);
  await type(page, "Shrewsbury");
  assert.ok((await page.locator("#results > li").count()) > 1, await said(page));
});

for (const [age, without] of [
  ["refuses the program, as one without reference types does", () => {
    const refuse = async () => {
      throw new WebAssembly.CompileError("invalid value type 'externref'");
    };
    WebAssembly.instantiate = refuse;
    WebAssembly.instantiateStreaming = refuse;
  }],
  ["has no WebAssembly, as in a lockdown", () => {
    delete window.WebAssembly;
  }],
]) {
  visit(`a browser that ${age} shows the whole form, with what was chosen`, { allow: [/WebAssembly|externref/] }, async ({ page }) => {
    await page.addInitScript(without);
    await page.goto("check/audit/");
    await page.locator("[data-failed]:visible").waitFor();
    for (const { id } of AUDIT.item) {
      await page.locator(`label[for="${id}-1"]`).click();
      assert.ok(await page.locator(`#${id}-1`).isChecked(), id);
    }
    assert.ok(await page.getByText("20 to 40").isVisible());
    await page.goto("find/");
    await page.locator('a[href="/find/halton/"]').first().click();
    await page.locator('main a[href^="tel:"]').first().waitFor();
  });

  visit(`a browser that ${age} loses nothing that was kept`, { allow: [/WebAssembly|externref/] }, async ({ page }) => {
    const [name] = await list(page, [on("2026-11-20")]);
    await page.addInitScript(without);
    await page.goto("my-data/");
    await page.locator("[data-failed]:visible").waitFor();
    assert.ok((await store(page))[name]);
    // The file of everything needs no program.
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#carry-save").click()]);
    assert.equal(file.suggestedFilename(), "notes-all.json");
  });
}

visit("in forced colours what is chosen, what has focus and what can be pressed still shows", { forcedColors: "active" }, async ({ page }) => {
  await startCheck(page);
  await choose(page, 1, 3);
  const [chosen, other] = await page.evaluate(() => {
    // A border, which is the one thing that stays when colours are taken away.
    const mark = (id) => getComputedStyle(document.getElementById(id), "::before").borderTopWidth;
    return [mark("audit-1-3"), mark("audit-1-2")];
  });
  assert.deepEqual([chosen, other], ["7px", "0px"]);
  const edges = await page.locator("#continue, .app-exit").evaluateAll((parts) => parts.map((part) => getComputedStyle(part).borderTopStyle));
  assert.deepEqual(edges, edges.map(() => "solid"), "a button has an edge where its colour is taken away");
  await page.keyboard.press("Tab");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(outline, "none");
});

for (const reducedMotion of ["reduce", "no-preference"]) {
  visit(`nothing moves by itself, with motion as ${reducedMotion}`, { reducedMotion }, async ({ page }) => {
    await startCheck(page);
    await goOn(page);
    await page.locator(".govuk-error-summary:focus").waitFor();
    await hurry(page, [3, 2, 2, 0, 0, 0, 1, 0, 0, 0]);
    const running = await page.evaluate(() => document.getAnimations().filter((one) => one.effect.getComputedTiming().iterations === Infinity).length);
    assert.equal(running, 0);
    const long = await page.evaluate(() => [...document.querySelectorAll("*")].filter((part) =>
      [getComputedStyle(part).transitionDuration, getComputedStyle(part).animationDuration].some((time) => parseFloat(time) > 0)).length);
    assert.equal(long, 0);
  });
}

visit("in a private window, where nothing may be kept, the page says so and the result is all there", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
    Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("no", "SecurityError"); } });
    Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined });
    delete window.caches;
  });
  await startCheck(page);
  await hurry(page, [3, 2, 2, 0, 0, 0, 1, 0, 0, 0]);
  await page.locator("#take-keep-open").click();
  await page.locator("#take-keep-save").click();
  await page.getByText(WORDS.take.blocked).waitFor();
  await open(page);
  await page.getByText(WORDS.device["copy-none"]).waitFor();
  assert.ok(await page.locator("#carry").isHidden());
});
