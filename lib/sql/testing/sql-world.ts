import { createEgress } from "@/lib/egress/egress";
import type { EgressRules } from "@/lib/egress/rule";
import { AppError } from "@/workflows/errors/app-error";
import type { SqlCall } from "@/workflows/runtime/ports";
import { sqlGateway } from "../sql-gateway";

const bounds = { write: false, maxRows: 100, maxBytes: 100_000, timeoutMs: 10_000 };

/** The SQL nodes of a workspace that has these secrets, behind the real egress guard. */
export function sqlWorld(
  secrets: Record<string, string>,
  { sqliteDir, rules = { allow: [], deny: [] } }: { sqliteDir?: string; rules?: EgressRules } = {},
) {
  const egress = createEgress([]);
  const reveal = async (name: string) => {
    const found = secrets[name];
    if (found === undefined) throw new AppError("not_found", `There is no secret named ${name}.`);
    return found;
  };
  const gateway = sqlGateway({ egress, rulesOf: async () => rules, secrets: { reveal }, sqliteDir }, "wsp_1");
  return {
    close: () => egress.close(),
    ask: (connection: string, query: string, values: SqlCall["values"] = [], more: Partial<SqlCall> = {}) =>
      gateway.query({
        ...bounds,
        connection,
        query,
        values,
        signal: new AbortController().signal,
        ...more,
      }),
  };
}
