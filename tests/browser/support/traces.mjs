// What a page leaves behind: requests, and whatever it keeps on the device.

/** Loads a page, then collects what it asks the network for; what its own cache answers does not count. */
export async function network(context, page, load) {
  const asked = [];
  // The icon is the last file of a page to come, perhaps after the program is in charge.
  let come;
  const icon = new Promise((resolve) => (come = resolve));
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const remembered = new Set();
  session.on("Network.requestServedFromCache", ({ requestId }) => remembered.add(requestId));
  session.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.fromDiskCache || remembered.has(requestId)) return;
    asked.push(response.url);
    if (response.url.includes("/icon-")) come();
  });
  await load();
  await icon;
  asked.length = 0;
  return asked;
}

/** The names of everything that the page keeps on the device. */
export function stored(page) {
  return page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ...(document.cookie ? [document.cookie] : []),
  ]);
}
