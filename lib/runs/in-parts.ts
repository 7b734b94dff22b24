/** What the items of one part may come to together. */
export interface PartLimit<Item> {
  most: number;
  sizeOf: (item: Item) => number;
}

/** The same items in their order, in parts that keep to all limits; one of any size may be the only one of its part. */
export function inParts<Item>(items: readonly Item[], limits: readonly PartLimit<Item>[]): Item[][] {
  const parts: Item[][] = [];
  let left: number[] = [];
  for (const item of items) {
    const sizes = limits.map(({ sizeOf }) => sizeOf(item));
    const last = parts.at(-1);
    const fits = last && sizes.every((size, at) => size <= (left[at] ?? 0));
    if (fits) last.push(item);
    else parts.push([item]);
    const before = fits ? left : limits.map(({ most }) => most);
    left = sizes.map((size, at) => (before[at] ?? 0) - size);
  }
  return parts;
}
