import { constants, DatabaseSync } from "node:sqlite";
import type { SqliteAnswer, SqliteTask } from "./sqlite-task";

/** Other files are out of reach, and so are settings: what a query may do is decided outside of it. */
const refused = new Set([constants.SQLITE_ATTACH, constants.SQLITE_DETACH, constants.SQLITE_PRAGMA]);

function ask({ file, query, values, write, maxRows, maxBytes }: SqliteTask): SqliteAnswer {
  const database = new DatabaseSync(file, { readOnly: !write, timeout: 5_000, allowExtension: false });
  database.setAuthorizer((action) => (refused.has(action) ? constants.SQLITE_DENY : constants.SQLITE_OK));
  const statement = database.prepare(query);
  if (statement.sourceSQL.trim() !== query.trim()) throw new Error("one statement at a time is taken");
  statement.setReadBigInts(true);
  const bound = values.map((value) => (typeof value === "boolean" ? Number(value) : value));
  if (statement.columns().length === 0) {
    return { type: "done", rows: [], changed: Number(statement.run(...bound).changes) };
  }
  const rows: Record<string, unknown>[] = [];
  let bytes = 0;
  for (const row of statement.iterate(...bound)) {
    rows.push({ ...row });
    for (const value of Object.values(row)) bytes += sizeOf(value);
    // One too many tells that there are more.
    if (rows.length > maxRows || bytes > maxBytes) break;
  }
  return { type: "done", rows, changed: 0 };
}

function sizeOf(value: unknown): number {
  return typeof value === "string" || value instanceof Uint8Array ? value.length : 8;
}

function answerTo(task: SqliteTask): SqliteAnswer {
  try {
    return ask(task);
  } catch (error) {
    return { type: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

// The process is started by sqlite.ts alone, and sent exactly this.
process.once("message", (task: SqliteTask) => process.send?.(answerTo(task)));
