import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import * as schema from "@/drizzle/schema";

export type Database = NodePgDatabase<typeof schema>;
/** What `database.transaction` hands in. Functions that may run in either take `Queryable`. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
export type Queryable = Database | Transaction;

/** One pool and the query builder on top of it. */
export interface DatabaseHandle {
  url: string;
  pool: pg.Pool;
  db: Database;
  close(): Promise<void>;
}

export interface PoolOptions {
  /** Most connections at once. */
  size?: number;
  /** A connection that broke while idle; the pool replaces it. */
  onIdleError?: (error: Error) => void;
}

export function openDatabase(url: string, options: PoolOptions = {}): DatabaseHandle {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.size ?? 20,
    connectionTimeoutMillis: 10_000,
    application_name: "signalbox",
    // What does not wait for an answer, such as BEGIN, goes out with what follows it.
    pipeline: true,
  });
  // Without a listener an idle connection's error would end the process.
  pool.on("error", (error) => options.onIdleError?.(error));
  const db = drizzle(pool, { schema, casing: "snake_case" });
  return { url, pool, db, close: () => pool.end() };
}
