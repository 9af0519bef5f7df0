// LForms, the form renderer of the National Library of Medicine, on a page of its own: it knows nothing of us but the
// Questionnaire that it is given.

import { readFile } from "node:fs/promises";

const FOLDER = new URL("../../../node_modules/lforms/dist/lforms/", import.meta.url);
const PARTS = ["webcomponent/runtime.js", "webcomponent/polyfills.js", "webcomponent/main.js", "fhir/R4/lformsFHIR.min.js"];
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>LForms</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="webcomponent/styles.css"><div id="form"></div>
<script src="webcomponent/assets/lib/zone.min.js"></script>
${PARTS.map((part) => `<script type="module" src="${part}"></script>`).join("\n")}`;

/** Shows a Questionnaire. Nothing of the page is asked from the server. */
export async function show(page, questionnaire) {
  await page.route("**/renderer/**", async (route) => {
    const name = new URL(route.request().url()).pathname.split("/renderer/")[1];
    const kind = { css: "text/css", js: "text/javascript", png: "image/png" }[name.split(".").at(-1)];
    await route.fulfill(kind ? { contentType: kind, body: await readFile(new URL(name, FOLDER)) } : { contentType: "text/html", body: PAGE });
  });
  await page.goto("renderer/");
  await page.waitForFunction(() => window.LForms?.FHIR?.R4 && customElements.get("wc-lhc-form"));
  await page.evaluate((questionnaire) => window.LForms.Util.addFormToPage(questionnaire, "form"), questionnaire);
  await page.locator("lhc-item").first().waitFor();
}

/** Chooses the answer with this label and these points, both as LForms read them from the Questionnaire. */
export function choose(page, item, label, points) {
  const labels = page.locator(`[id="item-${item}/1"] label.lhc-answer`);
  return labels.filter({ has: page.getByText(`${label} - ${points}`, { exact: true }) }).click();
}

/** The ids of the items that are shown. */
export function shown(page) {
  return page.locator("lhc-item").evaluateAll((items) => items.map(({ id }) => id.replace(/^item-(.*)\/1$/, "$1")));
}

/** The QuestionnaireResponse as LForms has it now. */
export function response(page) {
  return page.evaluate(() => window.LForms.Util.getFormFHIRData("QuestionnaireResponse", "R4"));
}

/** Waits until the total that is shown is this one; an empty text stands for none. */
export function totalIs(page, form, total) {
  const same = ([id, total]) => document.getElementById(id)?.value === total;
  return page.waitForFunction(same, [`${form}-score/1`, total]);
}
