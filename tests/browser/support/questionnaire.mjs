// The questionnaire as its file says, read apart from the site: what the pages show is compared with this.

import { readFileSync, readdirSync } from "node:fs";

import { parse } from "smol-toml";

const root = new URL("../../../", import.meta.url);

/** A file of the repository, read as TOML. */
export function toml(path) {
  return parse(readFileSync(new URL(path, root), "utf8"));
}

/** `content/instruments/audit.toml`. */
export const AUDIT = toml("content/instruments/audit.toml");

/** The site's short texts in English. */
export const WORDS = toml("content/en/strings.toml");

/** The item with this number, from 1, with its options. */
export function item(number) {
  const found = AUDIT.item[number - 1];
  return { ...found, options: found.options ?? AUDIT.scale.find(({ id }) => id === found.scale).options };
}

/** The place of the option that adds these points to an item; items 9 and 10 have 0, 2 and 4 only. */
export function option(number, points) {
  const place = item(number).options.findIndex((option) => option.points === points);
  if (place < 0) throw new Error(`no option of item ${number} has ${points} points`);
  return place;
}

/** All cases of a folder of `tests/suite/`. */
export function cases(folder) {
  const from = new URL(`tests/suite/${folder}/`, root);
  return readdirSync(from)
    .filter((name) => name.endsWith(".toml"))
    .sort()
    .flatMap((name) => parse(readFileSync(new URL(name, from), "utf8")).case ?? []);
}

/** The other instruments that are released, each with its cases. */
export function others() {
  return readdirSync(new URL("content/instruments/", root))
    .sort()
    .map((name) => toml(`content/instruments/${name}`))
    .filter(({ id, release }) => release === "released" && id !== "audit")
    .map((instrument) => ({ instrument, vectors: toml(`tests/suite/${instrument.id}/vectors.toml`).case }));
}

/** The areas, each with its services, as their files say. */
export const AREAS = readdirSync(new URL("areas/", root)).map((id) => ({ id, ...toml(`areas/${id}/area.toml`) }));
