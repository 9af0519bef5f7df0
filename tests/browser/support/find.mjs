// The search for help as a person uses it.

import { toml } from "./questionnaire.mjs";

/** Opens the page and waits until it can be searched. */
export async function open(page) {
  await page.goto("find/");
  await searchable(page);
}

/** Waits until the page can be searched. */
export const searchable = (page) => page.locator('[data-island="find"][data-files]').waitFor();

/** Types a text and waits until all of its answer is there. */
export async function type(page, text) {
  await page.locator("#find-what").fill(text);
  await answered(page);
}

/** Waits until all of an answer is there: its beginning is shown first. */
export const answered = (page) => page.locator('#results[aria-busy="false"]').waitFor({ state: "attached" });

export const said = (page) => page.locator("#find-said").innerText();

/** What is found: kind, id, name, text and the number to call of each entry. */
export const results = (page) =>
  page.locator("#results > li").evaluateAll((items) =>
    items.map((item) => ({
      ...item.dataset,
      name: item.querySelector("h2").textContent.replace(/^\d+\s/, ""),
      text: [...item.children].map((part) => part.textContent).join("\n"),
      call: item.querySelector("a[href^='tel:']")?.getAttribute("href") ?? null,
    })));

/** The ids of what is found. */
export const ids = async (page) => (await results(page)).map(({ id }) => id);

/** Ticks or unticks a box by its name, such as `kind.gp`; they are opened first. */
export async function tick(page, name, ticked = true) {
  const details = page.locator("#filter details");
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
  await page.locator(`[data-filter="${name}"]`).setChecked(ticked);
  await answered(page);
}

/** The boxes that are shown, each with its number. */
export const boxes = (page) =>
  page.locator("#filter [data-option]:not([hidden])").evaluateAll((options) =>
    Object.fromEntries(options.map((option) => [option.querySelector("input").dataset.filter, Number(option.querySelector("[data-count]").textContent)])));

/** A line of `content/numbers.toml`. */
export const line = (id) => toml("content/numbers.toml").line.find((line) => line.id === id);
