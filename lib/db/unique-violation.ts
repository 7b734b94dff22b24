/** Whether a query failed because a row with this key exists (SQLSTATE 23505), also inside drizzle's wrapper. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === "23505") || isUniqueViolation(error.cause);
}
