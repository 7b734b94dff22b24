import pg from "pg";

/** The database answered that it refused: the statement certainly had no effect. */
export function wasRolledBack(error: unknown): boolean {
  return error instanceof pg.DatabaseError && !hasClass(error, ["08", "57P"]);
}

/**
 * Nothing is wrong with the work, only with the database at this moment: try again later, elsewhere, from a
 * checkpoint. SQLSTATE classes 08 (connection), 57P (going down or coming up), 53 (out of connections, memory or
 * disk) and 40 (deadlock).
 */
export function isDatabaseGone(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return hasClass(error, ["08", "57P", "53", "40"]);
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return networkCodes.has(code) || networkWords.test(error.message);
}

const networkCodes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND"]);
/** Of pg itself, which gives them no code. */
const networkWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;

function hasClass(error: pg.DatabaseError, classes: readonly string[]): boolean {
  return classes.some((prefix) => error.code?.startsWith(prefix));
}
