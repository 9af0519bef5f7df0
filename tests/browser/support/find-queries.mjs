// What people might type, drawn from the entries themselves by a fixed seed: the same in every run.

/** The words of a text as they are compared: as in `crates/directory/src/search/fold.rs`, for the letters that occur. */
export function words(text) {
  const plain = text.replace(/['’‘`.]/g, "").replaceAll("&", " and ").normalize("NFD").replace(/\p{M}/gu, "");
  return plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** Everything of an entry that is searched. */
export function searched({ name, branchOf, town, runBy, address, formerNames }) {
  return [name, branchOf, town, runBy, address, ...formerNames];
}

/** Groups of `{ typed, entry }`: what is typed, and the entry that it was drawn from. */
export function queries({ entries, postcodes }) {
  const random = mulberry(20_261_121);
  const any = (list) => list[Math.floor(random() * list.length)];
  const drawn = (count, draw) => {
    const found = [];
    for (let tries = 0; found.length < count && tries < 100 * count; tries += 1) found.push(...draw(Math.floor(random() * entries.length)));
    return found;
  };
  const of = (entry, fields, least) => words(fields.map((field) => entries[entry][field]).join(" ")).filter((word) => word.length >= least && /^[a-z]+$/.test(word));
  const letters = [..."abcdefghijklmnopqrstuvwxyz"].map((typed) => ({ typed, entry: null }));
  const prefixes = drawn(300, (entry) => {
    const word = any(words(searched(entries[entry]).join(" ")));
    return word ? [...word].map((_, end) => ({ typed: word.slice(0, end + 1), entry })) : [];
  });
  const two = drawn(150, (entry) => {
    const [name, town] = [any(of(entry, ["name"], 3)), any(of(entry, ["town"], 3))];
    return name && town ? [{ typed: `${name} ${town.slice(0, 1 + Math.floor(random() * town.length))}`, entry }] : [];
  });
  const typos = drawn(2_400, (entry) => {
    const word = any(of(entry, [any(["name", "town", "address"])], 4));
    return word ? slips(word, random).map((slip) => ({ ...slip, entry })) : [];
  });
  const twoTypos = typos.filter(() => random() < 0.1).flatMap(({ typed, kind, entry }) => {
    const town = any(of(entry, ["town"], 3));
    return town ? [{ typed: `${typed} ${town}`, kind, entry }] : [];
  });
  const whole = drawn(60, () => (postcodes.length ? [{ typed: any(postcodes)[0], entry: null }] : []));
  return { letters, prefixes, two, typos, twoTypos, postcodes: whole };
}

/** Every slip of the four kinds at every place of a word; a wrong or extra letter is any letter. */
function slips(word, random) {
  const letter = () => String.fromCharCode(97 + Math.floor(random() * 26));
  return [...word].flatMap((_, at) => {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    return [
      { kind: "wrong", typed: before + letter() + after.slice(1) },
      { kind: "missing", typed: before + after.slice(1) },
      { kind: "extra", typed: before + letter() + after },
      { kind: "swapped", typed: before + (after[1] ?? "") + after[0] + after.slice(2) },
    ].filter(({ typed }) => typed !== word);
  });
}

/** Random numbers from 0 up to 1, the same for the same seed. */
export function mulberry(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
