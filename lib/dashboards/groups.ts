import type { DashboardGroup, FigureGroup } from "@/lib/api/contract/dashboards";
import { amountsOf, figuresOf } from "./figures-of";
import type { SumRow, TimeRow } from "./read-figures";

/** Those of which each bucket is told; more could not be told apart in a chart. */
const mostDrawn = 6;
export const mostGroups = 200;

/** A group before it has its words. */
export type BareGroup = Omit<FigureGroup, "label">;

/** Groups of the time itself, by money, work and number; rows of the time before are passed by. */
export function groupsOf(
  sums: readonly SumRow[],
  times: readonly TimeRow[],
  buckets: number,
): { groups: BareGroup[]; count: number } {
  const keyed = Map.groupBy(
    sums.filter(({ place }) => place > 0),
    keyOf,
  );
  const timed = Map.groupBy(
    times.filter(({ place }) => place > 0),
    keyOf,
  );
  const all = [...keyed.entries()].map(([key, rows]) => ({
    rows,
    figures: figuresOf(rows, timed.get(key) ?? []),
  }));
  all.sort(
    (a, b) =>
      b.figures.micros - a.figures.micros || b.figures.workMs - a.figures.workMs || b.figures.n - a.figures.n,
  );
  const groups = all.slice(0, mostGroups).map(({ rows, figures }, index): BareGroup => {
    const [first] = rows;
    return {
      agentId: first?.agentId || null,
      version: first && first.version >= 0 ? first.version : null,
      person: first?.person || null,
      name: first?.name ?? "",
      figures,
      points: index < mostDrawn ? pointsOf(rows, buckets) : null,
    };
  });
  return { groups, count: all.length };
}

function pointsOf(rows: readonly SumRow[], buckets: number) {
  return Array.from({ length: buckets }, (_, index) =>
    amountsOf(rows.filter(({ place }) => place === index + 1)),
  );
}

const keyOf = ({ agentId, version, person, name }: Pick<SumRow, "agentId" | "version" | "person" | "name">) =>
  JSON.stringify([agentId, version, person, name]);

/** What a group of this kind is made of. */
export const kindOf = {
  agent: "run",
  version: "run",
  person: "run",
  model: "model",
  node: "node",
} as const satisfies Record<DashboardGroup, string>;
