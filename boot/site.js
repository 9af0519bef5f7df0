// What every page runs: leaving the site takes this page out of the history and clears the screen at once.
// Without it the link still leads away.

// Left in this tab's storage by Leave this site, and nothing else is: pages that the browser kept for Back show nothing then.
const LEFT = "left";

// Where the site is: this file lies in a folder of it.
export const home = new URL("..", import.meta.url).pathname;

let left = false;

// Storage may be blocked; everything goes on without it.
const storage = (use) => {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
};

// Chosen at /my-data/: leaving deletes what was kept on the device as well.
export const LEAVE_DELETES = "waymark-kept-leave";
function deleteKept() {
  try {
    if (!(LEAVE_DELETES in localStorage)) return;
    // The choice itself stays, or the next thing that is kept would not be deleted.
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith("waymark-") && name !== LEAVE_DELETES) delete localStorage[name];
    }
  } catch {
    // Nothing can be kept here.
  }
}

// Is this the site as it stands on a home screen?
export const installed = () => navigator.standalone || matchMedia("(display-mode: standalone)").matches;

function leave(to) {
  left = true;
  document.body.hidden = true;
  window.name = "";
  deleteKept();
  storage((store) => {
    // The place of a check that was kept in this tab.
    store.clear();
    store.setItem(LEFT, "");
  });
  // Installed, there is no other site to go to but a page of our own that says nothing. Without a network the other page
  // would not come; an empty one of the browser's own does.
  location.replace(installed() ? `${home}start/` : navigator.onLine ? to : "about:blank");
}

document.addEventListener("click", (event) => {
  const exit = event.target.closest?.("[data-exit]");
  if (!exit) return;
  event.preventDefault();
  leave(exit.href);
});

// Shift pressed three times within five seconds leaves as well: any Shift, and never one that was for another key.
const [PRESSES, WITHIN] = [3, 5_000];
let presses = [];
let alone = false;
let forget;

const pressed = (now) => {
  presses = presses.filter((at) => now - at < WITHIN);
  clearTimeout(forget);
  if (presses.length > 0) forget = setTimeout(() => pressed(performance.now()), presses[0] + WITHIN - now);
  const said = document.querySelector("[data-shift-1]");
  if (said) said.textContent = presses.length > 0 ? said.getAttribute(`data-shift-${PRESSES - presses.length}`) : "";
};

addEventListener("keydown", ({ key, ctrlKey, altKey, metaKey }) => {
  alone = key === "Shift" && !ctrlKey && !altKey && !metaKey;
});
addEventListener("pointerdown", () => (alone = false));
addEventListener("keyup", ({ key }) => {
  if (key !== "Shift" || !alone) return;
  const now = performance.now();
  presses.push(now);
  pressed(now);
  if (presses.length === PRESSES) leave(document.querySelector("[data-exit]").href);
});

// How a check is begun (together, or at 16 or 17) goes to its page in the tab's name, which that page empties at once, and
// every other page too: not in the address, not in a store.
document.addEventListener("click", (event) => {
  const start = event.target.closest?.("a[data-start]");
  if (!start || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(start.dataset.start, start.dataset.to);
});
function go(what, to) {
  window.name = `waymark ${what} ${to}`;
  location.assign(to);
}
const [mark, , to] = window.name.split(" ");
if (mark === "waymark" && to !== location.pathname) window.name = "";

// The box in the header. What is typed there goes to the page of the search in the same way. On a phone the link in the menu
// opens the box; where nothing of this runs it leads to that page.
const searchBox = () => document.getElementById("site-search");
const ready = () => {
  if (searchBox()) searchBox().hidden = false;
};
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
else ready();
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-opens]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const box = searchBox();
  link.setAttribute("aria-expanded", box.classList.toggle("app-search--open"));
  box.querySelector("input").focus();
});
document.addEventListener("submit", (event) => {
  if (event.target !== searchBox()) return;
  event.preventDefault();
  go(encodeURIComponent(event.target.querySelector("input").value.trim()), event.target.dataset.to);
});

// A browser may keep a page as it was, for Back: with answers on it. After the site was left it starts anew instead.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted || !(left || storage((store) => store.getItem(LEFT)) !== null)) return;
  document.body.hidden = true;
  location.replace(location.pathname);
});

// A copy of the whole site for when there is no signal. Not where data has to be saved, and never before a page has what
// it needs itself: boot/app.js asks for it once its program runs.
export function keepCopy() {
  if (!navigator.connection?.saveData) navigator.serviceWorker?.register(`${home}offline.js`).catch(() => {});
}
if (!document.querySelector("script[data-wasm]")) addEventListener("load", keepCopy);
