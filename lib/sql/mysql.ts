import type { Socket } from "node:net";
import { type Connection, createConnection } from "mysql2";
import type { Asked } from "./asked";
import type { SqlServer } from "./connection";
import { type Rows, sentValue } from "./rows";

/**
 * Asks a MySQL or MariaDB over a connection that the egress guard has opened: one prepared statement, in a transaction
 * that the database itself keeps read-only where nothing may be written. @returns rows that were changed
 */
export async function askMysql(
  socket: Socket,
  server: SqlServer,
  { query, values, write }: Asked,
  rows: Rows,
): Promise<number> {
  const { host, user, password, database, tls } = server;
  const connection = createConnection({
    host,
    user,
    password,
    database,
    stream: socket,
    ...(tls !== "off" && { ssl: { rejectUnauthorized: tls === "verify", verifyIdentity: tls === "verify" } }),
    multipleStatements: false,
    dateStrings: true,
    supportBigNumbers: true,
    flags: ["-LOCAL_FILES"],
  });
  // What breaks later is told to whoever waits for the query.
  connection.on("error", () => {});
  try {
    if (!write) await plain(connection, "set session transaction read only");
    await plain(connection, `start transaction ${write ? "read write" : "read only"}`);
    const changed = await run(connection, query, values.map(sentValue), rows);
    await plain(connection, "commit");
    return changed;
  } finally {
    connection.destroy();
  }
}

function plain(connection: Connection, sql: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  connection.query(sql, (error) => (error ? reject(error) : resolve()));
  return promise;
}

function run(
  connection: Connection,
  sql: string,
  values: (string | number | boolean | null)[],
  rows: Rows,
): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let changed = 0;
  const command = connection.execute(sql, values);
  command.on("result", (row: object) => {
    if (isHeader(row)) {
      changed += row.affectedRows;
      return;
    }
    try {
      rows.add({ ...row });
    } catch (error) {
      reject(error);
      connection.destroy();
    }
  });
  command.on("error", reject);
  command.on("end", () => resolve(changed));
  return promise;
}

function isHeader(row: object): row is { affectedRows: number } {
  return row.constructor.name === "ResultSetHeader";
}
