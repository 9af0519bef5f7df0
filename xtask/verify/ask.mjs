// Asking a host, as a browser would.

import { createHash } from "node:crypto";

/** A host that says nothing for so long does not answer. */
const PATIENCE = 30_000;

/** What a browser says that it can unpack. Over HTTP it would not say `br`; we do, for hosts that are tried before their name. */
const ACCEPT = { "accept-encoding": "br, gzip" };

/** Some hosts say who may read a file only when another website asks. */
const ELSEWHERE = { origin: "https://another.example" };

/**
 * The status, the headers, and the body's hash after unpacking; `open` asks as another website would. A network that fails
 * is asked a second time.
 */
export async function ask(url, open = false) {
  const headers = open ? { ...ACCEPT, ...ELSEWHERE } : ACCEPT;
  try {
    return await once(url, headers);
  } catch {
    return once(url, headers);
  }
}

async function once(url, asked) {
  const response = await fetch(url, { headers: asked, redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });
  const body = Buffer.from(await response.arrayBuffer());
  const hash = createHash("sha256").update(body).digest("hex");
  return { status: response.status, headers: response.headers, body, hash };
}

/** Does something with each, a few at a time: a host may take a crowd for an attack. */
export async function each(items, work, atOnce = 8) {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** The reason in a network's error, which fetch hides one level down. */
export function reasonOf(error) {
  return error.cause?.code ?? error.cause?.message ?? error.message;
}
