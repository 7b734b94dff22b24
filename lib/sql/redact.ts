import { AppError, isAppError } from "@/workflows/errors/app-error";
import type { SqlServer } from "./connection";

type Told = Pick<SqlServer, "password" | "user" | "host">;

/** A database's own words, without what the connection's secret says. */
export function sqlError(error: unknown, { password, user, host }: Told): AppError {
  if (isAppError(error)) return error;
  const secrets = [password, user, host].filter((part) => part.length > 0);
  const said = error instanceof Error && error.message ? error.message : "no reason was given";
  const message = secrets.reduce((text, secret) => text.replaceAll(secret, "…"), said).slice(0, 500);
  return new AppError("sql_failed", `The database refused: ${message.replace(/\.$/, "")}.`, {
    field: "query",
    ...hintFor(message),
  });
}

function hintFor(message: string): { hint?: string } {
  if (/read.?only/i.test(message)) {
    return { hint: "To change data, turn on “May change data” and add ?access=write to the connection." };
  }
  if (/\b(ssl|tls|certificate)\b/i.test(message)) {
    return { hint: "The connection's option tls is verify, unchecked or off." };
  }
  return {};
}
