// What is kept, behind a PIN: a store that is used as the browser's own is, with everything in it sealed.
//
//   waymark-kept-pin     { "waymark": 2, "kind": "pin", "salt": …, "rounds": 600000, "iv": …, "proof": … }
//   waymark-kept-<n>     { "waymark": 2, "kind": "sealed", "iv": …, "sealed": … }: a name, its text, and its turn
//   waymark-kept-tries   { "waymark": 2, "kind": "tries", "count": 3, "at": … }
//
// PBKDF2 makes the key from the PIN, AES-GCM seals with it, both by the browser (Web Crypto). The key is in the memory of an
// open page and nowhere else; so is what was opened. The n of a sealed thing is drawn, for a name made from what is in it,
// as things without a PIN have it, would tell what that is. docs/decisions/019-a-pin.md says what this is good for.

const VERSION = 2;
const BEGIN = "waymark-kept-";
const PIN = `${BEGIN}pin`;
const TRIES = `${BEGIN}tries`;
// For PBKDF2 with SHA-256: OWASP Password Storage Cheat Sheet, May 2023.
const ROUNDS = 600_000;
// Of a record that was changed by hand: a phone would count for minutes.
const MOST_ROUNDS = 5_000_000;
// After this many wrong tries a person waits, each time twice as long.
const FREE = 5;
const [FIRST_WAIT, LONGEST_WAIT] = [30, 30 * 60];

/** The shortest PIN, in digits. */
export const SHORTEST = 4;

const subtle = globalThis.crypto?.subtle;
const encoder = new TextEncoder();
const isKept = (name) => /^waymark-kept-(\d+|places|plan|policy)$/.test(name);
const drawn = (length) => crypto.getRandomValues(new Uint8Array(length));
const base64 = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""));
const unbase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const parsed = (text) => {
  try {
    const thing = JSON.parse(text);
    return typeof thing === "object" ? thing : null;
  } catch {
    return null;
  }
};
const sealedIn = (text) => {
  const thing = parsed(text);
  return thing?.waymark === VERSION && ["sealed", "room"].includes(thing.kind) ? thing : null;
};

/** Can this browser hide anything behind a PIN? Only on https, and on this machine itself. */
export const canHide = Boolean(subtle);

/** Is what is kept here behind a PIN? */
export const isHidden = () => localStorage.getItem(PIN) !== null;

/** Is anything behind it? */
export const hidesAny = () => Object.values({ ...localStorage }).some(sealedIn);

async function keyOf(pin, salt, rounds) {
  const secret = await subtle.importKey("raw", encoder.encode(pin), "PBKDF2", false, ["deriveKey"]);
  const by = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return subtle.deriveKey(by, secret, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

// The name goes into the seal, so that nothing can stand under another's.
const by = (iv, name) => ({ name: "AES-GCM", iv, additionalData: encoder.encode(name) });
async function seal(key, name, text) {
  const iv = drawn(12);
  return { iv: base64(iv), sealed: base64(await subtle.encrypt(by(iv, name), key, encoder.encode(text))) };
}
const unseal = async (key, name, { iv, sealed }) =>
  new TextDecoder().decode(await subtle.decrypt(by(unbase64(iv), name), key, unbase64(sealed)));

const written = (kind, rest) => JSON.stringify({ waymark: VERSION, kind, ...rest });
const inside = (name, text, turn) => JSON.stringify([name, text, turn]);
const free = () => {
  const name = `${BEGIN}${crypto.getRandomValues(new BigUint64Array(1))[0]}`;
  return localStorage.getItem(name) === null ? name : free();
};

// What is open in this page: the record of its PIN, the key, and for each name its text, its turn, and under which names it
// stands sealed, with the sealed text.
let [record, key, things] = [undefined, undefined, new Map()];

/** Is it open in this page? Not any more, once another page has changed the PIN or taken it away. */
export const isOpen = () => key !== undefined && localStorage.getItem(PIN) === record;

/** Forgets what was opened. */
export function close() {
  [record, key, things] = [undefined, undefined, new Map()];
}

const isThere = ({ at }) => [...at.keys()].some((name) => localStorage.getItem(name) !== null);
let names = [];

/** The store, as `Storage` is used. Closed, nothing is in it, and it keeps nothing. */
export const store = {
  // Whoever goes through the names asks for this first.
  get length() {
    if (!isHidden()) return localStorage.length;
    names = isOpen() ? [...things].filter(([, thing]) => isThere(thing)).map(([name]) => name) : [];
    return names.length;
  },
  key: (place) => (isHidden() ? (names[place] ?? null) : localStorage.key(place)),
  getItem(name) {
    if (!isHidden()) return localStorage.getItem(name);
    const thing = isOpen() && things.get(name);
    return thing && isThere(thing) ? thing.text : null;
  },
  setItem(name, text) {
    if (!isHidden()) return localStorage.setItem(name, text);
    if (!isOpen()) throw new Error("closed");
    const was = things.get(name);
    // Put back as it stood.
    if (was?.text === text && ![...was.at.values()].includes(undefined)) {
      for (const [at, sealed] of was.at) localStorage.setItem(at, sealed);
      return;
    }
    // Sealing takes a moment, but room for it is had at once, or not at all: a seal is 16 bytes longer than what it seals.
    const turn = (was?.turn ?? 0) + 1;
    const room = encoder.encode(inside(name, text, turn)).length + 16;
    const at = free();
    localStorage.setItem(at, written("room", { iv: base64(new Uint8Array(12)), sealed: base64(new Uint8Array(room)) }));
    const thing = { text, turn, at: new Map([[at, undefined]]) };
    things.set(name, thing);
    fill(thing, name, at, was);
  },
  removeItem(name) {
    if (!isHidden()) return localStorage.removeItem(name);
    for (const at of things.get(name)?.at.keys() ?? []) localStorage.removeItem(at);
  },
};

async function fill(thing, name, at, was) {
  const of = record;
  const sealed = written("sealed", await seal(key, at, inside(name, thing.text, thing.turn)));
  // Deleted meanwhile. That the page is being left is no reason not to finish.
  if (localStorage.getItem(PIN) !== of || localStorage.getItem(at) === null) return;
  localStorage.setItem(at, sealed);
  thing.at.set(at, sealed);
  for (const before of was?.at.keys() ?? []) localStorage.removeItem(before);
}

async function take(at, text) {
  const thing = sealedIn(text);
  // Room that was had for something that was never sealed.
  if (thing?.kind === "room") return localStorage.removeItem(at);
  if (!thing) return;
  let [name, content, turn] = [at, text, 0];
  try {
    [name, content, turn] = JSON.parse(await unseal(key, at, thing));
  } catch {
    // Damaged: it is shown as that, under the name it has.
  }
  const there = things.get(name);
  if (there?.text === content) there.at.set(at, text);
  else if (!there || there.turn < turn) {
    things.set(name, { text: content, turn, at: new Map([[at, text]]) });
    for (const older of there?.at.keys() ?? []) localStorage.removeItem(older);
  } else localStorage.removeItem(at);
}

// What stands there unsealed is sealed and then deleted: all that there is when a PIN is set, and later what a page kept that
// did not know of it yet. Throws if there is not room for all of it; nothing is lost then.
async function sealRest() {
  // Also what a newer version sealed is not for us.
  const isSealed = (text) => ["sealed", "room"].includes(parsed(text)?.kind);
  const plain = Object.entries({ ...localStorage }).filter(([name, text]) => isKept(name) && !isSealed(text));
  for (const [name, text] of plain) {
    const there = things.get(name);
    if (there?.text === text) continue;
    const at = free();
    const turn = (there?.turn ?? 0) + 1;
    const sealed = written("sealed", await seal(key, at, inside(name, text, turn)));
    localStorage.setItem(at, sealed);
    things.set(name, { text, turn, at: new Map([[at, sealed], ...(there?.at ?? [])]) });
  }
  for (const [name, text] of plain) if (localStorage.getItem(name) === text) localStorage.removeItem(name);
}

/** Hides everything that is kept behind a new PIN. Throws if there is not room for that; then nothing has changed. */
export async function hide(pin) {
  const salt = drawn(16);
  const made = await keyOf(pin, salt, ROUNDS);
  const { iv, sealed } = await seal(made, PIN, "");
  [record, key, things] = [written("pin", { salt: base64(salt), rounds: ROUNDS, iv, proof: sealed }), made, new Map()];
  try {
    localStorage.setItem(PIN, record);
    await sealRest();
  } catch (error) {
    for (const { at } of things.values()) for (const name of at.keys()) localStorage.removeItem(name);
    localStorage.removeItem(PIN);
    close();
    throw error;
  }
}

/** Takes the PIN away from what is open. Throws if it is not, or if there is not room for that; then nothing has changed. */
export function unhide() {
  // Without its PIN nobody could ever open what is sealed.
  if (!isOpen()) throw new Error("closed");
  const all = [...things].filter(([, thing]) => isThere(thing));
  const put = [];
  try {
    for (const [name, { text }] of all) {
      // What is damaged stays as it is.
      if (sealedIn(text) || localStorage.getItem(name) === text) continue;
      localStorage.setItem(name, text);
      put.push(name);
    }
  } catch (error) {
    for (const name of put) localStorage.removeItem(name);
    throw error;
  }
  for (const [, { text, at }] of all) if (!sealedIn(text)) for (const name of at.keys()) localStorage.removeItem(name);
  for (const name of [TRIES, PIN]) localStorage.removeItem(name);
  close();
}

/** The seconds until a PIN can be tried again, and how many tries are left before the next wait. */
export function tries() {
  const there = parsed(localStorage.getItem(TRIES));
  const count = Number.isInteger(there?.count) ? there.count : 0;
  if (count < FREE) return { count, wait: 0, left: FREE - count };
  // A clock that was set back starts the wait again, and makes it no longer.
  if (!(there.at <= Date.now())) remember(count);
  const whole = Math.min(FIRST_WAIT * 2 ** (count - FREE), LONGEST_WAIT);
  const gone = (Date.now() - Math.min(there.at || Infinity, Date.now())) / 1000;
  return { count, wait: Math.max(0, Math.ceil(whole - gone)), left: 1 };
}

function remember(count) {
  try {
    localStorage.setItem(TRIES, written("tries", { count, at: Date.now() }));
  } catch {
    // There is no room for a number: then nothing slows down, and nothing else is lost.
  }
}

/** Opens what is hidden: `open`, `wrong`, `wait`, `newer` if a newer version hid it, or `damaged` if no PIN can open it. */
export async function open(pin) {
  const text = localStorage.getItem(PIN);
  const { waymark, salt, rounds, iv, proof } = parsed(text) ?? {};
  if (waymark > VERSION) return "newer";
  const { count, wait } = tries();
  if (wait > 0) return "wait";
  // Before it is known to be wrong: closing the page in time must not make a try free.
  remember(count + 1);
  let made;
  try {
    if (!(rounds > 0 && rounds <= MOST_ROUNDS)) return "damaged";
    made = await keyOf(pin, unbase64(salt), rounds);
    unbase64(iv), unbase64(proof);
  } catch {
    return "damaged";
  }
  try {
    await unseal(made, PIN, { iv, sealed: proof });
  } catch {
    return "wrong";
  }
  localStorage.removeItem(TRIES);
  [record, key, things] = [text, made, new Map()];
  for (const [at, sealed] of Object.entries({ ...localStorage })) if (isKept(at)) await take(at, sealed);
  // Without room it stays as it is, and is tried again next time.
  await sealRest().catch(() => {});
  return "open";
}

/** Something under this name was changed by another page. Gives true if it is ours. */
export async function changed(name, text) {
  if (name !== null && !name.startsWith(BEGIN)) return false;
  if (isOpen() && text !== null && sealedIn(text)?.kind === "sealed") await take(name, text);
  return true;
}

/** Deletes everything that is kept, unread. False if something is still there. */
export function deleteAll() {
  const all = () => Object.keys(localStorage).filter((name) => name.startsWith(BEGIN));
  // Whatever becomes of one.
  for (const name of all()) {
    try {
      localStorage.removeItem(name);
    } catch {
      // It is seen below.
    }
  }
  close();
  return all().length === 0;
}
