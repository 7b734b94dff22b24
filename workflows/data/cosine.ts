/** How alike two vectors point, from -1 to 1; 0 where one of them is nothing but zeros. Lengths must be equal. */
export function cosine(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let [dot, first, second] = [0, 0, 0];
  for (let at = 0; at < one.length; at += 1) {
    const [a, b] = [one[at] ?? 0, other[at] ?? 0];
    dot += a * b;
    first += a * a;
    second += b * b;
  }
  // Each root by itself: the product of two small squares would be lost.
  const length = Math.sqrt(first) * Math.sqrt(second);
  return length === 0 ? 0 : dot / length;
}
