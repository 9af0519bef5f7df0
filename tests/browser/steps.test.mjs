// The clock for naloxone: right by the time of the device, said once at each change, with 999 first.

import assert from "node:assert/strict";

import { visitor } from "./support/browser.mjs";
import { focused, open } from "./support/guidance.mjs";
import { WORDS } from "./support/questionnaire.mjs";
import { stored } from "./support/traces.mjs";

const visit = visitor();
const { steps: STEPS } = WORDS;
const LONDON = { timezoneId: "Europe/London" };
const dose = (n, time) => STEPS.dose.replace("{n}", n).replace("{time}", time);
const clock = (page) => page.locator("#steps-clock").innerText();
const due = (page) => page.locator("#steps-due").innerText();

/** Opens the page at five past two, with a clock that the test moves. */
async function start(page) {
  await page.clock.install({ time: new Date("2026-11-28T14:05:00Z") });
  await open(page, "steps");
  await page.clock.pauseAt(new Date("2026-11-28T14:05:30Z"));
  // What is said to whoever does not see it, in order.
  await page.evaluate(() => {
    window.announced = [];
    new MutationObserver(() => window.announced.push(document.getElementById("steps-due").textContent)).observe(document.getElementById("steps-due"), { childList: true, characterData: true, subtree: true });
  });
}

visit("it counts from the press, and says at two and at three minutes what the page says, each once", LONDON, async ({ page }) => {
  await start(page);
  const call = page.locator(".app-doses a").first();
  assert.equal(await call.getAttribute("href"), "tel:999");
  assert.ok(await call.isVisible());
  await page.locator("#steps-first").press("Enter");
  assert.equal(await focused(page), "steps-title");
  assert.deepEqual([await clock(page), await due(page)], ["0:00", `${dose(1, "14:05")} ${STEPS.watch}`]);
  for (const [more, shown, said] of [
    [61_000, "1:01", STEPS.watch],
    [58_000, "1:59", STEPS.watch],
    [1_000, "2:00", STEPS["may-give"]],
    [59_000, "2:59", STEPS["may-give"]],
    [1_000, "3:00", STEPS.give],
    [600_000, "13:00", STEPS.give],
    [420_000, "20:00", STEPS["wears-off-now"]],
  ]) {
    await page.clock.runFor(more);
    assert.deepEqual([await clock(page), await due(page)], [shown, `${dose(1, "14:05")} ${said}`]);
  }
  assert.deepEqual(
    await page.evaluate(() => window.announced),
    [STEPS.watch, STEPS["may-give"], STEPS.give, STEPS["wears-off-now"]].map((said) => `${dose(1, "14:05")} ${said}`),
    "not every second",
  );
  assert.deepEqual(await page.locator("#steps-clock").evaluate(({ role, ariaLive }) => [role, ariaLive]), ["timer", "off"]);
  assert.equal(await page.locator("#steps-due").getAttribute("role"), "status");
  const text = await page.locator(".app-doses").innerText();
  for (const key of ["cpr", "sleepy", "wears-off", "kept"]) assert.ok(text.includes(STEPS[key]), key);
  assert.ok(await call.isVisible(), "999 stays first");
});

visit("a phone that slept shows the right time when it wakes", LONDON, async ({ page }) => {
  await start(page);
  await page.locator("#steps-first").click();
  // Nothing ran meanwhile: one late tick, and the time is right.
  await page.clock.fastForward("02:31");
  assert.deepEqual([await clock(page), await due(page)], ["2:31", `${dose(1, "14:05")} ${STEPS["may-give"]}`]);
  // A page that comes back from the browser's memory does not wait for the next tick.
  await page.clock.setSystemTime(new Date("2026-11-28T14:10:30Z"));
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  assert.equal(await clock(page), "5:00");
});

visit("another dose starts the clock again, and each is there for the crew; a shaking hand gives one", LONDON, async ({ page }) => {
  await start(page);
  await page.locator("#steps-first").click();
  await page.clock.runFor(150_000);
  await page.locator("#steps-another").press("Enter");
  await page.clock.runFor(1_000);
  await page.locator("#steps-another").press("Enter");
  assert.equal(await focused(page), "steps-another");
  assert.deepEqual([await clock(page), await due(page)], ["0:01", `${dose(2, "14:08")} ${STEPS.watch}`]);
  assert.deepEqual(await page.locator("#steps-given li").allInnerTexts(), [dose(1, "14:05"), dose(2, "14:08")]);
  // A press by mistake is taken back, and the clock goes on from the dose before.
  await page.locator("#steps-undo").click();
  assert.deepEqual(await page.locator("#steps-given li").allInnerTexts(), [dose(1, "14:05")]);
  assert.equal(await clock(page), "2:31");
  assert.ok(await page.locator("#steps-undo").isHidden());
});

visit("it starts again at once, and can be put back; nothing is kept", LONDON, async ({ page }) => {
  await start(page);
  await page.locator("#steps-first").click();
  await page.clock.runFor(30_000);
  await page.locator("#steps-again").press("Enter");
  assert.equal(await focused(page), "steps-undo");
  assert.ok(await page.locator("#steps-first").isVisible());
  assert.deepEqual([await due(page), await page.locator("#steps-clock").isHidden()], ["", true]);
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), "steps-title");
  assert.equal(await clock(page), "0:30");
  assert.deepEqual(await stored(page), []);
});

visit("paper has the steps, and the times of the doses for the crew", LONDON, async ({ page }) => {
  await start(page);
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator(".app-doses").isHidden(), "no clock without a dose");
  await page.emulateMedia({ media: "screen" });
  await page.locator("#steps-first").click();
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator("#steps-given li", { hasText: dose(1, "14:05") }).isVisible());
  assert.equal(await page.locator("main button:visible").count(), 0);
});

visit("it works without a signal", { ...LONDON, serviceWorkers: "allow" }, async ({ page, context }) => {
  await open(page, "steps");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await open(page, "steps");
  await page.locator("#steps-first").click();
  assert.ok((await due(page)).endsWith(STEPS.watch));
});
