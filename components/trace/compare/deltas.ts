/** How much more or less the second of two figures is, in words; nothing where one is not known or both are the same. */
export function deltaWords(
  a: number | null,
  b: number | null,
  format: (value: number) => string,
): { words: string; more: boolean } | null {
  if (a === null || b === null || a === b) return null;
  const more = b > a;
  const share = a > 0 ? ` (${more ? "+" : "−"}${shareWords(Math.abs(b - a) / a)})` : "";
  return { words: `${more ? "+" : "−"}${format(Math.abs(b - a))}${share}`, more };
}

function shareWords(share: number): string {
  if (share >= 10) return `${Math.round(share)}×`;
  return share < 0.01 ? "<1%" : `${Math.round(share * 100)}%`;
}
