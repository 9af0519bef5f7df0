// Watches a page for everything that must never happen: errors, broken policy, requests that leave the site
// or carry anything.

import assert from "node:assert/strict";

import { BASE } from "./browser.mjs";

/**
 * Collects what goes wrong on a page. `allow` are patterns of errors that the test causes on purpose, and
 * `origins` other places it goes to on purpose ("Leave this site").
 */
export async function watch(page, { allow, origins }) {
  const wrong = [];
  const requests = [];
  const note = (kind, text) => {
    if (!allow.some((pattern) => pattern.test(text))) wrong.push(`${kind}: ${text}`);
  };
  page.on("console", (message) => {
    // Most tests look at the site without its copy on the device (tests/browser/offline.test.mjs looks at that).
    if (message.text() === "Service Worker registration blocked by Playwright") return;
    if (["error", "warning"].includes(message.type())) note("console", `${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => note("page error", `${error.name}: ${error.message}`));
  page.on("crash", () => note("crash", "the page crashed"));
  page.on("dialog", (dialog) => {
    note("dialog", dialog.message());
    return dialog.dismiss();
  });
  page.on("websocket", (socket) => note("web socket", socket.url()));
  // Of every tab, and of the service worker, where one may be.
  page.context().on("request", (request) => {
    requests.push(request);
    const url = new URL(request.url());
    if (url.origin !== BASE.origin && !origins.includes(url.origin)) note("off the site", url.href);
    if (url.search) note("a query", url.href);
    if (request.method() !== "GET") note("a method", `${request.method()} ${url.href}`);
    if (request.postData() !== null) note("a body", url.href);
  });
  // A blocked style is not always an error in the console; the event is.
  await page.context().exposeBinding("waymarkViolation", (_, text) => note("policy", text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      window.waymarkViolation(`${event.violatedDirective} blocked ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  return {
    requests,
    async nothingWrong() {
      // One more turn through the page, so that what it was about to report has arrived.
      if (!page.isClosed()) await page.title();
      assert.deepEqual(wrong, []);
    },
  };
}
