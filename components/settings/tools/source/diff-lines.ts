import { diffArrays } from "diff";
import type { SourceTool } from "../items";

/** What of a tool people can see of a change. */
export type Shown = Pick<SourceTool, "description" | "parameters" | "effect">;

export interface DiffLine {
  kind: "kept" | "added" | "removed";
  text: string;
}

/** As many lines around a change as tell where it is. */
const around = 2;

/** The changed lines with some around them; none where both are the same. */
export function diffLines(before: Shown, after: Shown): DiffLine[] {
  const parts = diffArrays(linesOf(before), linesOf(after));
  const lines = parts.flatMap(({ added, removed, value }) =>
    value.map((text): DiffLine => ({ kind: added ? "added" : removed ? "removed" : "kept", text })),
  );
  const isNear = (at: number) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind !== "kept");
  return lines.filter((_, at) => isNear(at));
}

function linesOf({ description, parameters, effect }: Shown): string[] {
  return [
    ...description.split("\n"),
    `effect: ${effect}`,
    ...JSON.stringify(sorted(parameters), null, 2).split("\n"),
  ];
}

/** With keys in order: another order is no change. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
