// Faults made on purpose: a download that is late or goes wrong, a program that breaks.

/** Holds back a request until it is released, then lets it go on, or does with it what `then` says. */
export async function hold(page, pattern, then = (route) => route.continue()) {
  let release;
  let arrived;
  const released = new Promise((resolve) => (release = resolve));
  const asked = new Promise((resolve) => (arrived = resolve));
  await page.route(pattern, async (route) => {
    arrived();
    await released;
    await then(route);
  });
  return { release, asked };
}

/** Ends the program the way a panic in it does: with an error of WebAssembly that nobody catches. */
export function panic(page) {
  return page.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError("unreachable");
    });
  });
}
