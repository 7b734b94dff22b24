/** What is counted together once too many different values have come. */
export const otherLabel = "other";

/** Values that people choose can be any number; a label may have a few. The first so many keep their own series. */
export function boundedLabel(most: number): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (known.has(value)) return value;
    if (known.size >= most) return otherLabel;
    known.add(value);
    return value;
  };
}
