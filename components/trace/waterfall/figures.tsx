import { Duration } from "@/components/ui/duration";
import { formatCount } from "@/components/ui/format/count";
import { formatMoney } from "@/components/ui/format/money";
import type { CriticalPath } from "@/workflows/events/path/critical-path";
import type { Span } from "@/workflows/events/run-view";
import { spanMs } from "../span-look";

interface FiguresProps {
  span: Span;
  now: number;
  path: CriticalPath | undefined;
}

/** What a span used, cost and took, and for how much of the run's time it alone answers. */
export function Figures({ span, now, path }: FiguresProps) {
  const { usage, used, kept, endedAt, kind, costMicros } = span;
  const own = path?.own.get(span.id);
  return (
    <span className="flex items-center justify-end gap-3 text-muted-foreground text-xs tabular-nums">
      <span className="w-16 text-right max-sm:hidden">
        {usage ? `${formatCount(usage.input + usage.output)} tok` : null}
        {used ? `${formatCount(used.tokens.input + used.tokens.output)} tok` : null}
      </span>
      <span className="w-16 text-right max-sm:hidden">
        {kept ? "cached" : null}
        {kind === "model" && endedAt !== undefined && !kept ? formatMoney(costMicros) : null}
        {used ? formatMoney(used.costMicros) : null}
      </span>
      <Duration ms={spanMs(span, now)} className="w-14 text-right" />
      {path ? (
        <span className="w-10 text-right">
          {own === undefined || path.ms === 0 ? null : shareWords(own / path.ms)}
        </span>
      ) : null}
    </span>
  );
}

function shareWords(share: number): string {
  return share < 0.01 ? "<1%" : `${Math.round(share * 100)}%`;
}
