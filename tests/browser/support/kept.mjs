// What a person kept on their device, as a test puts it there and looks at it.

import { readFileSync } from "node:fs";

/** What every name begins with. */
const BEGIN = "waymark-kept-";

/** A check as the first version of the format kept it. */
export const FIRST = readFileSync(new URL("../../suite/kept/audit-v1.json", import.meta.url), "utf8");

/** The same on another day. */
export const on = (day) => FIRST.replace("2026-11-22", day);

/** The name of a text: FNV-1a, 64 bits. */
export function nameOf(text) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return `${BEGIN}${hash}`;
}

/**
 * Puts texts into the store before a page is opened, and opens the list. A text may come with another name than its own.
 * Gives the names.
 */
export async function list(page, texts) {
  const named = texts.map((text) => (Array.isArray(text) ? text : [nameOf(text), text]));
  await page.goto("404.html");
  await page.evaluate((named) => named.forEach(([name, text]) => localStorage.setItem(name, text)), named);
  await open(page);
  return named.map(([name]) => name);
}

/** Opens the list, and waits until its program is in charge. */
export async function open(page) {
  await page.goto("my-data/");
  await page.locator('[data-island="kept"][data-ready]').waitFor();
}

/** Everything in the store. */
export const store = (page) => page.evaluate(() => Object.fromEntries(Object.entries(localStorage).sort()));

/** The entries, as they read. */
export const entries = (page) => page.locator("#kept > li").evaluateAll((items) => items.map(({ innerText }) => innerText));

/** Opens "Keep the result on this device" and presses for it. */
export async function keep(page) {
  if (!(await page.locator("#take-keep[open]").count())) await page.locator("#take-keep-open").click();
  await page.locator("#take-keep-save").click();
  await page.locator("#take-keep-done").waitFor();
}
