// What a person kept on their device, as a test puts it there and looks at it.

import { readFileSync } from "node:fs";

/** What every name begins with. */
export const BEGIN = "waymark-kept-";

/** A check as the first version of the format kept it. */
export const FIRST = readFileSync(new URL("../../suite/kept/audit-v1.json", import.meta.url), "utf8");

/** The same on another day. */
export const on = (day) => FIRST.replace("2026-11-22", day);

/** Puts texts into the store before a page is opened, under names as they are made, and opens the list. */
export async function list(page, texts) {
  await page.goto("404.html");
  await page.evaluate(([begin, texts]) => texts.forEach((text, place) => localStorage.setItem(`${begin}${1000 + place}`, text)), [BEGIN, texts]);
  await open(page);
}

/** Opens the list, and waits until its program is in charge. */
export async function open(page) {
  await page.goto("my-data/");
  await page.locator('[data-island="kept"][data-ready]').waitFor();
}

/** Everything in the store. */
export const store = (page) => page.evaluate(() => Object.fromEntries(Object.entries(localStorage).sort()));
