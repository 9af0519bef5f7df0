// What is wrong with the headers of an answer. Knows no network: an answer is a status and its headers.

/** By the ending, what a browser has to be told. */
const TYPES = {
  html: ["text/html"],
  css: ["text/css"],
  js: ["text/javascript", "application/javascript"],
  wasm: ["application/wasm"],
  json: ["application/json"],
  svg: ["image/svg+xml"],
  png: ["image/png"],
  xml: ["application/xml", "text/xml"],
  txt: ["text/plain"],
  webmanifest: ["application/manifest+json"],
};

/** A host that adds one of these tells somebody of a visit, or keeps something on the device. */
const NEVER = ["set-cookie", "nel", "report-to", "reporting-endpoints", "content-security-policy-report-only", "refresh"];

/** Hosts that pack files themselves leave such small ones alone: they are one packet either way. */
const SMALL = 1000;

/** An answer that may be kept longer than this hides a mended page. */
const LONGEST_FOR_A_WRONG_ADDRESS = 300;

/**
 * The faults of an answer with a file of the site: each a header and a sentence. `expected` are the published headers of
 * its path, `size` what came out of the packing.
 */
export function faultsOf({ name, packed }, headers, expected, size = SMALL) {
  const faults = always(headers, expected);
  const ending = name.split(".").pop();
  const type = mediaType(headers.get("content-type"));
  const types = expected["content-type"] ? [mediaType(expected["content-type"])] : TYPES[ending];
  if (types && !types.includes(type)) {
    faults.push({ header: "content-type", says: `is ${shown(type)} and should be ${types[0]}` });
  }
  if (packed && size >= SMALL && !["br", "gzip", "zstd"].includes(headers.get("content-encoding"))) {
    faults.push({ header: "content-encoding", says: "is missing: the file is sent unpacked, which is slow on a phone" });
  }
  return faults;
}

/** The faults of the answer at a wrong address. */
export function faultsOfNotFound(status, headers, expected) {
  // How long it may be kept is judged below, and not held to a rule for the folder that it would be in.
  const { "cache-control": _, ...rest } = expected;
  const faults = always(headers, rest);
  if (status !== 404) faults.unshift({ header: "status", says: `of a wrong address is ${status} and should be 404` });
  const kept = headers.get("cache-control") ?? "";
  const seconds = Number(/max-age=(\d+)/.exec(kept)?.[1] ?? 0);
  if (seconds > LONGEST_FOR_A_WRONG_ADDRESS || kept.includes("immutable")) {
    faults.push({ header: "cache-control", says: `of a wrong address is "${kept}", which keeps it too long` });
  }
  return faults;
}

function always(headers, expected) {
  const faults = [];
  for (const [header, value] of Object.entries(expected)) {
    const got = headers.get(header);
    if (header !== "content-type" && !same(header, got, value)) {
      faults.push({ header, says: `is ${shown(got)} and should be "${value}"` });
    }
  }
  for (const header of NEVER.filter((name) => headers.has(name))) {
    faults.push({ header, says: "is added by the host, and the site never sends it" });
  }
  return faults;
}

/** The order of what is said between commas means nothing in Cache-Control; elsewhere every letter counts. */
function same(header, got, value) {
  const parts = (text) => (text ?? "").toLowerCase().split(",").map((part) => part.trim()).sort().join(",");
  return header === "cache-control" ? parts(got) === parts(value) : got === value;
}

function mediaType(value) {
  return value?.split(";")[0].trim().toLowerCase();
}

function shown(value) {
  return value === undefined || value === null ? "missing" : `"${value}"`;
}
