// Every page of the site, found by following its own links.

import { BASE } from "./browser.mjs";

/** The paths of all pages that links lead to, and the page for wrong addresses. */
export async function pages() {
  const found = new Map([["/404.html", await read("/404.html")]]);
  const waiting = ["/"];
  while (waiting.length > 0) {
    const path = waiting.shift();
    if (found.has(path)) continue;
    const html = await read(path);
    found.set(path, html);
    for (const [, href] of html.matchAll(/<a\b[^>]*?\shref="([^"]+)"/g)) {
      const url = new URL(href, new URL(path, BASE));
      if (url.origin === BASE.origin) waiting.push(url.pathname);
    }
  }
  return [...found].map(([path, html]) => ({ path, html }));
}

async function read(path) {
  const response = await fetch(new URL(path, BASE));
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  return response.text();
}
