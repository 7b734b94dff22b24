import type { Egress } from "@/lib/egress/egress";
import type { RulesOf } from "@/lib/egress/settings";
import { AppError } from "@/workflows/errors/app-error";
import type { SecretGateway, SqlCall, SqlGateway, SqlResult } from "@/workflows/runtime/ports";
import { parseConnection, type SqlConnection, type SqlServer } from "./connection";
import { askMysql } from "./mysql";
import { askPostgres } from "./postgres";
import { sqlError } from "./redact";
import { Rows } from "./rows";
import { askSqlite } from "./sqlite";

export interface SqlDeps {
  egress: Pick<Egress, "within">;
  rulesOf: RulesOf;
  secrets: SecretGateway;
  /** Folder with SQLite files that may be opened. */
  sqliteDir?: string | undefined;
}

const drivers = { postgres: askPostgres, mysql: askMysql };
const nobody = { password: "", user: "", host: "" };

/** Databases of a workspace. Each call has a connection of its own: nothing of one is left for the next. */
export function sqlGateway(deps: SqlDeps, workspaceId: string): SqlGateway {
  return {
    async query(call) {
      const connection = parseConnection(await deps.secrets.reveal(call.connection));
      refuseWriting(connection, call);
      const late = AbortSignal.timeout(call.timeoutMs);
      const signal = AbortSignal.any([call.signal, late]);
      try {
        return await ask(deps, workspaceId, connection, { ...call, signal });
      } catch (error) {
        call.signal.throwIfAborted();
        if (late.aborted) throw tookTooLong(call.timeoutMs);
        throw sqlError(error, connection.kind === "sqlite" ? nobody : connection);
      }
    },
  };
}

async function ask(
  deps: SqlDeps,
  workspaceId: string,
  connection: SqlConnection,
  call: SqlCall,
): Promise<SqlResult> {
  const rows = new Rows(call);
  if (connection.kind === "sqlite") {
    const changed = await askSqlite(connection, call, rows, { folder: deps.sqliteDir, signal: call.signal });
    return { rows: rows.list, changed };
  }
  const changed = await askServer(deps, workspaceId, connection, call, rows);
  return { rows: rows.list, changed };
}

async function askServer(
  { egress, rulesOf }: SqlDeps,
  workspaceId: string,
  server: SqlServer,
  call: SqlCall,
  rows: Rows,
): Promise<number> {
  const { host, port, allowPrivate, kind } = server;
  // Whoever manages secrets chose the server; what the workspace forbids stays forbidden.
  const { deny } = await rulesOf(workspaceId);
  const own = allowPrivate ? [`${host}:${port}`] : [];
  const socket = await egress.within({ allow: [], deny }).socketTo({ host, port }, own);
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => {
    reject(call.signal.reason);
    socket.destroy();
  };
  if (call.signal.aborted) stop();
  call.signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([drivers[kind](socket, server, call, rows), promise]);
  } finally {
    call.signal.removeEventListener("abort", stop);
    socket.destroy();
  }
}

function refuseWriting({ mayWrite }: SqlConnection, { write }: SqlCall): void {
  if (!write || mayWrite) return;
  throw new AppError("forbidden", "This connection is for reading only.", {
    field: "write",
    hint: "Who manages secrets can add ?access=write to the connection.",
  });
}

function tookTooLong(timeoutMs: number): AppError {
  return new AppError("sql_failed", `The query took longer than ${timeoutMs} ms.`, {
    field: "timeoutMs",
    hint: "Ask for less, add an index, or raise the time limit.",
  });
}
