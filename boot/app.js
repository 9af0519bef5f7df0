// Starts the program on a page with an island, and puts the prerendered page back if anything goes wrong.
// Runs as soon as it is here, perhaps before the page is: what a person does meanwhile must not be lost.
import { home, keepCopy } from "./site.js";
import init from "waymark-glue";

const script = document.querySelector("script[data-wasm]");
const wasm = fetch(script.dataset.wasm, { integrity: script.dataset.wasmIntegrity });
// Its failure is dealt with in start(); until then it must not count as unhandled.
wasm.catch(() => {});

// What the program reads on this page, if that is a file of its own.
const { props, propsIntegrity } = script.dataset;
const json = props ? fetch(props, { integrity: propsIntegrity }).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status))) : undefined;
json?.catch(() => {});

// What is kept may be behind a PIN. Then a program reads and keeps nothing but through boot/pin.js.
export const PIN = "waymark-kept-pin";
export const pin = () => import(script.dataset.pin);
export const isHidden = () => {
  try {
    return localStorage.getItem(PIN) !== null;
  } catch {
    return false;
  }
};
// Without it a program keeps nothing and says so.
const behindPin = async () => isHidden() && script.dataset.pin && (await pin().catch(() => {}));
const opening = behindPin();
for (const event of ["storage", "pageshow"]) addEventListener(event, behindPin);

// For the addresses that a program writes, where the site lies in a folder of its host.
if (home !== "/") document.documentElement.dataset.base = home.slice(0, -1);

// What was chosen, by the name of the group, so that a form put back has it. Memory only.
const chosen = new Map();
const choices = "input:is([type=radio], [type=checkbox])";
let copies = [];
let state = "loading";

// How the check is begun, from the page before it. What is for another page site.js has thrown away.
const [mark, mode] = window.name.split(" ");
const begun = mark === "waymark";
if (begun) window.name = "";

const islands = () => document.querySelectorAll("[data-island]");

// Groups of checkboxes may have several choices, or none any more.
const remember = (within) => {
  const groups = new Map();
  for (const { name, value, checked } of within.querySelectorAll(choices)) {
    groups.set(name, [...(groups.get(name) ?? []), ...(checked ? [value] : [])]);
  }
  for (const [name, values] of groups) chosen.set(name, values);
};
document.addEventListener("change", ({ target }) => target.matches(choices) && remember(target.closest("fieldset")));
// "Help me count" chooses without a change event, so Continue is listened to as well.
document.addEventListener("submit", ({ target }) => remember(target), true);
// "Start again" forgets.
document.addEventListener("click", ({ target }) => target.closest?.("#restart") && chosen.clear());

// Continue pressed before the program is ready: it is kept for the program, and the page says so.
document.addEventListener("click", (event) => {
  if (state !== "loading" || !event.target.closest?.("#continue")) return;
  event.preventDefault();
  for (const island of islands()) island.setAttribute("data-continue", "");
  say("loading");
});

function say(what) {
  for (const status of document.querySelectorAll("[data-failed]")) {
    const [before, after] = status.dataset[what].split("{link}");
    status.textContent = before;
    if (after !== undefined) {
      const link = document.createElement("a");
      // A bare address: a step's fragment would only scroll.
      link.href = location.pathname;
      link.className = "govuk-link";
      link.textContent = status.dataset.reload;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        history.replaceState(null, "", location.pathname);
        location.reload();
      });
      status.append(link, after);
    }
    status.hidden = false;
  }
}

function restore() {
  if (state === "failed") return;
  state = "failed";
  for (const [island, copy] of copies) {
    remember(island);
    island.setAttribute("data-stopped", "");
    // Screens replace what is inside an island, never the island.
    island.replaceChildren(...copy.cloneNode(true).childNodes);
    island.classList.add("app-check--whole");
    for (const input of island.querySelectorAll(choices)) input.checked = (chosen.get(input.name) ?? []).includes(input.value);
  }
  // The form that is back is an adult's. At 16 or 17 the page for young people says more.
  const young = document.querySelector('[data-start="young"]');
  if (begun && mode === "young" && young) location.replace(young.href);
  for (const start of document.querySelectorAll("[data-start]")) start.removeAttribute("data-start");
  say("failed");
  document.querySelector("[data-failed]")?.scrollIntoView({ block: "center" });
}

// A panic in the program ends as one of these. Errors of extensions are not ours.
const ours = (error) => error instanceof WebAssembly.RuntimeError;
addEventListener("error", (event) => ours(event.error) && restore());
addEventListener("unhandledrejection", (event) => ours(event.reason) && restore());

function data(text) {
  const element = document.createElement("script");
  element.type = "application/json";
  element.textContent = text;
  return element;
}

async function start() {
  if (document.readyState === "loading") {
    await new Promise((parsed) => document.addEventListener("DOMContentLoaded", parsed));
  }
  copies = [...islands()].map((island) => [island, island.cloneNode(true)]);
  remember(document);
  if (begun) for (const island of islands()) island.dataset.mode = mode;
  if (json) for (const island of islands()) island.append(data(await json));
  await opening;
  await init({ module_or_path: wasm });
  // The program takes the islands over in a task of its own, which comes before this one.
  await new Promise((done) => setTimeout(done));
  if ([...islands()].some((island) => !island.hasAttribute("data-taken"))) throw new Error("not taken over");
  state = "ready";
  for (const island of islands()) island.setAttribute("data-ready", "");
  performance.mark("waymark-ready");
}

start().catch(restore).finally(keepCopy);
