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
    // A feed for programs is linked to and is no page.
    if (html === null) continue;
    found.set(path, html);
    for (const [, href] of html.matchAll(/<a\b[^>]*?\shref="([^"]+)"/g)) {
      const url = new URL(href, new URL(path, BASE));
      if (url.origin === BASE.origin) waiting.push(url.pathname);
    }
  }
  return [...found].map(([path, html]) => ({ path, html }));
}

/**
 * The same, but of the pages of services, which are several hundred and made in one way, only the first of each kind in
 * each area: for what opens each page in a browser. What every page has to have is held natively.
 */
export async function kindsOfPages() {
  const seen = new Set();
  return (await pages()).filter(({ path, html }) => {
    const area = path.match(/^\/find\/([^/]+)\/[^/]+\/$/)?.[1];
    if (area === undefined) return true;
    const kind = `${area} ${html.match(/itemtype="([^"]+)"/)?.[1]}`;
    return !seen.has(kind) && seen.add(kind);
  });
}

async function read(path) {
  const response = await fetch(new URL(path, BASE));
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  const isPage = response.headers.get("content-type")?.startsWith("text/html");
  return isPage ? response.text() : null;
}
