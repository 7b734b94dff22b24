import { formatCount } from "@/components/ui/format/count";
import { formatDuration } from "@/components/ui/format/duration";
import { formatMoney } from "@/components/ui/format/money";
import type { Dashboard, FigureGroup, Figures } from "@/lib/api/contract/dashboards";
import { runsHref } from "../runs-href";
import type { DashboardValues, GroupMeasure } from "../use-dashboard-address";
import { visitsHref } from "../visits-href";
import type { Chart, Series } from "./chart";

const colors = [1, 2, 3, 4, 5, 6].map((index) => `var(--chart-${index})`);
const rest = "var(--chart-rest)";
const colorOf = (index: number) => colors[index] ?? rest;

type Narrowing = Partial<Parameters<typeof runsHref>[1]>;

/** The charts of all runs together. */
export function chartsOf({ buckets }: Dashboard, values: DashboardValues): Chart[] {
  const series = (
    index: number,
    label: string,
    of: (figures: Figures) => number | null,
    more: { dash?: string; color?: string; narrowed?: Narrowing } = {},
  ): Series => ({
    label,
    color: more.color ?? colorOf(index),
    ...(more.dash && { dash: more.dash }),
    values: buckets.map(({ figures }) => of(figures)),
    href: (at) => {
      const { since = "", before = "" } = buckets[at] ?? {};
      return runsHref(values, { since, before, ...more.narrowed });
    },
  });
  const slow = { sort: "slowest" as const };
  return [
    {
      title: "Runs",
      description: "Runs that have ended, by when they were started.",
      kind: "bars",
      format: formatCount,
      series: [
        series(0, "Done", ({ n, errors, cancelled }) => n - errors - cancelled, {
          narrowed: { status: "success" },
        }),
        series(1, "Failed", ({ errors }) => errors, { narrowed: { status: "failed" } }),
        series(6, "Stopped", ({ cancelled }) => cancelled, { narrowed: { status: "cancelled" } }),
      ],
    },
    {
      title: "Latency",
      description:
        "Time of work from start to end. Waiting for people, times and outside events is left out.",
      kind: "lines",
      format: formatDuration,
      series: [
        series(0, "p50", ({ p50 }) => p50, { narrowed: slow }),
        series(1, "p95", ({ p95 }) => p95, { dash: "6 3", narrowed: slow }),
        series(3, "p99", ({ p99 }) => p99, { dash: "2 3", narrowed: slow }),
      ],
    },
    {
      title: "Time to first token",
      description: "From the start of a run to the first word of a model, on the same clock.",
      kind: "lines",
      format: formatDuration,
      series: [
        series(0, "p50", ({ first50 }) => first50, { narrowed: slow }),
        series(1, "p95", ({ first95 }) => first95, { dash: "6 3", narrowed: slow }),
      ],
    },
    {
      title: "Tokens",
      description: "Cached input is part of what was sent, reasoning part of what came back.",
      kind: "bars",
      format: formatCount,
      series: [
        series(0, "Input", ({ input, cached }) => Math.max(0, input - cached)),
        series(2, "Cached input", ({ cached }) => cached),
        series(1, "Output", ({ output, reasoning }) => Math.max(0, output - reasoning)),
        series(3, "Reasoning", ({ reasoning }) => reasoning),
      ],
    },
    {
      title: "Savings",
      description: "What kept answers, and input that the provider had kept, would have cost.",
      kind: "bars",
      format: formatMoney,
      series: [
        series(2, "Kept answers", ({ keptMicros }) => keptMicros),
        series(0, "Prompt cache", ({ cachedMicros }) => cachedMicros),
      ],
    },
  ];
}

interface MeasureLook {
  label: string;
  format: (value: number) => string;
  of: (amounts: Omit<Figures, "p50" | "p95" | "p99" | "first50" | "first95">) => number;
}

export const measureLooks: Record<GroupMeasure, MeasureLook> = {
  micros: { label: "Cost", format: formatMoney, of: ({ micros }) => micros },
  n: { label: "Number", format: formatCount, of: ({ n }) => n },
  errors: { label: "Errors", format: formatCount, of: ({ errors }) => errors },
  tokens: { label: "Tokens", format: formatCount, of: ({ input, output }) => input + output },
  workMs: { label: "Work", format: formatDuration, of: ({ workMs }) => workMs },
};

/** What is behind a group: its runs, which lists do not tell apart by model, or the visits of a node. */
export function groupHref(
  { agentId, version, person, name }: FigureGroup,
  values: DashboardValues,
  time: { since: string; before: string },
): string {
  if (values.group === "node" && agentId !== null) return visitsHref(values, agentId, name);
  return runsHref(values, {
    ...time,
    ...(agentId !== null && { agent: agentId }),
    ...(version !== null && { version }),
    ...(person !== null && { person }),
  });
}

/** The largest groups over time. */
export function groupChart({ groups, buckets }: Dashboard, values: DashboardValues): Chart {
  const { of, format, label } = measureLooks[values.measure];
  return {
    title: `${label} over time`,
    description: "The six groups that cost most, or worked longest where nothing costs.",
    kind: "bars",
    format,
    series: groups.flatMap((group, index): Series[] => {
      if (!group.points) return [];
      const series: Series = { label: group.label, color: colorOf(index), values: group.points.map(of) };
      const href = (at: number) => {
        const { since = "", before = "" } = buckets[at] ?? {};
        return groupHref(group, values, { since, before });
      };
      return [{ ...series, href }];
    }),
  };
}
