/** What models may call: the nearest name that every provider takes. */
export function validName(wish: string): string {
  const plain = wish
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^a-zA-Z0-9-]+/g, "_")
    .replace(/^[^a-zA-Z]+|_+$/g, "")
    .slice(0, longest)
    .replace(/_+$/, "");
  return plain || "tool";
}

/** The wish, or the next free name like it; it counts as taken from then on. */
export function freeName(wish: string, taken: Set<string>): string {
  const base = validName(wish);
  let name = base;
  for (let count = 2; taken.has(name); count += 1) {
    const ending = `_${count}`;
    name = base.slice(0, longest - ending.length) + ending;
  }
  taken.add(name);
  return name;
}

/** As long as providers allow. */
const longest = 64;
