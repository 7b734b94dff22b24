import { formatCount } from "@/components/ui/format/count";
import { formatDuration } from "@/components/ui/format/duration";
import { formatMoney } from "@/components/ui/format/money";
import type { Dashboard, Figures } from "@/lib/api/contract/dashboards";
import { changeWords } from "./change";

interface Tile {
  label: string;
  of: (figures: Figures) => number | null;
  format: (value: number) => string;
  note?: (figures: Figures) => string | null;
}

const percent = (part: number) => `${(part * 100).toFixed(part > 0 && part < 0.1 ? 1 : 0)}%`;

/** Breaks no line between a number and its unit. */
const named = (name: string, ms: number | null) => `${name} ${formatDuration(ms)}`.replaceAll(" ", "\u00a0");

const tiles: readonly Tile[] = [
  { label: "Runs", of: ({ n }) => n, format: (n) => n.toLocaleString("en") },
  {
    label: "Failed",
    of: ({ errors }) => errors,
    format: (n) => n.toLocaleString("en"),
    note: ({ n, errors }) => (n > 0 ? `${percent(errors / n)} of runs` : null),
  },
  {
    label: "Latency p50",
    of: ({ p50 }) => p50,
    format: formatDuration,
    note: ({ p95, p99 }) => (p95 === null ? null : `${named("p95", p95)}, ${named("p99", p99)}`),
  },
  {
    label: "First token p50",
    of: ({ first50 }) => first50,
    format: formatDuration,
    note: ({ first95 }) => (first95 === null ? null : named("p95", first95)),
  },
  {
    label: "Tokens",
    of: ({ input, output }) => input + output,
    format: formatCount,
    note: ({ input, output }) => `${formatCount(input)} in, ${formatCount(output)} out`,
  },
  {
    label: "Cost",
    of: ({ micros }) => micros,
    format: formatMoney,
    note: ({ unpriced }) => (unpriced > 0 ? `${formatCount(unpriced)} calls without a price` : null),
  },
  {
    label: "Saved",
    of: ({ keptMicros, cachedMicros }) => keptMicros + cachedMicros,
    format: formatMoney,
    note: ({ keptMicros, cachedMicros }) =>
      keptMicros + cachedMicros > 0
        ? `${formatMoney(keptMicros)} by kept answers, ${formatMoney(cachedMicros)} by prompt caches`
        : null,
  },
];

/** The figures of the time, and how they stand to as long a time before. */
export function Tiles({ total, earlier }: Pick<Dashboard, "total" | "earlier">) {
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4 xl:grid-cols-7">
      {tiles.map(({ label, of, format, note }) => {
        const value = of(total);
        const change = changeWords(value, of(earlier));
        return (
          <div
            key={label}
            className="flex min-h-24 min-w-0 flex-col gap-0.5 rounded-lg border bg-card px-3 py-2.5 last:col-span-2 xl:last:col-span-1"
          >
            <dt className="text-muted-foreground text-xs">{label}</dt>
            <dd className="grid min-w-0 gap-0.5">
              <span className="font-semibold text-lg tabular-nums">
                {value === null ? "–" : format(value)}
              </span>
              {note?.(total) ? <span className="text-muted-foreground text-xs">{note(total)}</span> : null}
              {change ? <span className="text-muted-foreground text-xs">{change}</span> : null}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
