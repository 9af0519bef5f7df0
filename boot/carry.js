// What is kept as one file that people can read, to take it to another device, and back in: shown first, nothing twice.
//
//   { "waymark": 1, "kind": "all", "day": "2026-11-28", "kept": [ … ] }
//
// Each thing stands in it as it is kept (crates/screening/src/kept.rs, src/islands/shortlist.rs, src/islands/plan,
// src/islands/policy): as JSON where writing that
// anew gives the same text, else as the text itself. What it means is read by the program, whose rules decide what is shown.

const VERSION = 1;
const BEGIN = "waymark-kept-";
const PLACES = `${BEGIN}places`;
const FILE = "notes-all.json";
// As in src/islands/shortlist.rs, crates/screening/src/kept.rs, src/islands/plan/kept.rs and src/islands/policy/kept.rs.
const MOST_PLACES = 30;
const LONGEST = 16 * 1024;
// By what is kept once only: the longest of it in bytes, and of one text in it in letters.
const ONCE = { plan: [256 * 1024, 2_000], policy: [1024 * 1024, 20_000] };
// More than any store holds.
const LARGEST = 10 * 1024 * 1024;

const written = { check: (thing) => `${JSON.stringify(thing, null, 2)}\n`, places: JSON.stringify, plan: JSON.stringify, policy: JSON.stringify };
const isKept = (name) => /^waymark-kept-(\d+|places|plan|policy)$/.test(name);
const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The name of a text: FNV-1a, 64 bits, as in src/islands/kept/store.rs. */
export function nameOf(text) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return `${BEGIN}${hash}`;
}

/** Everything that is kept, as the text of a file; none if nothing is. */
export function file(store, day) {
  const names = Array.from({ length: store.length }, (_, place) => store.key(place)).filter(isKept);
  const texts = names.map((name) => store.getItem(name)).sort();
  if (texts.length === 0) return undefined;
  const kept = texts.map((text) => {
    const thing = parsed(text);
    return written[thing?.kind]?.(thing) === text ? thing : text;
  });
  return `${JSON.stringify({ waymark: VERSION, kind: "all", day, kept }, null, 2)}\n`;
}

/**
 * What a file would bring into this store: `texts` by name, the list of places with them and what is kept once only, and how
 * many of each are new, here already, or left out. `wrong` instead: "newer", or "not-ours".
 */
export function look(text, store) {
  const whole = text.length > LARGEST ? undefined : parsed(text);
  if (whole?.waymark > VERSION) return { wrong: "newer" };
  if (whole?.waymark !== VERSION || whole.kind !== "all" || !Array.isArray(whole.kept)) return { wrong: "not-ours" };
  const found = { texts: new Map(), results: 0, known: 0, places: 0, knownPlaces: 0, once: {}, out: 0 };
  for (const entry of whole.kept) {
    const thing = typeof entry === "string" ? parsed(entry) : entry;
    const own = typeof entry === "string" ? entry : written[thing?.kind]?.(thing);
    if (thing?.waymark !== 1 || !own) found.out += 1;
    else if (thing.kind === "places") addPlaces(found, thing, store);
    else if (thing.kind in ONCE) addOnce(found, thing, own, store);
    else if (thing.kind !== "check" || own.length > LONGEST) found.out += 1;
    else if (store.getItem(nameOf(own)) !== null || found.texts.has(nameOf(own))) found.known += 1;
    else {
      found.texts.set(nameOf(own), own);
      found.results += 1;
    }
  }
  return found;
}

// Places go to the end of the list that is there; one that cannot be read is not touched.
function addPlaces(found, { places }, store) {
  const there = parsed(store.getItem(PLACES) ?? written.places({ waymark: 1, kind: "places", places: [] }));
  if (!Array.isArray(places) || !Array.isArray(there?.places)) return void (found.out += 1);
  for (const { id, name, what, phone, address } of places) {
    const place = { id, name, what, phone, address };
    if (there.places.some((other) => other.id === id)) found.knownPlaces += 1;
    else if (!id || there.places.length >= MOST_PLACES || Object.values(place).some((part) => typeof part !== "string")) found.out += 1;
    else {
      there.places.push(place);
      found.places += 1;
    }
  }
  if (found.places > 0) found.texts.set(PLACES, written.places(there));
}

// A plan and a policy never take the place of another one.
function addOnce(found, { kind, parts, answers, changed }, own, store) {
  const name = BEGIN + kind;
  const there = found.texts.get(name) ?? store.getItem(name);
  const [longest, most] = ONCE[kind];
  const isPart = (part) => part?.length === 2 && part.every((text) => typeof text === "string") && [...part[1]].length <= most;
  const lists = kind === "plan" ? [parts] : [answers, changed];
  if (!lists.every((list) => Array.isArray(list) && list.every(isPart)) || new Blob([own]).size > longest) found.out += 1;
  else if (there === null) {
    found.texts.set(name, own);
    found.once[kind] = `${kind}New`;
  } else found.once[kind] ??= there === own ? `${kind}Known` : `${kind}Other`;
}

/** Keeps what was looked at. False if not all of it found room; what was there before stays in any case. */
export function bring({ texts }, store) {
  try {
    for (const [name, text] of texts) store.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

/** The buttons of the page. `changed` is called when the list has to be shown anew. */
export function carry(store, changed) {
  const at = (id) => document.getElementById(id);
  const [part, said, sure] = [at("carry"), at("carry-said"), at("carry-sure")];
  const words = (key, values = {}) => part.dataset[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const say = (...lines) => (said.textContent = lines.join(" "));
  let found;

  at("carry-save").addEventListener("click", () => {
    const text = file(store, new Date().toISOString().slice(0, 10));
    if (!text) return say(words("none"));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = FILE;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    say(words("saved"));
  });

  at("carry-file").addEventListener("change", async ({ target }) => {
    const [chosen] = target.files;
    sure.hidden = true;
    if (!chosen) return;
    found = look(await chosen.text().catch(() => ""), store);
    // The same file can be chosen again.
    target.value = "";
    if (found.wrong) return say(words(found.wrong === "newer" ? "newer" : "notOurs"));
    const left = found.out > 0 ? words("out", { n: found.out }) : "";
    const once = Object.values(found.once).map((key) => words(key));
    if (found.texts.size === 0) return say(words("nothing"), ...once, left);
    say(words("preview", { results: found.results, known: found.known, places: found.places, known_places: found.knownPlaces }), ...once, left);
    sure.hidden = false;
    at("carry-yes").focus();
  });

  at("carry-yes").addEventListener("click", () => {
    sure.hidden = true;
    say(words(bring(found, store) ? "brought" : "full"));
    changed();
    said.focus();
  });

  at("carry-no").addEventListener("click", () => {
    sure.hidden = true;
    say(words("not"));
    said.focus();
  });
}
