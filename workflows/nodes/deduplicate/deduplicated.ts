import { written } from "@/workflows/data/limits";
import { sameKey } from "@/workflows/data/same-key";
import { listOf } from "@/workflows/data/setting-value";
import { type ExpressionState, evaluateEach } from "@/workflows/expressions/evaluate";

interface DeduplicateSettings {
  list: string;
  by: string;
  keep: "first" | "last";
  output?: string | undefined;
  rest?: string | undefined;
}

/** One entry of each kind, and the others, each in the list's order. @throws AppError */
export function deduplicated({ list, by, keep, output, rest }: DeduplicateSettings, state: ExpressionState) {
  const entries = listOf("List", list, state);
  const keys = (by.trim() ? evaluateEach(by, entries, state) : entries).map(sameKey);
  const kept = new Map<string, number>();
  for (const [index, key] of keys.entries()) {
    if (keep === "last" || !kept.has(key)) kept.set(key, index);
  }
  const places = new Set(kept.values());
  const update = written([
    [output, entries.filter((_, index) => places.has(index))],
    [rest, entries.filter((_, index) => !places.has(index))],
  ]);
  return { update };
}
