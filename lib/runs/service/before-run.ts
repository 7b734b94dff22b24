import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { checkpointSchema } from "@/lib/db/migrate";
import { AppError } from "@/workflows/errors/app-error";
import { runStatuses } from "@/workflows/events/run-status";
import { checkpointRunKey } from "../checkpoint/saver";

/** Stands for the state of a thread before its first run; no checkpoint has this id. */
export const noCheckpoint = "none";

const attemptRow = z.object({
  id: z.string(),
  status: z.enum(runStatuses),
  baseCheckpointId: z.string().nullable(),
  replaces: z.string().nullable(),
  wrote: z.boolean(),
  parentId: z.string().nullable(),
});
const repeatable: ReadonlySet<string> = new Set(["error", "timeout", "cancelled"]);

/** The first checkpoint that a run wrote, and the one it followed. */
const firstSql = (thread: string, run: string) => `
  select c.checkpoint_id, c.parent_checkpoint_id from ${checkpointSchema}.checkpoints c
  where c.thread_id = ${thread} and c.checkpoint_ns = '' and c.metadata->>'${checkpointRunKey}' = ${run}
  order by c.checkpoint_id limit 1`;

/** Where a run of a thread began to write; undefined: it wrote nothing, or what it wrote is no longer kept. */
export async function firstCheckpoint(
  pool: Pick<Pool, "query">,
  threadId: string,
  runId: string,
): Promise<{ parentId: string | null } | undefined> {
  const { rows } = await pool.query(firstSql("$1", "$2"), [threadId, runId]);
  return firstRow.optional().parse(rows[0]);
}
const firstRow = z
  .object({ parent_checkpoint_id: z.string().nullable() })
  .transform((row) => ({ parentId: row.parent_checkpoint_id }));

/** A run of a thread, the latest if none is named, with the checkpoint that its own first one followed. */
const attemptSql = `
select r.id, r.status, r.base_checkpoint_id as "baseCheckpointId", r.replaces,
  first.checkpoint_id is not null as wrote, first.parent_checkpoint_id as "parentId"
from runs r
left join lateral (${firstSql("r.thread_id", "r.id")}) first on true
where r.thread_id = $1 and r.id = coalesce($2, r.id)
order by r.created_at desc, r.id desc limit 1`;

/**
 * Where a thread stood before its latest run, which did not end well: another attempt starts there, so that nothing
 * of the failed one is in its state. Call it with the thread taken.
 * @returns the checkpoint's id, `noCheckpoint` for an empty state, null where the failed run changed nothing
 * @throws AppError conflict: it is not the latest run, or ended well
 */
export async function checkpointBefore(
  connection: PoolClient,
  threadId: string,
  runId: string,
): Promise<string | null> {
  const latest = await attempt(connection, threadId);
  if (latest?.id !== runId || !repeatable.has(latest.status)) {
    throw new AppError(
      "conflict",
      "Only the latest run of a conversation can be tried again, when it did not end well.",
      {
        hint: "Send it as a new message.",
        field: "retryOf",
      },
    );
  }
  return baseOf(connection, threadId, latest);
}

/**
 * Where a thread stood before one of its runs, for a run that takes its place. Call it with the thread taken.
 * @returns as `checkpointBefore`
 */
export async function stateBefore(
  connection: PoolClient,
  threadId: string,
  runId: string,
): Promise<string | null> {
  const run = await attempt(connection, threadId, runId);
  return run ? baseOf(connection, threadId, run) : null;
}

const earlierRows = z.array(
  z.object({
    id: z.string(),
    base: z.string().nullable(),
    replaces: z.string().nullable(),
    writer: z.string().nullable(),
  }),
);
const mostLookedAt = 20;

/**
 * Where a new run of a thread starts: at its latest checkpoint, unless the run before was to take another one's place
 * and was stopped before it wrote anything. Call it with the thread taken.
 * @returns as `checkpointBefore`
 */
export async function nextBase(
  connection: PoolClient,
  threadId: string,
  runId: string,
): Promise<string | null> {
  const { rows } = await connection.query(
    `select r.id, r.base_checkpoint_id as base, r.replaces, (
       select c.metadata->>'${checkpointRunKey}' from ${checkpointSchema}.checkpoints c
       where c.thread_id = $1 and c.checkpoint_ns = '' order by c.checkpoint_id desc limit 1
     ) as writer
     from runs r where r.thread_id = $1 and r.id <> $2 and r.status <> 'pending'
       and (r.held is null or r.replaces is not null)
     order by r.created_at desc, r.id desc limit ${mostLookedAt}`,
    [threadId, runId],
  );
  for (const { id, base, replaces, writer } of earlierRows.parse(rows)) {
    if (id === writer) return null;
    if (base) return base;
    if (replaces) return stateBefore(connection, threadId, replaces);
  }
  return null;
}

async function attempt(connection: PoolClient, threadId: string, runId?: string) {
  const { rows } = await connection.query(attemptSql, [threadId, runId ?? null]);
  return attemptRow.optional().parse(rows[0]);
}

async function baseOf(
  connection: PoolClient,
  threadId: string,
  { wrote, parentId, baseCheckpointId, replaces }: z.infer<typeof attemptRow>,
): Promise<string | null> {
  if (wrote) return parentId ?? noCheckpoint;
  return baseCheckpointId ?? (replaces && stateBefore(connection, threadId, replaces));
}
