import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { gathered } from "@/lib/db/gathered";
import { AppError } from "@/workflows/errors/app-error";

/** What a request that is sent again is known by. */
export interface Once {
  /** Who sent it, and to what: the same key of somebody else is another key. */
  scope: string;
  key: string;
  /** Hash of what was asked: a key with another request is a mistake. */
  fingerprint: string;
}

/** What the first request made. */
export interface Made {
  runId: string;
  threadId: string;
}

const madeRow = z.object({ runId: z.string(), threadId: z.string(), fingerprint: z.string() });

/**
 * The run that an earlier request with this key made.
 * @throws AppError invalid_input: the key was sent with another request
 */
export async function findMade(
  sql: Pick<Pool, "query">,
  workspaceId: string,
  once: Once,
): Promise<Made | undefined> {
  const { rows } = await sql.query(
    `select run_id as "runId", thread_id as "threadId", fingerprint from idempotency_keys
     where workspace_id = $1 and scope = $2 and key = $3`,
    [workspaceId, once.scope, once.key],
  );
  return ofOnce(madeRow.optional().parse(rows[0]), once);
}

function ofOnce(made: z.infer<typeof madeRow> | undefined, once: Once): Made | undefined {
  if (!made) return undefined;
  if (made.fingerprint !== once.fingerprint) throw usedOtherwise();
  return { runId: made.runId, threadId: made.threadId };
}

/**
 * The same before there is anything to keep, asked by every request that starts a run.
 * @throws AppError as `findMade`
 */
export async function madeBefore(pool: Pool, workspaceId: string, once: Once): Promise<Made | undefined> {
  return ofOnce(await keptKey(pool, JSON.stringify([workspaceId, once.scope, once.key])), once);
}

const keptKey = gathered(async (pool: Pool, keys: string[]) => {
  const { rows } = await pool.query({
    name: "kept_keys",
    text: `select asked.place, k.run_id as "runId", k.thread_id as "threadId", k.fingerprint
      from unnest($1::jsonb[]) with ordinality as asked(key, place)
      join idempotency_keys k on k.workspace_id = asked.key->>0 and k.scope = asked.key->>1 and k.key = asked.key->>2`,
    values: [keys],
  });
  return new Map(rows.map(({ place, ...row }) => [keys[Number(place) - 1] ?? "", madeRow.parse(row)]));
});

/**
 * Keeps what a request is about to make, in the transaction that makes it. While another request with the same key is
 * being answered this waits for it.
 * @returns what that one made, if it did: then there is nothing left to make
 * @throws AppError invalid_input: the key was sent with another request
 */
export async function takeKey(
  connection: PoolClient,
  workspaceId: string,
  once: Once,
  making: Made,
): Promise<Made | undefined> {
  const { rowCount } = await connection.query(
    `insert into idempotency_keys (workspace_id, scope, key, fingerprint, run_id, thread_id)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [workspaceId, once.scope, once.key, once.fingerprint, making.runId, making.threadId],
  );
  return rowCount === 1 ? undefined : findMade(connection, workspaceId, once);
}

function usedOtherwise(): AppError {
  return new AppError("invalid_input", "This Idempotency-Key was sent with another request before.", {
    field: "Idempotency-Key",
    hint: "Make a new key for every new request; send the same one only to repeat the same request.",
  });
}
