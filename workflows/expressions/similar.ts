/** A hint for a mistyped name, with a space in front; empty where nothing is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const best = nearest(name, known);
  return best === undefined ? "" : ` Did you mean “${best}”?`;
}

/** The known name that needs the fewest edits, if at most a third of it (and one at least) would change. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.round(name.length / 3));
  const ranked = known
    .filter((candidate) => Math.abs(candidate.length - name.length) <= limit)
    .map((candidate) => ({ candidate, edits: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ edits }) => edits <= limit)
    .sort((one, other) => one.edits - other.edits);
  return ranked[0]?.candidate;
}

/** Levenshtein distance (insert, delete, replace), row by row. */
function editDistance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [row, char] of Array.from(one).entries()) {
    const current = [row + 1];
    for (const [column, compared] of Array.from(other).entries()) {
      const replaced = (previous[column] ?? 0) + (char === compared ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
