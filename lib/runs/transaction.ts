import type { Pool, PoolClient } from "pg";

/**
 * Runs `work` on one connection between BEGIN and COMMIT; whatever it throws rolls back.
 * @param first a statement without parameters to travel with BEGIN, such as a lock
 */
export async function inTransaction<Value>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Value>,
  first?: string,
): Promise<Value> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    // Not waited for: BEGIN travels with the first query.
    const [, value] = await Promise.all([client.query(first ? `begin; ${first}` : "begin"), work(client)]);
    await client.query("commit");
    return value;
  } catch (error) {
    await client.query("rollback").catch((cause: Error) => {
      broken = cause;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
