// What a person decides about their device: leaving that deletes what was kept, the copy of the site, the installed site.

import assert from "node:assert/strict";

import { visitor } from "./support/browser.mjs";
import { hurry, startCheck } from "./support/check.mjs";
import { copied, visitHost } from "./support/host.mjs";
import { list, on, open, store } from "./support/kept.mjs";
import { WORDS } from "./support/questionnaire.mjs";
import { stored } from "./support/traces.mjs";

const visit = visitor();
const { device: DEVICE, start: START } = WORDS;
const AWAY = { origins: ["https://www.bbc.co.uk"] };
const CHOICE = "waymark-kept-leave";

const elsewhere = (page) => page.route("https://www.bbc.co.uk/**", (route) => route.fulfill({ contentType: "text/html", body: "<!DOCTYPE html><title>Weather</title>" }));
const leave = async (page) => {
  await elsewhere(page);
  await page.locator(".app-exit").click();
  await page.waitForURL("https://www.bbc.co.uk/**");
};

/** As a browser says it that runs the installed site. */
const installed = (page) => page.addInitScript(() => {
  const asked = window.matchMedia;
  window.matchMedia = (query) => (query === "(display-mode: standalone)" ? { matches: true } : asked.call(window, query));
});

visit("leaving deletes what was kept only for those who chose so", AWAY, async ({ page }) => {
  const [name] = await list(page, [on("2026-11-20")]);
  await leave(page);
  await open(page);
  assert.deepEqual(Object.keys(await store(page)), [name]);

  await page.locator("label[for=leave-deletes]").click();
  assert.ok(await page.locator("#leave-deletes").isChecked());
  await page.evaluate(() => localStorage.setItem("another-program", "x"));
  await leave(page);
  await open(page);
  assert.deepEqual(Object.keys(await store(page)), ["another-program", CHOICE], "what is not ours, and the choice, stay");
  assert.ok(await page.locator("#leave-deletes").isChecked());
  await page.locator("label[for=leave-deletes]").click();
  assert.deepEqual(Object.keys(await store(page)), ["another-program"]);
});

visit("where the choice cannot be kept, the page says so, and leaving works all the same", AWAY, async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("no", "SecurityError");
    };
  });
  await open(page);
  await page.locator("label[for=leave-deletes]").click();
  await page.getByText(DEVICE["leave-not"]).waitFor();
  assert.ok(!(await page.locator("#leave-deletes").isChecked()));
  await leave(page);
});

visitHost("one action deletes everything: what was kept, the choice, the copy and its worker", async ({ page, context }) => {
  await page.goto("about/");
  await copied(page);
  await list(page, [on("2026-11-20"), on("2026-11-21")]);
  await page.getByText(DEVICE["copy-there"]).waitFor();
  await page.locator("label[for=leave-deletes]").click();
  await page.evaluate(() => sessionStorage.setItem("waymark-place", "2"));
  await page.locator("#all").click();
  await page.locator("#all-yes").click();
  await page.getByText(DEVICE["copy-gone"]).waitFor();
  assert.deepEqual(await stored(page), []);
  assert.deepEqual(await context.cookies(), []);
  assert.ok(!(await page.locator("#leave-deletes").isChecked()));
});

visitHost("the copy alone can be removed, and says what that means", async ({ page, host }) => {
  await page.goto("about/");
  await copied(page);
  const [name] = await list(page, [on("2026-11-20")]);
  await page.evaluate(() => caches.open("another-program"));
  await page.locator("#copy-remove").click();
  await page.locator("#copy-said:focus", { hasText: DEVICE["copy-gone"] }).waitFor();
  assert.deepEqual(await stored(page), [name, "another-program"], "what is not ours stays");
  assert.ok(await page.locator("#copy-remove").isHidden());
  await page.goto("about/");
  await copied(page);
  host.silent();
  await page.goto("emergency/");
});

visit("a browser without a copy says so", async ({ page }) => {
  await open(page);
  await page.getByText(DEVICE["copy-none"]).waitFor();
  assert.ok(await page.locator("#copy-remove").isHidden());
});

visit("the browser is asked to keep what is kept only by a press", async ({ page }) => {
  await page.addInitScript(() => {
    window.asked = [];
    StorageManager.prototype.persist = async () => window.asked.push("persist") > 1;
  });
  await open(page);
  assert.deepEqual(await page.evaluate(() => window.asked), []);
  await page.locator("#persist-ask").click();
  await page.getByText(DEVICE["persist-no"]).waitFor();
  await page.locator("#persist-ask").click();
  await page.getByText(DEVICE["persist-yes"]).waitFor();
});

for (const [where, vendor, inApp, shown] of [
  ["Safari", "Apple Computer, Inc.", false, true],
  ["the installed site in Safari", "Apple Computer, Inc.", true, false],
  ["another browser", "Google Inc.", false, false],
]) {
  visit(`Safari's seven days are explained where they count: ${where}`, async ({ page }) => {
    if (inApp) await installed(page);
    await page.addInitScript((vendor) => Object.defineProperty(Navigator.prototype, "vendor", { get: () => vendor }), vendor);
    await open(page);
    await page.locator("#persist-ask").waitFor();
    assert.equal(await page.locator("#safari").isVisible(), shown);
  });
}

visit("in the installed site, Leave this site leads to a page that says nothing", async ({ page }) => {
  await installed(page);
  await page.goto("check/audit/");
  await page.locator('label[for="audit-1-3"]').click();
  await page.locator(".app-exit").click();
  await page.waitForURL("**/start/");
  assert.equal(await page.locator("h1").innerText(), START.title);
  assert.doesNotMatch(await page.locator("header, main").allInnerTexts().then(String), /drink|alcohol|check/i);
  const footer = await page.locator("footer").boundingBox();
  assert.ok(footer.y >= page.viewportSize().height - 1, "numbers to call stand below the first screen");
  await page.getByRole("button", { name: START.open }).click();
  await page.waitForURL((url) => url.pathname === "/");
});

visit("a finished check says how to put the site on the home screen, and no page before it does", async ({ page }) => {
  await startCheck(page);
  assert.equal(await page.locator('main a[href$="#home-screen"]').count(), 0);
  await hurry(page, [3, 2, 2, 0, 0, 0, 1, 0, 0, 0]);
  await page.locator("#install a").click();
  await page.waitForURL("**/safety/#home-screen");
  assert.ok(await page.locator("#home-screen").isVisible());
});

visit("the site can be installed, under its own name or a plain one", async ({ page }) => {
  const manifest = async (path) => {
    await page.goto(path);
    const href = await page.locator("link[rel=manifest]").getAttribute("href");
    return page.evaluate(async (href) => (await fetch(href)).json(), href);
  };
  const ours = await manifest("about/");
  const plain = await manifest("plain-icon/");
  assert.equal(ours.name, WORDS.site.name);
  assert.equal(plain.name, START["plain-name"]);
  assert.doesNotMatch(JSON.stringify(plain).replaceAll(/"(lang|src)":"[^"]*"/g, ""), /waymark|drink|alcohol/i);
  assert.notEqual(ours.id, plain.id);
  for (const { icons, shortcuts, screenshots, start_url: start, display } of [ours, plain]) {
    assert.deepEqual([start, display], ["/start/", "standalone"]);
    assert.ok(icons.some(({ purpose }) => purpose === "maskable"));
    for (const { src, sizes } of [...icons, ...screenshots]) {
      const size = await page.evaluate(async (src) => {
        const picture = await createImageBitmap(await (await fetch(src)).blob());
        return `${picture.width}x${picture.height}`;
      }, src);
      assert.equal(size, sizes, src);
    }
    for (const { url } of shortcuts) assert.ok((await page.goto(url.slice(1))).ok(), url);
  }
  // What Chromium itself finds wrong with it.
  const session = await page.context().newCDPSession(page);
  for (const path of ["about/", "plain-icon/"]) {
    await page.goto(path);
    const { errors } = await session.send("Page.getAppManifest");
    assert.deepEqual(errors, [], path);
  }
});

visitHost("a page that comes slower than its script still shows what can be decided", async ({ page, host }) => {
  const release = host.pause("/my-data/", "<main");
  await page.goto("my-data/", { waitUntil: "commit" });
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name, responseEnd }) => /kept-\w+\.js/.test(name) && responseEnd > 0));
  // A turn of the page, in which the script runs.
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
  release();
  await page.locator("#leave-deletes").waitFor();
});
