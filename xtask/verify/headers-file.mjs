// The `_headers` that were published, as far as the site writes them: paths as they are, or with a star at the end.

/** A function from a path to its headers: lower-case name to value. */
export function headersFile(text) {
  const rules = [];
  for (const [number, line] of text.split("\n").entries()) {
    const header = /^\s+([\w-]+):\s*(.*)$/.exec(line);
    if (/^\/[^*:]*\*?$/.test(line)) {
      rules.push({ path: line, headers: {} });
    } else if (header && rules.length > 0) {
      rules.at(-1).headers[header[1].toLowerCase()] = header[2];
    } else if (line.trim() !== "" && !line.startsWith("#")) {
      throw new Error(`_headers:${number + 1}: this is neither a path nor a header.`);
    }
  }
  const matches = (rule, path) => (rule.endsWith("*") ? path.startsWith(rule.slice(0, -1)) : path === rule);
  return (path) => Object.assign({}, ...rules.filter((rule) => matches(rule.path, path)).map((rule) => rule.headers));
}

/**
 * The rules of a site that lies in a folder of its host, as if it lay at the root: the first of its headers names the folder,
 * such as `/waymark/*`.
 */
export function fromRoot(rules, headers) {
  const [, folder] = /^(\/[^*\s]+)\/\*/.exec(headers) ?? [];
  if (!folder) return rules;
  return rules.replace(/(^| )(\/\S*)/gm, (word, before, path) => (path.startsWith(`${folder}/`) ? before + path.slice(folder.length) : word));
}
