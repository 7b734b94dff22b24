/** How delicate data is, the least first. */
export const dataClasses = ["public", "internal", "confidential"] as const;
export type DataClass = (typeof dataClasses)[number];

/** A model of which nobody says what it may see is trusted with nothing but what everybody may. */
export function maySee(model: DataClass | undefined, data: DataClass): boolean {
  return dataClasses.indexOf(model ?? "public") >= dataClasses.indexOf(data);
}

/** The more delicate of the two. */
export function stricter(a: DataClass | undefined, b: DataClass | undefined): DataClass | undefined {
  if (!a || !b) return a ?? b;
  return dataClasses.indexOf(a) >= dataClasses.indexOf(b) ? a : b;
}
