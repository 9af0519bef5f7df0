// Invariants 2, 3, 4 and 6: no answer is ever in an address, a title or a store; nothing leaves the site; the
// policy allows no inline script or style, and no page has any.

import assert from "node:assert/strict";
import { test } from "node:test";

import { BASE, launch, open, visitor } from "./support/browser.mjs";
import { SIGN, answer, answerSign, goOn, startCheck, walk } from "./support/check.mjs";
import { AUDIT } from "./support/questionnaire.mjs";
import { kindsOfPages, pages } from "./support/site.mjs";
import { network, stored } from "./support/traces.mjs";

const visit = visitor();

/** What the policy must say, and all of it. `frame-ancestors` works in the header only. */
const POLICY = {
  "default-src": "'self'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "img-src": "'self'",
  "connect-src": "'self'",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

visit("no address, title or history state of a journey says anything of the answers", async ({ page, seen }) => {
  const trail = [];
  const note = async () =>
    trail.push(
      await page.evaluate(() => ({ path: location.pathname, search: location.search, hash: location.hash, title: document.title, state: history.state, name: window.name })),
    );
  await startCheck(page, "audit-c");
  const points = [4, 3, 3, 1, 1, 0, 2, 1, 0, 2];
  for (const [place, value] of points.entries()) {
    await answer(page, [value], { from: place + 1 });
    await note();
  }
  await answerSign(page, SIGN.yes);
  await page.locator("#area").selectOption("halton");
  await note();
  for (const { path, search, hash, title, state, name } of trail) {
    assert.deepEqual({ path, search, state, name }, { path: "/check/audit-c/", search: "", state: null, name: "" });
    assert.match(hash, /^#(\d{1,2}|result)$/);
    assert.match(title, /^(Question \d+ of (3|10)|One more question\. It adds no points\.|Your result) – Quick check – Waymark$/);
  }
  assert.deepEqual(trail.map(({ hash }) => hash), ["#2", "#3", "#4", "#5", "#6", "#7", "#8", "#9", "#10", "#11", "#result"]);
  // Everything was fetched to show the first question; the answers fetched nothing.
  const fetched = seen.requests.map((request) => new URL(request.url()));
  assert.ok(fetched.length >= 4);
  for (const url of fetched) assert.match(url.pathname, /^\/(check\/audit-c\/|assets\/[\w-]+\.(css|js|json|svg|wasm))$/);
});

visit("after whole journeys and every page, nothing is stored anywhere", async ({ page, context }) => {
  for (const { path } of await kindsOfPages()) {
    await page.goto(path);
    assert.deepEqual(await stored(page), [], path);
  }
  await walk(page, { points: [4, 4, 4, 4, 4, 4, 4, 4, 4, 4] });
  await page.locator("#area").selectOption("shropshire");
  assert.deepEqual(await stored(page), []);
  await walk(page, { form: "audit-c", points: [1, 1, 1] });
  await page.locator("#go-on").click();
  assert.deepEqual(await stored(page), []);
  assert.deepEqual(await context.cookies(), []);
});

visit("answers cause no request, not even for an icon: a log would show how many questions came", async ({ page, context }) => {
  const asked = await network(context, page, () => startCheck(page));
  await answer(page, [3]);
  await page.locator("#help-me-count summary").click();
  await page.locator("#add-pint").click();
  await page.locator("#own-ml").fill("330");
  await goOn(page);
  await answer(page, [2, 0, 0, 0, 1, 0, 0, 0], { from: 3 });
  await page.locator("#result, #withdrawal-1").first().waitFor();
  assert.deepEqual(asked, []);
});

visit("leaving goes to a neutral page, without a referrer, and takes this page out of the history", {
  origins: ["https://www.bbc.co.uk"],
}, async ({ page, context }) => {
  let referrer = "never asked";
  await context.route("https://www.bbc.co.uk/**", async (route) => {
    referrer = (await route.request().allHeaders()).referer ?? null;
    await route.fulfill({ contentType: "text/html", body: "<!DOCTYPE html><title>Weather</title>" });
  });
  await page.goto("about/");
  await startCheck(page);
  await answer(page, [4, 4]);
  const leave = page.locator(".app-exit", { hasText: "Leave this site" });
  assert.ok(await leave.isVisible());
  await leave.click();
  await page.waitForURL("https://www.bbc.co.uk/**");
  assert.equal(referrer, null);
  await page.goBack();
  assert.equal(await page.locator('#result, input[name="audit-3"], input:checked').count(), 0, "the question is not a step back");
});

visit("what was chosen is not put back by the browser after a reload without the program", {
  javaScriptEnabled: false,
}, async ({ page }) => {
  await page.goto("check/audit/");
  for (const { id } of AUDIT.item) await page.locator(`label[for="${id}-1"]`).click();
  assert.equal(await page.locator("input:checked").count(), AUDIT.item.length);
  await page.reload();
  assert.equal(await page.locator("input:checked").count(), 0, "a reload starts again");
  for (const { id } of AUDIT.item) await page.locator(`label[for="${id}-1"]`).click();
  await page.goto("about/");
  await page.goBack();
  // The page itself may come back from memory; a page made anew must be empty. Chromium keeps none under test.
  assert.equal(await page.locator("input:checked").count(), 0, "going back does not show the answers");
});

/** A result, then Leave this site from there or from a page after it, then Back; in a browser that keeps pages for Back. */
async function leftAndBack(after = async () => {}) {
  const browser = await launch([], ["--disable-back-forward-cache"]);
  try {
    const { page, context } = await open(browser);
    await context.route("https://www.bbc.co.uk/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<!DOCTYPE html><title>Weather</title>" }));
    await walk(page, { points: [4, 4, 4, 4, 4, 4, 4, 4, 4, 4] });
    await after(page);
    await page.locator(".app-exit").click();
    await page.waitForURL("https://www.bbc.co.uk/**");
    // In a task of its own, or the page may be gone before it has answered.
    await page.evaluate(() => void setTimeout(() => history.back()));
    await page.waitForURL("**/check/audit/**", { waitUntil: "commit" });
    await page.locator('input[name="audit-1"]').first().waitFor();
    assert.equal(await page.locator("#result, input:checked").count(), 0);
    assert.deepEqual(await stored(page), ["left"], "a mark that the site was left, and nothing else");
  } finally {
    await browser.close();
  }
}

visit("a result that was left by Leave this site is gone, also where the browser keeps pages for Back", () => leftAndBack());

visit("a result is gone as well when the site was left from a page after it", () =>
  leftAndBack(async (page) => {
    await page.locator('nav a[href="/emergency/"]').click();
    await page.waitForURL("**/emergency/");
  }));

test("every page has the policy in its header and in itself", async () => {
  for (const { path, html } of await pages()) {
    const { "frame-ancestors": frames, ...header } = policy((await fetch(new URL(path, BASE))).headers.get("content-security-policy"));
    assert.deepEqual(header, POLICY, path);
    assert.equal(frames, "'none'");
    const [, meta] = html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]+)">/);
    assert.deepEqual(policy(meta), POLICY, path);
  }
});

test("a page is kept for five minutes, a file named by its hash for a year, a wrong address not at all", async () => {
  const kept = async (path) => (await fetch(new URL(path, BASE))).headers.get("cache-control");
  for (const { path, html } of await pages()) {
    assert.equal(await kept(path), path === "/404.html" ? null : "max-age=300", path);
    const [style] = html.match(/\/assets\/[^"]+\.css/);
    assert.equal(await kept(style), "public, max-age=31536000, immutable");
  }
  assert.equal(await kept("/no-such-page/"), null);
});

test("another site's program may fetch the questionnaires in FHIR, and nothing else", async () => {
  const allowed = async (path) => (await fetch(new URL(path, BASE))).headers.get("access-control-allow-origin");
  assert.equal(await allowed("/fhir/Questionnaire-audit.json"), "*");
  for (const path of ["/", "/check/audit/"]) assert.equal(await allowed(path), null);
});

test("no page has an inline script, an inline style, a handler or a part from elsewhere", async () => {
  for (const { path, html } of await pages()) {
    for (const [tag] of html.matchAll(/<script\b[^>]*>/g)) {
      const data = tag.includes('type="application/json"');
      assert.ok(data || / src="\/assets\/[^"]+" integrity="sha384-[^"]+"/.test(tag), `${path}: ${tag}`);
    }
    for (const [tag] of html.matchAll(/<link\b[^>]*>/g)) {
      // The program's own integrity is checked where it is fetched; browsers ignore it on such a preload.
      const loads = /rel="(stylesheet|modulepreload|preload)"/.test(tag) && !tag.includes('as="fetch"');
      assert.ok(!loads || tag.includes('integrity="sha384-'), `${path}: ${tag}`);
    }
    assert.doesNotMatch(html, /<style\b|\sstyle="|\son[a-z]+="|javascript:/i, path);
    assert.doesNotMatch(html, /\b(src|srcset|action|formaction|data-wasm|data-pin)="(https?:)?\/\//i, path);
    assert.doesNotMatch(html, /<(iframe|object|embed|base)\b/i, path);
  }
});

/** A policy as an object, so that order and spaces do not matter. */
function policy(text) {
  return Object.fromEntries(text.split(";").map((part) => {
    const [name, ...values] = part.trim().split(/\s+/);
    return [name, values.join(" ")];
  }));
}
