import type { Socket } from "node:net";
import { Client, Query, types } from "pg";
import type { Asked } from "./asked";
import type { SqlServer } from "./connection";
import { type Rows, sentValue } from "./rows";

/** Numbers and truth values become those of JSON; dates, times and decimals stay the texts that Postgres writes. */
const numbers = new Set([21, 23, 26, 700, 701]);
const asBuiltIn = new Set([16, 114, 3802, 1000, 1005, 1007, 1009, 1015, 1021, 1022]);
const int8 = 20;

function parserOf(oid: number): (text: string) => unknown {
  if (numbers.has(oid)) return Number;
  if (oid === int8) return BigInt;
  return asBuiltIn.has(oid) ? types.getTypeParser(oid) : (text) => text;
}

/**
 * Asks a Postgres over a connection that the egress guard has opened. One statement, in a transaction that the database
 * itself keeps read-only where nothing may be written. @returns rows that were changed
 */
export async function askPostgres(
  socket: Socket,
  server: SqlServer,
  { query, values, timeoutMs, write }: Asked,
  rows: Rows,
): Promise<number> {
  const { host, user, password, database, tls } = server;
  const client = new Client({
    host,
    user,
    password,
    database,
    ssl: tls === "off" ? false : { rejectUnauthorized: tls === "verify" },
    stream: () => alreadyOpen(socket),
    application_name: "signalbox",
    types: { getTypeParser: parserOf },
  });
  // What breaks later is told to whoever waits for the query.
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query(`begin ${write ? "" : "read only"}`);
    await client.query(`set local statement_timeout = ${Math.ceil(timeoutMs)}`);
    const changed = await run(client, query, values.map(sentValue), rows);
    await client.query("commit");
    return changed;
  } finally {
    await client.end().catch(() => {});
  }
}

/** A prepared statement is one only, so that nothing can end the transaction and begin another. */
function run(client: Client, text: string, values: unknown[], rows: Rows): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const query = new Query({ name: "asked", text, values });
  query.on("row", (row: Record<string, unknown>) => {
    try {
      rows.add(row);
    } catch (error) {
      reject(error);
      client.connection.stream.destroy();
    }
  });
  query.on("error", reject);
  query.on("end", ({ command, rowCount }) => resolve(command === "SELECT" ? 0 : (rowCount ?? 0)));
  client.query(query);
  return promise;
}

/** The driver opens its stream itself; this one stands already, at the address that was judged. */
function alreadyOpen(socket: Socket): Socket {
  return Object.assign(socket, {
    connect: () => {
      queueMicrotask(() => socket.emit("connect"));
      return socket;
    },
  });
}
