import { DatabaseSync } from "node:sqlite";
import { createConnection } from "mysql2/promise";
import { Client } from "pg";
import { type JsonObject, jsonObjectSchema } from "@/workflows/graph/json";

export interface Question {
  /** `postgres://…`, `mysql://…` or `sqlite:file.db`. */
  connection: string;
  query: string;
  values: readonly unknown[];
  write: boolean;
  maxRows: number;
  timeoutMs: number;
}
export interface Rows {
  rows: JsonObject[];
  changed: number;
}

type Plain = string | number | boolean | null;

/** Asks a database, in a transaction that only reads unless it may write. @throws Error of the driver */
export async function ask(question: Question): Promise<Rows> {
  const { connection, maxRows } = question;
  const values = question.values.map(sent);
  const found = await kindOf(connection)({ ...question, connection: withoutOptions(connection) }, values);
  if (found.rows.length > maxRows) throw new Error(`The query gives more than ${maxRows} rows.`);
  const rows = JSON.parse(
    JSON.stringify(found.rows, (_, value) => (typeof value === "bigint" ? String(value) : value)),
  );
  return { rows: jsonObjectSchema.array().parse(rows), changed: found.changed };
}

interface Found {
  rows: unknown[];
  changed: number;
}

function kindOf(connection: string): (question: Question, values: Plain[]) => Promise<Found> {
  if (connection.startsWith("sqlite:")) return askSqlite;
  return /^(mysql|mariadb):/.test(connection) ? askMysql : askPostgres;
}

async function askPostgres(
  { connection, query, write, timeoutMs }: Question,
  values: Plain[],
): Promise<Found> {
  const client = new Client({ connectionString: connection, statement_timeout: timeoutMs });
  await client.connect();
  try {
    await client.query(`begin ${write ? "" : "read only"}`);
    const { rows, rowCount, command } = await client.query({ name: "asked", text: query, values });
    await client.query("commit");
    return { rows, changed: command === "SELECT" ? 0 : (rowCount ?? 0) };
  } finally {
    await client.end();
  }
}

async function askMysql({ connection, query, write }: Question, values: Plain[]): Promise<Found> {
  const client = await createConnection({
    uri: connection.replace(/^mariadb:/, "mysql:"),
    dateStrings: true,
  });
  try {
    await client.query(`start transaction ${write ? "read write" : "read only"}`);
    const [answer] = await client.execute(query, values);
    await client.query("commit");
    if (Array.isArray(answer)) return { rows: answer, changed: 0 };
    return { rows: [], changed: answer.affectedRows };
  } finally {
    await client.end();
  }
}

async function askSqlite({ connection, query, write }: Question, values: Plain[]): Promise<Found> {
  const file = connection.slice("sqlite:".length);
  const database = new DatabaseSync(file, { readOnly: !write && file !== ":memory:" });
  try {
    const statement = database.prepare(query);
    const bound = values.map((value) => (typeof value === "boolean" ? Number(value) : value));
    if (statement.columns().length > 0) return { rows: statement.all(...bound), changed: 0 };
    return { rows: [], changed: Number(statement.run(...bound).changes) };
  } finally {
    database.close();
  }
}

/** Options that the product reads; drivers have others. */
function withoutOptions(connection: string): string {
  return connection.replace(/\?.*$/, "");
}

function sent(value: unknown): Plain {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return JSON.stringify(value);
}
