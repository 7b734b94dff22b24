import { and, eq, isNull } from "drizzle-orm";
import { agents, workspaces } from "@/drizzle/schema";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { type DataRules, dataRulesSchema } from "@/workflows/catalogue/data-rules";
import { AppError } from "@/workflows/errors/app-error";

type Scope = Pick<WorkspaceActor, "workspaceId">;

export async function getDataRules(db: Queryable, { workspaceId }: Scope): Promise<DataRules> {
  const [row] = await db
    .select({ rules: workspaces.dataRules })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  return dataRulesSchema.parse(row?.rules ?? {});
}

export async function setDataRules(
  db: Queryable,
  { workspaceId }: Scope,
  chosen: DataRules,
): Promise<DataRules> {
  await db.update(workspaces).set({ dataRules: chosen }).where(eq(workspaces.id, workspaceId));
  return chosen;
}

/** @throws AppError not_found */
export async function getAgentDataRules(db: Queryable, scope: Scope, id: string): Promise<DataRules> {
  const [row] = await db.select({ rules: agents.dataRules }).from(agents).where(own(scope, id));
  return rulesOf(row);
}

/** @throws AppError not_found */
export async function setAgentDataRules(
  db: Queryable,
  scope: Scope,
  id: string,
  chosen: DataRules,
): Promise<DataRules> {
  const change = db.update(agents).set({ dataRules: chosen }).where(own(scope, id));
  const [row] = await change.returning({ rules: agents.dataRules });
  return rulesOf(row);
}

const own = ({ workspaceId }: Scope, id: string) =>
  and(eq(agents.workspaceId, workspaceId), eq(agents.id, id), isNull(agents.deletedAt));

function rulesOf(row: { rules: unknown } | undefined): DataRules {
  if (!row) throw new AppError("not_found", "There is no such agent.");
  return dataRulesSchema.parse(row.rules);
}
