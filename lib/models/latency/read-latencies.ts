import { and, eq, gt, sql } from "drizzle-orm";
import { modelConnections, modelLatencies } from "@/drizzle/schema";
import type { Queryable } from "@/lib/db/database";

/** Median of a model's latest calls in ms, by its reference; null where too little is known. */
export type LatencyOf = (reference: string) => number | null;

/** Fewer say too little. */
const fewest = 3;

/** What was measured within the last day, by all processes. */
export async function readLatencies(
  db: Queryable,
  { workspaceId }: { workspaceId: string },
): Promise<LatencyOf> {
  const rows = await db
    .select({ id: modelLatencies.connectionId, model: modelLatencies.model, ms: modelLatencies.recentMs })
    .from(modelLatencies)
    .innerJoin(modelConnections, eq(modelConnections.id, modelLatencies.connectionId))
    .where(
      and(
        eq(modelConnections.workspaceId, workspaceId),
        gt(modelLatencies.updatedAt, sql`now() - interval '1 day'`),
      ),
    );
  const medians = new Map(rows.map(({ id, model, ms }) => [`${id}/${model}`, median(ms)]));
  return (reference) => medians.get(reference) ?? null;
}

/** The lower of the two in the middle where there are two. */
export function median(values: readonly number[]): number | null {
  if (values.length < fewest) return null;
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;
}
