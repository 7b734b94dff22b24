import { compare } from "@/workflows/graph/compare";
import type { Merge } from "@/workflows/graph/merge/merge3";
import { unionOf } from "@/workflows/graph/union";
import { type Change, changesOf } from "../changes/changes";

/** What one side did that nobody has to decide about. */
export function mergedChanges({ documents, conflicts }: Merge, side: "mine" | "theirs"): Change[] {
  const { base, [side]: edited } = documents;
  const comparison = compare(base, edited);
  const disputed = new Set(conflicts.map(({ id }) => id));
  return changesOf(comparison, unionOf(base, edited, comparison)).flatMap((change) => {
    if (disputed.has(change.key)) return [];
    if (change.kind !== "changed") return [change];
    const inConflict = (field: string) =>
      [...disputed].some((id) => `${change.key}:${field}.`.startsWith(`${id}.`));
    const fields = change.fields.filter(({ field }) => !inConflict(field));
    return fields.length > 0 ? [{ ...change, fields }] : [];
  });
}
