import type { Pool } from "pg";
import { AppError } from "@/workflows/errors/app-error";

/** So many callers wait for each connection of this process: what comes now would wait for a second and more. */
const mostWaiting = 50;

/**
 * Turns new runs away while the database cannot keep up; those that were accepted get its time.
 * @throws AppError unavailable
 */
export function requireBreath(pool: Pick<Pool, "waitingCount"> & { options: { max: number } }): void {
  if (pool.waitingCount <= mostWaiting * pool.options.max) return;
  throw new AppError("unavailable", "More comes in than the database can take at this moment.", {
    hint: "Try again in some seconds. If this goes on, add connections (DATABASE_POOL_SIZE) or a faster database.",
    data: { retryAfterSeconds: 3 },
  });
}
