// axe finds nothing to complain about on any page or in any state, light or dark.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { visitor } from "./support/browser.mjs";
import { kindsOfPages } from "./support/site.mjs";
import { EXPECTED, STATES } from "./support/states.mjs";

const visit = visitor();
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PHONE = { viewport: { width: 360, height: 740 } };

visit("every page", PHONE, async ({ page }) => {
  for (const { path } of await kindsOfPages()) {
    await page.goto(path);
    await scan(page, path);
  }
});

for (const { name, reach } of STATES) {
  visit(`the check: ${name}`, { ...PHONE, allow: EXPECTED }, async ({ page }) => {
    await reach(page);
    await scan(page, name);
  });
}

/** Scans what is on the screen, in both colour schemes. */
async function scan(page, where) {
  await page.evaluate(AXE);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const found = await page.evaluate(async () => {
      const { violations, passes } = await window.axe.run(document, { resultTypes: ["violations"] });
      return {
        passes: passes.length,
        violations: violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target).join(", ")}`),
      };
    });
    assert.deepEqual(found.violations, [], `${where}, ${colorScheme}`);
    // A page that axe could not read would pass everything.
    assert.ok(found.passes > 20, `${where}: only ${found.passes} rules found anything to judge`);
  }
}
