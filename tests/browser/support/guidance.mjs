// Pages of guidance with a program, as a person uses them.

/** Where each island is. */
export const ADDRESSES = {
  quiz: "young-people/true-or-not/",
  "class-quiz": "schools/class-quiz/",
  steps: "emergency/overdose/",
  plan: "families/a-bad-night/",
};

/** Opens an island's page, and waits until its program is in charge. */
export async function open(page, island) {
  await page.goto(ADDRESSES[island]);
  await page.locator(`[data-island="${island}"][data-ready]`).waitFor();
}

/** Begins the quiz of a class with an age, and shows a number beside the hands for each range. */
export async function begin(page, ages, hands) {
  await page.locator(`#ages-${ages}`).click();
  await page.locator("#class-ask:focus").waitFor();
  if (hands === undefined) return;
  await count(page, hands);
  await page.locator("#class-form button").click();
}

/** Types how many hands there were for each range. */
export async function count(page, hands) {
  for (const [place, typed] of hands.entries()) await page.locator(`#hands-${place}`).fill(typed);
}

/** The id of what has focus. */
export const focused = (page) => page.evaluate(() => document.activeElement.id);

/** Everything that the page's prose says while it is as it was published. */
export const prose = (page) => page.locator("[data-island] > .app-prose").evaluate((part) => part.textContent);
