import type { Pool, PoolClient } from "pg";

/** Any number that nobody else locks on: "figures" in ASCII. */
const lockKey = "28824992640098675";

/**
 * Until the transaction ends nobody else adds to the figures, and nobody deletes runs that are in them. Locks are taken
 * in this order, so that none waits for another in a circle: conversations, this one, runs, figures. So whoever deletes
 * runs locks their conversations first and this then; whoever counts runs touches no conversation; and nobody who has
 * locked a run waits for this.
 */
export async function lockFigures(connection: Pick<PoolClient, "query">): Promise<void> {
  await connection.query(`select pg_advisory_xact_lock(${lockKey})`);
}

/** The same without waiting. @returns whether nobody else had it */
export async function tryLockFigures(connection: Pick<PoolClient, "query">): Promise<boolean> {
  const { rows } = await connection.query(`select pg_try_advisory_xact_lock(${lockKey}) as mine`);
  return rows[0]?.mine === true;
}

/** Does work of many transactions while nobody counts. The lock falls with its connection. */
export async function whileNobodyCounts<Value>(pool: Pool, work: () => Promise<Value>): Promise<Value> {
  const client = await pool.connect();
  try {
    await client.query(`select pg_advisory_lock(${lockKey})`);
    return await work();
  } finally {
    client.release(true);
  }
}
