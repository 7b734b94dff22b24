import type { Pool } from "pg";
import { z } from "zod";
import { readRun } from "@/lib/realtime/run-reader";
import type { EventType } from "@/workflows/events/event";
import { runStatuses, terminalStatuses } from "@/workflows/events/run-status";
import type { RunContext } from "./context";
import { loadEvents } from "./read-events";
import { runNotFound } from "./visibility";

const rowSchema = z.object({ status: z.enum(runStatuses), lastSeq: z.int() });

const ends: ReadonlySet<EventType> = new Set(["run.finished", "run.failed", "run.cancelled"]);

/**
 * Resolves when the run has ended or, `until: "pause"`, when it waits for a person.
 * @throws AppError not_found; the signal's reason
 */
export async function awaitRun(
  context: RunContext,
  runId: string,
  { until, signal }: { until: "end" | "pause"; signal?: AbortSignal | undefined },
): Promise<void> {
  const { status, lastSeq } = await readRow(context.pool, runId);
  if (terminalStatuses.has(status) || (until === "pause" && status === "interrupted")) return;
  signal?.throwIfAborted();
  const over = Promise.withResolvers<void>();
  const load = (id: string, after: number, limit: number) => loadEvents(context.pool, id, after, limit);
  const reader = readRun({ hub: context.hub, load, clock: context.clock }, runId, lastSeq, (events) => {
    const isOver = events.some(
      ({ type }) => ends.has(type) || (until === "pause" && type === "run.interrupted"),
    );
    if (isOver) over.resolve();
  });
  const onAbort = () => over.reject(signal?.reason);
  signal?.addEventListener("abort", onAbort, { once: true });
  try {
    await over.promise;
  } finally {
    reader.close();
    signal?.removeEventListener("abort", onAbort);
  }
}

async function readRow(pool: Pool, runId: string): Promise<z.infer<typeof rowSchema>> {
  const { rows } = await pool.query(`select status, last_seq as "lastSeq" from runs where id = $1`, [runId]);
  if (!rows[0]) throw runNotFound();
  return rowSchema.parse(rows[0]);
}
