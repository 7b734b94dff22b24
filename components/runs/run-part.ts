import type { RunSummary } from "@/lib/api/contract/runs";

/** What of its graph a test run keeps to, in words; undefined for a whole run. */
export function partWords(
  test: RunSummary["test"] | undefined,
  titleOf: (nodeId: string) => string,
): string | undefined {
  const { from, until } = test ?? {};
  if (from !== undefined && from === until) return `only “${titleOf(from)}”`;
  const words = [
    ...(from === undefined ? [] : [`from “${titleOf(from)}”`]),
    ...(until === undefined ? [] : [`until “${titleOf(until)}”`]),
  ];
  return words.length > 0 ? words.join(" ") : undefined;
}
