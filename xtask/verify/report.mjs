// What is said at the end: how many are the same, each thing that is wrong once, and what to do about it.

/** How many addresses are named for each kind of fault. */
const NAMED = 5;

const ADVICE = {
  differs:
    "Is `dist/` the build that was copied? If it is, the host changes files: switch off its minifier, its \"speed\" and " +
    "e-mail features and its analytics, empty its cache, and copy `dist/` again.",
  missing: "Copy everything in `dist/`, hidden files too, and look at the addresses in docs/tasks/publish.md.",
  header: "Put the host's own file of `dist/hosting/` in place (docs/tasks/publish.md says how), or its `_headers`.",
  added: "Switch off what adds it: a cookie breaks what the privacy page promises, a report tells somebody of a visit.",
};

/** Headers that no file of ours can put right: the host adds them. */
const ADDED = ["set-cookie", "nel", "report-to", "reporting-endpoints", "refresh"];

/** The text, and whether all is well. `files` is how many were asked for, `faults` what was found. */
export function report({ address, folder, files, faults, packed }) {
  const of = (kind) => faults.filter((fault) => fault.kind === kind);
  const [differs, missing, headers, others] = ["differs", "missing", "header", "other"].map(of);
  const lines = [
    "",
    `${address} against ${folder}`,
    `  same        ${files - differs.length - missing.length} of ${files} files`,
    `  differs     ${differs.length}`,
    `  missing     ${missing.length}`,
    `  headers     ${grouped(headers).length === 0 ? "as published" : `${grouped(headers).length} wrong`}`,
    `  sent as     ${Object.entries(packed).map(([name, count]) => `${count} ${name}`).join(", ")}`,
  ];
  const list = (title, found) => {
    if (found.length === 0) return;
    lines.push("", title, ...found.slice(0, NAMED).map(({ path, says }) => `  ${path}  ${says}`));
    if (found.length > NAMED) lines.push(`  and ${found.length - NAMED} more`);
  };
  list("Differs from what was built:", differs);
  list("Missing:", missing);
  if (headers.length > 0) lines.push("", "Headers:", ...grouped(headers));
  list("Addresses:", others);
  const added = headers.some(({ header }) => ADDED.includes(header));
  const wrong = headers.some(({ header }) => !ADDED.includes(header));
  const advice = [
    [differs.length > 0, ADVICE.differs],
    [missing.length > 0 || others.length > 0, ADVICE.missing],
    [wrong, ADVICE.header],
    [added, ADVICE.added],
  ];
  const todo = advice.filter(([applies]) => applies).map(([, words]) => `  ${words}`);
  if (todo.length > 0) lines.push("", "What to do:", ...todo);
  lines.push("", faults.length === 0 ? "The site is what was built." : "The site is not what was built.");
  return { text: lines.join("\n"), good: faults.length === 0 };
}

/** One line for each thing that is wrong, however many files have it. */
function grouped(faults) {
  const places = new Map();
  for (const { header, says, path } of faults) {
    const words = `${header} ${says}`;
    places.set(words, [...(places.get(words) ?? []), path]);
  }
  return [...places].map(([words, paths]) => {
    const where = paths.length === 1 ? paths[0] : `${paths.length} addresses, such as ${paths[0]}`;
    return `  ${words}  (${where})`;
  });
}
