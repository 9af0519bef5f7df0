// Questions without a score as their files say, read apart from the site, and the walk through them.

import { readFileSync, readdirSync } from "node:fs";

import { parse } from "smol-toml";

const FOLDER = new URL("../../../content/en/check/", import.meta.url);

/** Every such page by its name: its questions, its pieces of advice in the order of the file, what is always shown. */
export const PATHS = Object.fromEntries(readdirSync(FOLDER).map((file) => [file.replace(".md", ""), read(file)]));

function read(file) {
  const [, front, body] = readFileSync(new URL(file, FOLDER), "utf8").split(/^\+\+\+\n/m);
  const { title, always = [], question } = parse(front);
  const pieces = [...body.matchAll(/^## (.+) \{#([\w-]+)(?: \.([\w-]+))?\}$/gm)].map(([, heading, id, kind]) => ({ id, kind, heading }));
  return { title, always, questions: question, pieces };
}

/** The places of options that are given by the beginning of what they say, for each question of a page. */
export function places(name, answers) {
  const place = (id, begin) => {
    const { option } = PATHS[name].questions.find((question) => question.id === id);
    const found = option.findIndex(({ label }) => label.startsWith(begin));
    if (found < 0) throw new Error(`${name}: ${id} has no option ${begin}`);
    return found;
  };
  return Object.fromEntries(Object.entries(answers).map(([id, begins]) => [id, begins.map((begin) => place(id, begin))]));
}

/**
 * What answers lead to, worked out here and not by the program: the ids of the questions asked, and of the pieces in
 * the order in which they are shown. `choose` gives the places of the options for a question.
 */
export function walk({ always, questions, pieces }, choose) {
  const asked = [];
  const named = new Set(always);
  for (let place = 0; place < questions.length; ) {
    const { id, option } = questions[place];
    asked.push(id);
    const chosen = choose(questions[place]).map((n) => option[n]);
    for (const { show = [] } of chosen) for (const piece of show) named.add(piece);
    const leads = ({ then }) => (then === "end" ? questions.length : then ? questions.findIndex(({ id }) => id === then) : place + 1);
    place = Math.max(...chosen.map(leads));
  }
  const warned = pieces.some(({ id, kind }) => kind === "never-stop" && named.has(id));
  const shown = pieces.filter(({ id, kind }) => named.has(id) && !(warned && kind === "cutting-down"));
  const rank = ({ kind }) => ({ emergency: 0, urgent: 1, "never-stop": 1 })[kind] ?? 2;
  return { asked, shown: shown.toSorted((a, b) => rank(a) - rank(b)).map(({ id }) => id) };
}

/** Opens the page and waits until its program is in charge. */
export async function startPath(page, name) {
  await page.goto(`check/${name}/`);
  await inCharge(page);
}

export function inCharge(page) {
  return page.locator('[data-island="path"][data-ready]').waitFor();
}

/** Clicks the labels of a question's options, and Continue. */
export async function answer(page, id, ...options) {
  for (const option of options) await page.locator(`label[for="${id}-${option}"]`).click();
  await goOn(page);
}

/** Presses Continue. */
export function goOn(page) {
  return page.locator("#next").click();
}

/** Waits until this question, and no other, is on the screen. */
export async function isAsked(page, id) {
  await page.locator(`[data-question="${id}"]:visible`).waitFor();
  if ((await page.locator("[data-question]:visible").count()) !== 1) throw new Error(`more than ${id} is asked`);
}

/** The ids of the pieces of advice that can be seen, in the order of the page. */
export function advice(page) {
  return page.locator("#advice > [id]:visible").evaluateAll((pieces) => pieces.map(({ id }) => id));
}
