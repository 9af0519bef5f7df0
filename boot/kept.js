// The page of what was kept: also what a person decides about their device, beside the program's list.
import { LEAVE_DELETES, installed } from "./site.js";
import { PIN, isHidden, pin } from "./app.js";
import { carry } from "./carry.js";
import * as set from "./set-pin.js";

const at = (id) => document.getElementById(id);

// Storage may be blocked.
const storage = (use) => {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
};

// As the browser says it when a page comes back, upon which the program shows its list anew.
const changed = () => dispatchEvent(new Event("pageshow"));

function show() {
  set.closing(isHidden, PIN);
  opened();
  at("device").hidden = false;
  const box = at("leave-deletes");
  box.checked = storage((store) => store.getItem(LEAVE_DELETES)) === "";
  box.addEventListener("change", () => {
    storage((store) => (box.checked ? store.setItem(LEAVE_DELETES, "") : store.removeItem(LEAVE_DELETES)));
    const done = (storage((store) => store.getItem(LEAVE_DELETES)) === "") === box.checked;
    at("leave-said").textContent = done ? "" : at("leave-said").dataset.not;
    if (!done) box.checked = !box.checked;
  });
  at("copy-remove").addEventListener("click", () => remove("gone"));
  // Whoever deletes everything means the copy too. The program asks first, and deletes the rest.
  document.addEventListener("click", ({ target }) => {
    if (!target.closest?.("#all-yes")) return;
    box.checked = false;
    remove("gone");
  });
  copy("none");
  persistence();
}

// What is behind a PIN shows once that was typed, and so does what can be done with it.
async function opened() {
  const list = document.querySelector("[data-island]");
  const parts = [list, at("carry")];
  const hidden = isHidden();
  for (const part of parts) part.hidden = hidden;
  const behind = await pin().catch(() => undefined);
  const open = hidden && behind && (await behind.ask(list, at("pin-part").dataset.title));
  list.hidden = false;
  if (open) {
    list.tabIndex = -1;
    list.focus();
  }
  // One that cannot be read is none.
  const plain = storage((store) => (store.getItem(PIN), store));
  at("carry").hidden = !plain || (hidden && !behind);
  if (!at("carry").hidden) carry(behind?.store ?? plain, changed);
  if (plain && behind) set.pinPart(behind, changed);
}

// The caches of this site. What else a host has that the site lies in a folder of is none of ours.
const copies = async () => ((await globalThis.caches?.keys()) ?? []).filter((name) => name.startsWith("waymark-"));

// Whether there is a copy of the site; `without` is what is said if there is none.
async function copy(without) {
  const [names, registered] = await Promise.all([copies(), navigator.serviceWorker?.getRegistration()]).catch(() => []);
  const there = Boolean(registered?.active && names?.length);
  at("copy-said").textContent = at("copy-said").dataset[there ? "there" : without];
  at("copy-remove").hidden = !there;
}

async function remove(then) {
  try {
    // First the worker, which would go on making it.
    await (await navigator.serviceWorker.getRegistration())?.unregister();
    for (const name of await copies()) await caches.delete(name);
  } catch {
    // What is said next is what is there.
  }
  await copy(then);
  const said = at("copy-said");
  if (document.activeElement === document.body) {
    said.tabIndex = -1;
    said.focus();
  }
}

// The browser is asked to keep what is kept only by a press.
async function persistence() {
  at("safari").hidden = installed() || !navigator.vendor?.startsWith("Apple");
  if (!navigator.storage?.persist) return;
  const said = at("persist-said");
  at("persist").hidden = false;
  at("persist-ask").addEventListener("click", async () => {
    const yes = await navigator.storage.persist().catch(() => false);
    said.textContent = yes ? said.dataset.yes : said.dataset.no;
  });
}

// This file may be here before the page is.
if (document.readyState === "loading") addEventListener("DOMContentLoaded", show);
else show();
