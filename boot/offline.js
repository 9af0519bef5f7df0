// The service worker: keeps a copy of the whole site on the device, so that every page opens without a signal.
//
// The copy is the published files and nothing else: the same for everybody, whatever they open, choose or type. `COPY`
// is written in front of this file by the publisher (crates/publish/src/offline.rs).

// How long a page may take to come before the copy is shown instead.
const PATIENCE = 2_000;
const { name, files, bundles, missing, notice, headers } = COPY;
const hashes = new Map(files);

// All of it or nothing: a new version of which one file does not arrive as it was published leaves the old one in charge.
addEventListener("install", (event) => event.waitUntil(install()));

async function install() {
  try {
    const copy = await caches.open(name);
    await Promise.all(files.map(async ([url, integrity]) => {
      // Named by its hash: what an earlier version has is the same.
      const file = (await held(url)) ?? (await fetch(url, { integrity, priority: "low" }));
      if (!file.ok) throw new Error(url);
      await copy.put(url, file);
    }));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  // It answers from the next page on. A page that is open, perhaps in the middle of a check, is never loaded anew.
  await skipWaiting();
}

addEventListener("activate", (event) => event.waitUntil(activate()));

async function activate() {
  // The page is asked for while this program is still being started.
  await registration.navigationPreload?.enable();
  // A page that is open may still want a file of the version before, so that one stays until the next.
  // What else a host has that the site lies in a folder of is none of ours.
  const others = (await caches.keys()).filter((other) => other.startsWith("waymark-") && other !== name);
  await Promise.all(others.slice(0, -1).map((other) => caches.delete(other)));
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin || request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(event, pathname));
  else if (hashes.has(pathname)) event.respondWith(held(pathname).then((file) => file ?? fetch(request)));
});

// Without the header that a host may add about encodings, by which a file would not be found again.
const held = (url) => caches.match(url, { ignoreVary: true }).catch(() => undefined);

// The page as it is now if the site answers soon; else the copy; else whatever comes, however late.
async function page(event, path) {
  const coming = Promise.resolve(event.preloadResponse).then((early) => early ?? fetch(event.request)).catch(() => undefined);
  event.waitUntil(coming);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const now = await Promise.race([coming, late]);
  if (now && now.status < 500) return now;
  return (await copied(path)) ?? (await coming) ?? Response.error();
}

async function copied(path) {
  // A folder without its slash is sent on, as a host does.
  if (!/(\.[^/]*|\/)$/.test(path)) return Response.redirect(new URL(`${path}/`, location));
  const html = (await pageOf(path)) ?? (await pageOf(missing));
  return html && new Response(html.replace("<main ", `${notice}<main `), { headers });
}

async function pageOf(path) {
  const [, url] = bundles.find(([begin]) => path.startsWith(begin));
  const pages = await (await held(url))?.json();
  return pages?.[path];
}
