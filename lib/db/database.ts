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
  /** How long an answer may take; 0 is for ever, for what has every reason to be slow. */
  answerMs?: number;
  /** A connection that broke while idle; the pool replaces it. */
  onIdleError?: (error: Error) => void;
}

/**
 * A network may forget a connection without telling either end. No statement of ours takes this long, so what does
 * has nobody at its other end: the connection is dropped, and the work goes on over another one.
 */
const answerMs = 20_000;

export function openDatabase(url: string, options: PoolOptions = {}): DatabaseHandle {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.size ?? 20,
    connectionTimeoutMillis: 10_000,
    query_timeout: options.answerMs ?? answerMs,
    keepAlive: true,
    application_name: "signalbox",
    // What does not wait for an answer, such as BEGIN, goes out with what follows it.
    pipeline: true,
  });
  // Without a listener a connection's error would end the process: an idle one's, and one's in a transaction, where
  // the next statement fails and says so.
  pool.on("error", (error) => options.onIdleError?.(error));
  pool.on("connect", (client) => void client.on("error", () => {}));
  const db = drizzle(pool, { schema, casing: "snake_case" });
  return { url, pool, db, close: () => pool.end() };
}
