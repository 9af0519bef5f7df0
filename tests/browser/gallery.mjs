// Photographs every page and every state of every island: at 360, 768 and 1280 px, light, dark and as printed,
// into the folder that is named, with one sheet to look through. It asserts nothing.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { launch, open } from "./support/browser.mjs";
import { kindsOfPages } from "./support/site.mjs";
import { EXPECTED, STATES } from "./support/states.mjs";

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Say where to put the pictures: node tests/browser/gallery.mjs FOLDER");
mkdirSync(folder, { recursive: true });

const WIDTHS = [360, 768, 1280];
/** A4 at 96 pixels an inch, less the margins. */
const PAPER = 720;

const whole = { name: "no-program", options: { javaScriptEnabled: false }, reach: (page) => page.goto("check/audit/") };
const subjects = [
  ...(await kindsOfPages()).map(({ path }) => ({ name: path === "/" ? "home" : path.replace(/^\/|\/$|\.html$/g, "").replaceAll("/", "-"), reach: (page) => page.goto(path) })),
  ...[whole, ...STATES].map(({ name, ...rest }) => ({ name: `check-state-${name}`, ...rest })),
];

const browser = await launch();
const sheet = [];
for (const { name, reach, options } of subjects) {
  const { context, page } = await open(browser, { allow: EXPECTED, ...options });
  await reach(page);
  const pictures = [];
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) pictures.push(await photograph(page, name, `${width}-${colorScheme}`, width));
  }
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  pictures.push(await photograph(page, name, "print", PAPER));
  await context.close();
  sheet.push({ name, pictures });
  console.log(`${name}: ${pictures.length} pictures`);
}
await browser.close();
writeFileSync(join(folder, "index.html"), html(sheet));

async function photograph(page, name, how, width) {
  await page.setViewportSize({ width, height: 800 });
  // A window as high as the page: what stays in sight while scrolling then stands in its own place.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height });
  const file = `${name}-${how}.png`;
  await page.screenshot({ path: join(folder, file), fullPage: true });
  return { file, how };
}

/** One sheet: a row a subject, the pictures small, each a link to itself in full size. */
function html(sheet) {
  const rows = sheet.map(({ name, pictures }) => {
    const figures = pictures.map(({ file, how }) => `<figure><a href="${file}"><img src="${file}" alt="${name}, ${how}" loading="lazy"></a><figcaption>${how}</figcaption></figure>`);
    return `<h2 id="${name}">${name}</h2><div>${figures.join("")}</div>`;
  });
  const links = sheet.map(({ name }) => `<a href="#${name}">${name}</a>`);
  return `<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>Waymark: every page and state</title>
<style>
  body { margin: 2rem; font-family: system-ui; background: #ddd; }
  div { display: flex; gap: 1rem; overflow-x: auto; align-items: start; }
  figure { margin: 0; } img { max-height: 70vh; max-width: 32rem; } nav { columns: 4; } nav a { display: block; }
</style>
<h1>Every page and state</h1><nav>${links.join("")}</nav>
${rows.join("\n")}
</html>
`;
}
