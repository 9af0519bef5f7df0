// What a page leaves behind: requests, and whatever it keeps on the device.

/**
 * Collects what the page asks the network for from now on; what its own cache answers does not count. `heard` is called
 * with each address.
 */
export async function network(context, page, heard = () => {}) {
  const asked = [];
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const remembered = new Set();
  session.on("Network.requestServedFromCache", ({ requestId }) => remembered.add(requestId));
  session.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.fromDiskCache || remembered.has(requestId)) return;
    asked.push(response.url);
    heard(response.url);
  });
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
