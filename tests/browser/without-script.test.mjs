// Invariants 5 and 9: without JavaScript every page is whole, every check can be done and added up by hand, and
// the crisis numbers are there.

import assert from "node:assert/strict";
import { test } from "node:test";

import { visitor } from "./support/browser.mjs";
import { AUDIT, WORDS, item } from "./support/questionnaire.mjs";
import { pages } from "./support/site.mjs";

const visit = visitor();
const OFF = { javaScriptEnabled: false };

/** The promised addresses. */
const ADDRESSES = ["/", "/check/", "/check/audit-c/", "/check/audit/", "/check/fast/", "/check/m-sasq/", "/check/someone/", "/check/drugs/", "/check/medicines/", "/find/", "/emergency/", "/privacy/", "/accessibility/", "/about/"];

test("links from the start page reach every promised address", async () => {
  const paths = (await pages()).map(({ path }) => path);
  for (const address of ADDRESSES) assert.ok(paths.includes(address), address);
});

test("every page has one heading, a title of its own, a language, the skip link first and the crisis numbers", async () => {
  const titles = new Map();
  for (const { path, html } of await pages()) {
    assert.equal(html.match(/<h1\b/g)?.length, 1, path);
    const [, title] = html.match(/<title>([^<]+)<\/title>/);
    assert.ok(title.includes("Waymark"), path);
    assert.ok(!titles.has(title), `${path} has the title of ${titles.get(title)}`);
    titles.set(title, path);
    assert.match(html, /<html lang="en"/, path);
    assert.match(html, /<body[^>]*><a href="#main-content" class="govuk-skip-link">/, path);
    assert.match(html, /<main id="main-content"|<main [^>]*id="main-content"/, path);
    const footer = html.slice(html.indexOf("<footer"));
    for (const number of ["999", "111", "116123", "08001111"]) assert.ok(footer.includes(`href="tel:${number}"`), `${path} ${number}`);
    for (const [, number] of html.matchAll(/href="tel:([^"]*)"/g)) assert.match(number, /^\d+$/, path);
    const header = html.slice(html.indexOf("<header"), html.indexOf("</header>"));
    assert.match(header, /<a [^>]*href="https:\/\/[^"]+"[^>]*rel="noreferrer[^>]*>Leave this site<\/a>/, path);
  }
});

for (const form of AUDIT.form) {
  visit(`${form.id}: every question, its points, the bands and the rules are on the page`, OFF, async ({ page }) => {
    await page.goto(`check/${form.id}/`);
    for (const id of form.items) {
      const number = AUDIT.item.findIndex((item) => item.id === id) + 1;
      const { text, options } = item(number);
      const group = page.locator(`fieldset:has(input[name="${id}"])`);
      assert.ok(await group.isVisible(), id);
      assert.equal(await group.locator("legend").innerText(), text);
      for (const [place, { label, points }] of options.entries()) {
        const row = group.locator(`.govuk-radios__item:has(#${id}-${place})`);
        const { one, other } = WORDS.form.points;
        assert.equal((await row.innerText()).replace(/\s+/g, " "), `${label} ${(points === 1 ? one : other).replace("{n}", points)}`);
      }
      await group.locator(`label[for="${id}-1"]`).click();
      assert.ok(await page.locator(`#${id}-1`).isChecked());
    }
    for (const { from, to, id } of form.band) {
      const row = page.locator("tr", { hasText: AUDIT.reading.find((reading) => reading.id === id).name });
      assert.match(await row.first().innerText(), new RegExp(`${from} to ${to}\\b`));
    }
    const text = await page.locator("main").innerText();
    assert.match(text, /Never/);
    assert.ok(text.includes(AUDIT.credit));
    assert.match(text, /Do not stop drinking suddenly/);
    assert.equal(await page.locator("#result, [data-failed]:visible").count(), 0);
  });

  visit(`${form.id}: Continue leads on to the rest of the form, or is not there`, OFF, async ({ page }) => {
    await page.goto(`check/${form.id}/`);
    const button = page.locator("#continue");
    if (await button.isVisible()) {
      await button.click();
      assert.equal(new URL(page.url()).hash, "#whole-form");
    }
    assert.ok(await page.locator("#whole-form").isVisible());
    assert.ok(await page.getByRole("heading", { name: WORDS.form.title }).isVisible());
  });
}

visit("a wrong address gets a page that helps", { ...OFF, allow: [/404/] }, async ({ page }) => {
  const response = await page.goto("no/such/page/");
  assert.equal(response.status(), 404);
  assert.ok(await page.locator("h1").isVisible());
  for (const path of ["/", "/check/", "/find/"]) assert.ok(await page.locator(`main a[href="${path}"]`).count(), path);
  assert.ok(await page.locator('a[href="tel:999"]').first().isVisible());
});

visit("someone can find help without any script", OFF, async ({ page }) => {
  await page.goto("");
  await page.locator('main a[href="/find/"]').click();
  await page.getByRole("link", { name: "Shropshire", exact: true }).click();
  assert.ok(await page.locator('main a[href="tel:01743294700"]').isVisible());
  await page.getByRole("link", { name: WORDS.find.back }).click();
  await page.getByRole("link", { name: WORDS.find.elsewhere }).click();
  assert.ok(await page.locator('main a[href^="tel:"]').first().isVisible());
});
