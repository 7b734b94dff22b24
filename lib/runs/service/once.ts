import type { Pool, PoolClient } from "pg";
import { z } from "zod";
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
  const made = madeRow.optional().parse(rows[0]);
  if (!made) return undefined;
  if (made.fingerprint !== once.fingerprint) throw usedOtherwise();
  return { runId: made.runId, threadId: made.threadId };
}

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
