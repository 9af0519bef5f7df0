// Asks for the PIN where something that is kept is to be read, or something more to be kept. It is loaded where there is a
// PIN, and where one can be set. `WORDS` are written in front of it when the site is published (src/pages/pin.rs).

import * as sealed from "./sealed.js";

export * from "./sealed.js";

// The programs use this in place of the browser's store (src/browser/device.rs).
globalThis.waymarkKept = sealed.store;

const at = (id) => document.getElementById(id);
// As the browser says it when a page comes back, upon which programs read anew what is kept.
const changed = () => dispatchEvent(new Event("pageshow"));

/** A time in seconds, in words. */
function time(seconds) {
  const [n, unit] = seconds < 60 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
  return new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, unitDisplay: "long" }).format(n);
}

function part(name, { text, ...attributes } = {}, ...parts) {
  const made = document.createElement(name);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...(text ? [text] : []), ...parts);
  return made;
}

/** Covers what is typed, as a cash machine does. A field for passwords would have the browser offer to remember it. */
export const cover = (input) => input.style.setProperty("-webkit-text-security", "disc");

const button = (id, text, kind, type = "button") => part("button", { type, class: kind, id, text });

/**
 * Puts a form after a part of the page, with why it asks and what its button says. Gives true once what is kept is open,
 * false once everything was deleted because the PIN was forgotten.
 */
export function ask(after, why, go = WORDS.open) {
  at("pin-form")?.remove();
  const quiet = "govuk-button govuk-button--secondary";
  const digits = { class: "govuk-input govuk-input--width-5", id: "pin", inputmode: "numeric", autocomplete: "off", "aria-describedby": "pin-said" };
  const sure = part("div", { id: "pin-sure", hidden: "", tabindex: "-1" }, part("p", { text: WORDS.forgottenText }), button("pin-delete", WORDS.delete, "govuk-button govuk-button--warning"), " ", button("pin-not", WORDS.keepIt, quiet));
  const form = part(
    "form",
    { id: "pin-form", novalidate: "" },
    part("p", { text: why }),
    part("div", { class: "govuk-form-group" }, part("label", { class: "govuk-label", for: "pin", text: WORDS.label }), part("input", digits), part("p", { id: "pin-said", role: "status" })),
    button("pin-open", go, "govuk-button", "submit"),
    " ",
    button("pin-forgotten", WORDS.forgotten, "app-link-button"),
    sure,
  );
  // A form in an island is none of its program's.
  for (const kind of ["click", "submit", "input", "change", "keydown"]) form.addEventListener(kind, (event) => event.stopPropagation());
  after.after(form);
  cover(at("pin"));
  at("pin").focus();
  return new Promise((settle) => listen(form, sure, settle));
}

function listen(form, sure, settle) {
  const say = (text) => (at("pin-said").textContent = text);
  let again;
  const waiting = (wait) => {
    say(WORDS.wait.replace("{time}", time(wait)));
    clearTimeout(again);
    again = setTimeout(() => form.isConnected && say(WORDS.again), wait * 1_000);
  };
  const { wait } = sealed.tries();
  if (wait > 0) waiting(wait);

  let busy = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const pin = at("pin").value.trim();
    if (busy || !pin) return at("pin").focus();
    busy = true;
    say(WORDS.moment);
    const came = sealed.canHide ? await sealed.open(pin) : "damaged";
    busy = false;
    if (came === "open") {
      form.remove();
      changed();
      return settle(true);
    }
    const { wait, left } = sealed.tries();
    if (came === "damaged" || came === "newer") say(WORDS[came]);
    else if (wait > 0) waiting(wait);
    else say(WORDS.wrong.replace("{n}", left));
    at("pin").select();
  });
  at("pin-forgotten").addEventListener("click", () => {
    sure.hidden = false;
    sure.focus();
  });
  at("pin-not").addEventListener("click", () => {
    sure.hidden = true;
    at("pin").focus();
  });
  at("pin-delete").addEventListener("click", () => {
    const deleted = sealed.deleteAll();
    const said = part("p", { id: "pin-said", role: "status", tabindex: "-1", text: deleted ? WORDS.deleted : WORDS.notDeleted });
    form.replaceChildren(said);
    said.focus();
    changed();
    settle(false);
  });
}

// What is behind the PIN is offered where such a thing is made: a plan, a policy, a list of places.
function offer() {
  const made = document.querySelector("[data-island=plan], [data-island=policy]");
  const list = made ?? at("shortlist");
  at("pin-list")?.remove();
  if (!list || !sealed.isHidden() || sealed.isOpen() || !sealed.hidesAny()) return;
  const open = button("pin-list-open", WORDS.listOpen, "app-link-button");
  const offered = part("p", { id: "pin-list" }, WORDS[made?.dataset.island] ?? WORDS.list, " ", open);
  open.addEventListener("click", () => ask(offered, WORDS.why).then(() => at("pin-list")?.remove()));
  list.before(offered);
}
if (document.readyState === "loading") addEventListener("DOMContentLoaded", offer);
else offer();

// Keep is pressed: first the PIN, then the press goes on.
document.addEventListener(
  "click",
  (event) => {
    const keep = event.target.closest?.("#take-keep-save, #shortlist-keep, #plan-keep, #policy-keep");
    if (!keep || !sealed.isHidden() || sealed.isOpen()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(keep.closest("#shortlist") ?? keep, WORDS.why, WORDS.goOn).then((open) => open && at(keep.id)?.click());
  },
  true,
);

addEventListener("storage", async ({ key, newValue }) => {
  if (!(await sealed.changed(key, newValue))) return;
  changed();
  offer();
});

// A page that the browser keeps for Back asks again.
addEventListener("pagehide", sealed.close);
