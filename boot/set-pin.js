// A PIN in front of what is kept: set, closed and taken away at /my-data/, which asks for it before it shows anything.

// Looked away from for as long as this, the page closes again.
const AWAY = 60_000;

const at = (id) => document.getElementById(id);

/** The part of the page. `pin` is boot/pin.js; `changed` is called when the list has to be shown anew. */
export function pinPart(pin, changed) {
  const [part, said] = [at("pin-part"), at("pin-part-said")];
  if (!pin.canHide) return;
  part.hidden = false;
  for (const id of ["pin-first", "pin-again"]) pin.cover(at(id));
  show(pin);
  const say = (key, focus) => {
    said.textContent = part.dataset[key];
    focus?.focus();
  };

  let busy = false;
  at("pin-new").addEventListener("submit", async (event) => {
    event.preventDefault();
    const [first, again] = [at("pin-first"), at("pin-again")];
    const digits = first.value.trim();
    if (busy) return;
    if (!/^\d+$/.test(digits) || digits.length < pin.SHORTEST) return say("short", first);
    if (digits !== again.value.trim()) return say("other", again);
    busy = true;
    say("moment");
    const done = await pin.hide(digits).then(() => true, () => false);
    busy = false;
    if (done) for (const input of [first, again]) input.value = "";
    show(pin);
    say(done ? "done" : "full", said);
    changed();
  });
  // The program deletes the PIN with everything else.
  document.addEventListener("click", ({ target }) => target.closest?.("#all-yes") && show(pin));
  // A page that is made anew has nothing open.
  at("pin-close").addEventListener("click", () => location.reload());
  at("pin-off").addEventListener("click", () => {
    let done = true;
    try {
      pin.unhide();
    } catch {
      done = false;
    }
    show(pin);
    say(done ? "off" : "full", said);
    changed();
  });
}

/** Shows what can be done about a PIN now: setting one, or taking it away. */
export function show(pin) {
  const hidden = pin.isHidden();
  at("pin-new").hidden = hidden;
  at("pin-there").hidden = !hidden;
}

/** Closes when nobody looks at the page for a while, when it comes back from the browser's memory, and when the PIN changes. */
export function closing(isHidden, name) {
  let since;
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) since = Date.now();
    // Either way: a clock can be set back.
    else if (since !== undefined && Math.abs(Date.now() - since) > AWAY && isHidden()) location.reload();
  });
  addEventListener("pagehide", () => isHidden() && (document.querySelector("[data-island]").hidden = true));
  addEventListener("pageshow", ({ persisted }) => persisted && isHidden() && location.reload());
  addEventListener("storage", ({ key }) => (key === name || key === null) && location.reload());
}
