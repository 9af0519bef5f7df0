// What every page runs: leaving the site takes this page out of the history and clears the screen at once.
// Without it the link still leads away.
let left = false;

document.addEventListener("click", (event) => {
  const exit = event.target.closest?.("[data-exit]");
  if (!exit) return;
  event.preventDefault();
  left = true;
  document.body.hidden = true;
  location.replace(exit.href);
});

// A browser may keep the page as it was, for Back to an earlier step of a check. It starts anew instead.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && left) location.replace(location.pathname);
});
