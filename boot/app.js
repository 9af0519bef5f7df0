// Starts the program on a page with an island, and puts the prerendered page back if anything goes wrong.
import "./site.js";
import init from "waymark-glue";

const script = document.querySelector("script[data-wasm]");
const islands = [...document.querySelectorAll("[data-island]")].map((element) => ({
  element,
  // The children are kept as they are now; a copy is what the person gets back.
  copy: element.cloneNode(true),
}));
// What was chosen, by the name of the group, so that a copy put back loses nothing. Memory only.
const chosen = new Map();
let ready = false;
let failed = false;

const remember = (event) => {
  if (event.target.type === "radio") chosen.set(event.target.name, event.target.value);
};
document.addEventListener("change", remember, true);

// Continue pressed before the program is ready: it is kept for the program, and the page says so.
const early = (event) => {
  if (ready || failed || !event.target.closest?.("#continue")) return;
  event.preventDefault();
  for (const { element } of islands) element.setAttribute("data-continue", "");
  say("loading");
};
document.addEventListener("click", early);

function say(what) {
  for (const status of document.querySelectorAll("[data-failed]")) {
    const [before, after] = status.dataset[what].split("{link}");
    status.textContent = before;
    if (after !== undefined) {
      const link = document.createElement("a");
      link.href = location.pathname;
      link.className = "govuk-link";
      link.textContent = status.dataset.reload;
      link.addEventListener("click", () => location.replace(location.pathname));
      status.append(link, after);
    }
    status.hidden = false;
  }
}

function restore() {
  if (failed) return;
  failed = true;
  for (const { element, copy } of islands) {
    element.replaceChildren(...copy.cloneNode(true).childNodes);
    element.classList.add("app-check--whole");
    for (const [name, value] of chosen) {
      const input = element.querySelector(`input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
      if (input) input.checked = true;
    }
  }
  say("failed");
  document.querySelector("[data-failed]")?.scrollIntoView({ block: "center" });
}

// A panic in the program ends as one of these. Errors of extensions are not ours.
const ours = (error) => error instanceof WebAssembly.RuntimeError;
addEventListener("error", (event) => ours(event.error) && restore());
addEventListener("unhandledrejection", (event) => ours(event.reason) && restore());

async function start() {
  for (const input of document.querySelectorAll("[data-island] input:checked")) chosen.set(input.name, input.value);
  const wasm = fetch(script.dataset.wasm, { integrity: script.dataset.wasmIntegrity });
  await init({ module_or_path: wasm });
  ready = true;
  for (const { element } of islands) element.setAttribute("data-ready", "");
  performance.mark("waymark-ready");
}

start().catch(restore);
