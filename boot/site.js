// What every page runs: leaving the site takes this page out of the history and clears the screen at once.
// Without it the link still leads away.

// Left in this tab's storage by Leave this site, and nothing else is: pages that the browser kept for Back show nothing then.
const LEFT = "left";
let left = false;

// Storage may be blocked; everything goes on without it.
const storage = (use) => {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
};

document.addEventListener("click", (event) => {
  const exit = event.target.closest?.("[data-exit]");
  if (!exit) return;
  event.preventDefault();
  left = true;
  window.name = "";
  storage((store) => {
    // The place of a check that was kept in this tab.
    store.clear();
    store.setItem(LEFT, "");
  });
  document.body.hidden = true;
  location.replace(exit.href);
});

// How a check is begun (together, or at 16 or 17) goes to its page in the tab's name, which that page empties at once, and
// every other page too: not in the address, not in a store.
document.addEventListener("click", (event) => {
  const start = event.target.closest?.("a[data-start]");
  if (!start || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  window.name = `waymark ${start.dataset.start} ${start.dataset.to}`;
  location.assign(start.dataset.to);
});
const [mark, , to] = window.name.split(" ");
if (mark === "waymark" && to !== location.pathname) window.name = "";

// A browser may keep a page as it was, for Back: with answers on it. After the site was left it starts anew instead.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted || !(left || storage((store) => store.getItem(LEFT)) !== null)) return;
  document.body.hidden = true;
  location.replace(location.pathname);
});
