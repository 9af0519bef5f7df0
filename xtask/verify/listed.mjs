// What was published: the files of SHA256SUMS.txt, each with the address at which a host answers with it.

/** Files that tell a host what to do; a host may keep them to itself. */
const FOR_THE_HOST = /^(_headers|_redirects|\.htaccess|\.nojekyll|hosting\/.*)$/;

/** The page for wrong addresses: it has none of its own, since some hosts send its file's address on. */
export const NOT_FOUND = "404.html";

/**
 * The files to ask for: name, hash, path from the site's root, and whether a packed copy lies beside it. Packed copies are
 * no files of their own: a host sends one in place of the file, and what comes out of it is compared.
 */
export function listed(text) {
  const lines = text.split("\n").filter((line) => line !== "");
  const entries = lines.map((line, number) => {
    const found = /^([0-9a-f]{64}) [ *](.+)$/.exec(line);
    if (!found) throw new Error(`SHA256SUMS.txt:${number + 1}: this is not a hash and a name.`);
    return { name: found[2], hash: found[1] };
  });
  const names = new Set(entries.map((entry) => entry.name));
  const isCopy = (name) => /\.(br|gz)$/.test(name) && names.has(name.slice(0, -3));
  return entries
    .filter(({ name }) => !isCopy(name) && !FOR_THE_HOST.test(name))
    .map((entry) => ({ ...entry, path: pathOf(entry.name), packed: names.has(`${entry.name}.br`) }));
}

/** A folder's page is asked for by the folder. */
function pathOf(name) {
  const path = `/${name.split("/").map(encodeURIComponent).join("/")}`;
  return path.endsWith("/index.html") ? path.slice(0, -"index.html".length) : path;
}

/** `_redirects`: addresses that no file can have, each with the name of the file that answers there. */
export function answeredBy(text) {
  const rules = text.split("\n").map((line) => line.trim().split(/\s+/));
  return rules.filter(([, , status]) => status === "200").map(([path, file]) => ({ path, name: file.slice(1) }));
}
