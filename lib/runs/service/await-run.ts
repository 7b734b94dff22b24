import type { Pool } from "pg";
import { z } from "zod";
import { readRun } from "@/lib/realtime/run-reader";
import type { EventType } from "@/workflows/events/event";
import { runStatuses, terminalStatuses } from "@/workflows/events/run-status";
import { isHeldUp } from "../pauses/is-held-up";
import type { RunContext } from "./context";
import { loadEvents } from "./read-events";
import { runNotFound } from "./visibility";

const rowSchema = z.object({ status: z.enum(runStatuses), lastSeq: z.int() });

const ends: ReadonlySet<EventType> = new Set(["run.finished", "run.failed", "run.cancelled"]);

/** How often a run is looked at that waits for one it called: whether that asks somebody by now. */
const lookMs = 1_000;

/**
 * Resolves when the run has ended or, `until: "pause"`, when it or a run it waits for asks a person or waits for long.
 * @throws AppError not_found; the signal's reason
 */
export async function awaitRun(
  context: RunContext,
  runId: string,
  { until, signal }: { until: "end" | "pause"; signal?: AbortSignal | undefined },
): Promise<void> {
  const { status, lastSeq } = await readRow(context.pool, runId);
  if (terminalStatuses.has(status)) return;
  signal?.throwIfAborted();
  const over = Promise.withResolvers<void>();
  const load = (id: string, after: number, limit: number) => loadEvents(context.pool, id, after, limit);
  let callOff = () => {};
  const look = async () => {
    callOff();
    try {
      if (await isHeldUp(context.pool, runId)) over.resolve();
      else callOff = context.clock.after(lookMs, () => void look());
    } catch (error) {
      over.reject(error);
    }
  };
  const reader = readRun({ hub: context.hub, load, clock: context.clock }, runId, lastSeq, (events) => {
    if (events.some(({ type }) => ends.has(type))) over.resolve();
    const last = events.findLast(({ type }) => type === "run.interrupted" || type === "run.resumed");
    if (until === "pause" && last?.type === "run.interrupted") void look();
    else if (last) callOff();
  });
  const onAbort = () => over.reject(signal?.reason);
  signal?.addEventListener("abort", onAbort, { once: true });
  if (until === "pause" && status === "interrupted") void look();
  try {
    await over.promise;
  } finally {
    reader.close();
    callOff();
    signal?.removeEventListener("abort", onAbort);
  }
}

async function readRow(pool: Pool, runId: string): Promise<z.infer<typeof rowSchema>> {
  const { rows } = await pool.query(`select status, last_seq as "lastSeq" from runs where id = $1`, [runId]);
  if (!rows[0]) throw runNotFound();
  return rowSchema.parse(rows[0]);
}
