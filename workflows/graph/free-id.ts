/** The first of `base`, `base_2`, `base_3` … that is not taken: where ids may not be drawn by chance. */
export function freeId(taken: Readonly<Record<string, unknown>>, base: string): string {
  if (!Object.hasOwn(taken, base)) return base;
  let number = 2;
  while (Object.hasOwn(taken, `${base}_${number}`)) number += 1;
  return `${base}_${number}`;
}
