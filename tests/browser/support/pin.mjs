// A PIN in front of what is kept, as a person sets and types it.

import { store } from "./kept.mjs";
import { WORDS } from "./questionnaire.mjs";

/** The PIN of the tests. */
export const DIGITS = "472913";

/** Where its record is. */
export const RECORD = "waymark-kept-pin";

/** The kinds of everything that is in the store. */
export const kinds = async (page) => Object.values(await store(page)).map((text) => JSON.parse(text).kind).sort();

/** Sets it on the page of what was kept, which is open. */
export async function setPin(page, digits = DIGITS) {
  await page.locator("#pin-first").fill(digits);
  await page.locator("#pin-again").fill(digits);
  await page.locator("#pin-new button").click();
  await page.getByText(WORDS.device["pin-done"]).waitFor();
}

/** Types a PIN where it is asked for, and sends it; gives what is said then, or nothing once it is open. */
export async function typePin(page, digits = DIGITS) {
  await page.locator("#pin").fill(digits);
  await page.locator("#pin").press("Enter");
  const { moment } = WORDS.pin;
  const came = await page.waitForFunction((moment) => {
    const said = document.getElementById("pin-said")?.textContent;
    return said !== moment && { said: said ?? "" };
  }, moment);
  return (await came.jsonValue()).said;
}

/** Opens the page of what was kept, which asks for the PIN. */
export async function openClosed(page) {
  await page.goto("my-data/");
  await page.locator("#pin").waitFor();
}
