// What every page runs: leaving the site takes this page out of the history and clears the screen at once.
// Without it the link still leads away.
let left = false;

document.addEventListener("click", (event) => {
  const exit = event.target.closest?.("[data-exit]");
  if (!exit) return;
  event.preventDefault();
  left = true;
  // A place that was kept in this tab. Storage may be blocked; leaving goes on.
  try {
    sessionStorage.clear();
  } catch {}
  document.body.hidden = true;
  location.replace(exit.href);
});

// How a check is begun (together, or at 16 or 17) goes to its page in the tab's name, which that page empties at once: not
// in the address, not in a store.
document.addEventListener("click", (event) => {
  const start = event.target.closest?.("a[data-start]");
  if (!start) return;
  event.preventDefault();
  window.name = `waymark ${start.dataset.start}`;
  location.assign(start.dataset.to);
});

// A browser may keep the page as it was, for Back to an earlier step of a check. It starts anew instead.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && left) location.replace(location.pathname);
});
