import { formatCount } from "@/components/ui/format/count";
import type { ItemCounts } from "@/workflows/events/item-counts";

/** E.g. `37 of 100 done, 2 failed, 3 waiting`; what there is none of is left out. */
export function countsInWords({ count, done, failed, waiting }: ItemCounts): string {
  const more = [
    [failed, "failed"],
    [waiting, "waiting"],
  ] as const;
  const rest = more.flatMap(([of, word]) => (of > 0 ? [`${formatCount(of)} ${word}`] : []));
  return [`${formatCount(done)} of ${formatCount(count)} done`, ...rest].join(", ");
}
