// The page fits a narrow screen, large text and wider spacing; what is pressed is large enough; what has focus
// can be seen; nothing jumps when the program takes over.

import assert from "node:assert/strict";

import { visitor } from "./support/browser.mjs";
import { answer, goOn, inCharge, startCheck } from "./support/check.mjs";
import { kindsOfPages } from "./support/site.mjs";
import { EXPECTED, STATES } from "./support/states.mjs";

const visit = visitor();
const NARROW = { viewport: { width: 320, height: 640 } };
const PHONE = { viewport: { width: 360, height: 640 } };

visit("every page fits 320 px, with text at 100 % and 200 % and with wider spacing, and has targets to hit", NARROW, async ({ page }) => {
  for (const { path } of await kindsOfPages()) {
    await page.goto(path);
    await fits(page, path);
  }
});

for (const { name, reach } of STATES) {
  visit(`the check fits and can be hit: ${name}`, { ...NARROW, allow: EXPECTED }, async ({ page }) => {
    await reach(page);
    await fits(page, name);
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0, "no motion for those who want none");
  });
}

for (const form of ["audit", "audit-c"]) {
  visit(`${form}: nothing jumps when the program takes over`, PHONE, async ({ page }) => {
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await page.route("**/assets/*.wasm", async (route) => {
      await released;
      await route.continue();
    });
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({
        type: "layout-shift",
        buffered: true,
      });
    });
    await page.goto(`check/${form}/`);
    const before = await places(page);
    assert.ok(before.length >= 8);
    release();
    await inCharge(page);
    assert.deepEqual(await places(page), before);
    const shifts = await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(window.shifts)))));
    const sum = shifts.reduce((sum, value) => sum + value, 0);
    assert.ok(sum < 0.02, `the layout shifted by ${sum}`);
  });
}

visit("on paper the header stands above the page, however far it was scrolled", async ({ page }) => {
  await page.goto("find/halton/");
  await page.evaluate(() => scrollTo(0, 2000));
  const top = () => page.locator(".app-header").evaluate((header) => header.getBoundingClientRect().top + scrollY);
  assert.ok((await top()) > 1000, "on the screen it comes along");
  await page.emulateMedia({ media: "print" });
  assert.equal(await top(), 0);
});

visit("whatever has focus is seen, marked, and not under the header, forwards and backwards", PHONE, async ({ page }) => {
  for (const path of ["check/audit/", "find/", "worried/"]) {
    await page.goto(path);
    if (path.startsWith("check")) {
      await inCharge(page);
      await answer(page, [3]);
      await page.locator("#help-me-count summary").click();
    }
    for (const key of ["Tab", "Shift+Tab"]) {
      await page.evaluate((last) => {
        const all = [...document.querySelectorAll("a[href], summary, input, button")].filter((part) => part.checkVisibility());
        (last ? all.at(-1) : all[0]).focus();
      }, key !== "Tab");
      const stops = new Set();
      for (;;) {
        await page.keyboard.press(key);
        const focus = await page.evaluate(focused);
        if (focus === null || stops.has(focus.which)) break;
        stops.add(focus.which);
        assert.ok(focus.inSight, `${path} ${key}: ${focus.which} is covered or out of sight: ${JSON.stringify(focus)}`);
        assert.ok(focus.marked, `${path} ${key}: ${focus.which} does not show its focus`);
      }
      assert.ok(stops.size > 8, `${path} ${key}: only ${stops.size} stops`);
    }
  }
});

visit("an error is seen from its top, and so is a new question", PHONE, async ({ page }) => {
  await startCheck(page);
  await answer(page, [3]);
  await page.locator("#continue").scrollIntoViewIfNeeded();
  await goOn(page);
  await page.locator(".govuk-error-summary:focus").waitFor();
  assert.ok((await page.evaluate(focused)).inSight);
});

/** Asserts that nothing is cut off or needs sideways scrolling, as it is, in large text and in wide spacing. */
async function fits(page, where) {
  assert.deepEqual(await page.evaluate(small), [], `${where}: targets`);
  assert.deepEqual(await page.evaluate(sideways), [], `${where}: 100 %`);
  // The policy stops style attributes, not what a reader's own settings do; sheets made by script stand for them.
  const wear = (css) =>
    page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }, css);
  await wear("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
  assert.deepEqual(await page.evaluate(sideways), [], `${where}: text spacing`);
  await wear("html { font-size: 200% !important }");
  assert.deepEqual(await page.evaluate(sideways), [], `${where}: 200 %`);
  await wear("");
}

/** Runs in the page: what makes it scroll sideways or is cut off at its edge. */
function sideways() {
  const width = document.documentElement.clientWidth;
  // A table may be wider than the screen if it scrolls by itself (WCAG 2.2, 1.4.10).
  const scrolls = (part) => part !== null && part !== document.documentElement && (/auto|scroll/.test(getComputedStyle(part).overflowX) || scrolls(part.parentElement));
  const wide = [...document.body.querySelectorAll("*")].filter((part) => {
    if (!part.checkVisibility({ visibilityProperty: true }) || part.closest(".govuk-visually-hidden, svg, .govuk-skip-link:not(:focus), .app-leave:not(:focus)")) return false;
    if (scrolls(part.parentElement)) return false;
    const { left, right, width: own } = part.getBoundingClientRect();
    return own > 1 && (right > width + 1 || left < -1);
  });
  const found = wide.map((part) => `${part.localName}.${part.className} ${part.textContent.slice(0, 40)}`);
  if (document.documentElement.scrollWidth > width) found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  return found;
}

/**
 * Runs in the page: targets that are too small. A link inside a sentence may be as small as its line, and a link
 * on a line of its own may be lower than 24 px where no other target is near (WCAG 2.2, 2.5.8: spacing).
 */
function small() {
  const seen = (part) => part.checkVisibility({ visibilityProperty: true }) && !part.matches(".govuk-skip-link, .app-leave");
  // A radio's target is what its label covers.
  const row = (part) => (part.matches("input:is([type=radio], [type=checkbox])") ? part.closest(".govuk-radios__item, .govuk-checkboxes__item, .app-pill") : part);
  const parts = [...document.querySelectorAll("a[href], button, input, select, summary")].filter(seen);
  const centre = ({ left, top, width, height }) => [left + width / 2, top + height / 2];
  const apart = (part) => {
    const [x, y] = centre(row(part).getBoundingClientRect());
    return parts.every((other) => {
      if (other === part) return true;
      const { left, right, top, bottom } = row(other).getBoundingClientRect();
      return Math.hypot(x - Math.min(Math.max(x, left), right), y - Math.min(Math.max(y, top), bottom)) >= 12;
    });
  };
  // How high the area is that answers a press at a part's middle: a link may cover more than its own text.
  const height = (part) => {
    part.scrollIntoView({ block: "center", behavior: "instant" });
    const [x, y] = centre(part.getBoundingClientRect());
    const hit = (y) => part.contains(document.elementFromPoint(x, y));
    let [top, bottom] = [y, y];
    while (hit(top - 1)) top -= 1;
    while (hit(bottom + 1)) bottom += 1;
    return bottom - top;
  };
  const found = [];
  for (const part of parts) {
    const box = row(part).getBoundingClientRect();
    const text = part.textContent.trim();
    const inSentence = part.matches("a") && !part.matches("[class]:not(.app-tel)") && (part.closest("p, li, dd, td") ?? part.parentElement).textContent.trim() !== text;
    const least = part.matches(".govuk-button, .app-count button, input, select, .app-exit, .app-tel--large, .app-crisis__number") ? 44 : 24;
    const large = box.width >= least - 0.5 && (box.height >= least - 0.5 || height(part) >= least - 2);
    if (!large && !inSentence && !(least === 24 && apart(part))) {
      found.push(`${part.localName}#${part.id} “${text.slice(0, 30)}” ${Math.round(box.width)} × ${Math.round(box.height)}`);
    }
    if (part.matches("input:is([type=radio], [type=checkbox])")) {
      part.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, right, top, bottom } = row(part).getBoundingClientRect();
      for (const [x, y] of [[left + 4, top + 4], [right - 4, top + 4], [left + 4, bottom - 4], [right - 4, bottom - 4]]) {
        const hit = document.elementFromPoint(x, y);
        if (hit !== part && hit?.closest("label")?.htmlFor !== part.id) found.push(`${part.id} is not hit at a corner of its row`);
      }
    }
  }
  return found;
}

/** Runs in the page: where focus is, and whether a person can see it there. */
function focused() {
  const part = document.activeElement;
  if (part === document.body || part === null) return null;
  const row = part.matches("input:is([type=radio], [type=checkbox])") ? part.closest(".govuk-radios__item, .govuk-checkboxes__item, .app-pill") : null;
  const box = (row ?? part).getBoundingClientRect();
  // Near each end of its text: what lies on top there is the part itself, not a header that stays in sight.
  const rects = [...(row ?? part).getClientRects()];
  const points = [[rects[0].left + 4, rects[0].top + 4], [rects.at(-1).right - 4, rects.at(-1).bottom - 4]];
  const onTop = points.map(([x, y]) => document.elementFromPoint(x, y)).map((hit) => part.contains(hit) || row?.contains(hit) || false);
  const ring = ({ outlineStyle, outlineWidth, boxShadow }) => (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  return {
    which: `${part.localName}#${part.id} ${part.textContent.trim().slice(0, 30)} ${[...document.querySelectorAll("*")].indexOf(part)}`,
    inSight: onTop[0] && (onTop[1] || box.height > innerHeight / 2),
    marked: ring(getComputedStyle(row ?? part)),
    top: box.top,
    bottom: box.bottom,
    onTop,
  };
}

/** Where the parts of the first question stand. */
function places(page) {
  return page.locator("[data-island]").evaluate((island) =>
    [...island.querySelectorAll("a.govuk-back-link, .app-progress__text, h1, .app-before, .app-question .govuk-radios label, #continue, .app-private")]
      .filter((part) => part.checkVisibility())
      .map((part) => {
        const { x, y, width, height } = part.getBoundingClientRect();
        return [part.textContent.slice(0, 20), x, y, width, height].join(" ");
      }),
  );
}
