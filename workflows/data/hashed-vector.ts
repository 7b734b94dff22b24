export const hashedDimensions = 256;

/**
 * A vector of length 1 from the words of a text and their beginnings, by the hashing trick: each is counted in the place
 * that its hash names. Texts are near each other that share words; of meaning it knows nothing.
 * @see https://alex.smola.org/papers/2009/Weinbergeretal09.pdf
 */
export function hashedVector(text: string, dimensions = hashedDimensions): number[] {
  const vector = new Float64Array(dimensions);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    count(vector, word, 1);
    // Other forms of a word mostly begin like it.
    if (word.length > 5) count(vector, `${word.slice(0, 5)}-`, 0.5);
  }
  const length = Math.hypot(...vector);
  return Array.from(vector, (value) => (length === 0 ? 0 : value / length));
}

function count(vector: Float64Array, feature: string, weight: number): void {
  const hash = fnv1a(feature);
  const place = hash % vector.length;
  // The sign keeps features that share a place from always adding up.
  vector[place] = (vector[place] ?? 0) + (hash & 0x8000_0000 ? -weight : weight);
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
