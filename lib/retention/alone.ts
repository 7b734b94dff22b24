import type { Pool } from "pg";

/** Any number that nobody else locks on: "keephous" in ASCII. */
const lockKey = "7738136612543296883";

/**
 * Does the work unless another process is at it. The lock falls with its connection, however this process ends.
 * @returns whether the work was done here
 */
export async function alone(pool: Pool, work: () => Promise<void>): Promise<boolean> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const { rows } = await client.query(`select pg_try_advisory_lock(${lockKey}) as mine`);
    if (rows[0]?.mine !== true) return false;
    try {
      await work();
    } finally {
      // A connection that cannot be unlocked is closed, which unlocks it.
      await client.query(`select pg_advisory_unlock(${lockKey})`).catch((cause: Error) => {
        broken = cause;
      });
    }
    return true;
  } finally {
    client.release(broken);
  }
}
