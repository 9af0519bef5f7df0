// What every page runs: leaving the site takes this page out of the history. Without it the link still leads away.
document.addEventListener("click", (event) => {
  const exit = event.target.closest?.("[data-exit]");
  if (!exit) return;
  event.preventDefault();
  location.replace(exit.href);
});
