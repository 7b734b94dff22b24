import type { PoolClient } from "pg";

/**
 * Until the transaction ends nobody else starts a run on this thread. Its own row would not do as the lock: whatever
 * ends a run locks the run first and its thread then, and who starts one may have to stop others.
 */
export async function lockThread(connection: PoolClient, threadId: string): Promise<void> {
  await connection.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [threadId]);
}
