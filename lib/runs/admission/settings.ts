import { and, eq, isNull } from "drizzle-orm";
import type { Pool } from "pg";
import { z } from "zod";
import { agents, workspaces } from "@/drizzle/schema";
import {
  type AgentLimits,
  agentLimitsSchema,
  type LimitsState,
  type WorkspaceLimits,
  workspaceLimitsSchema,
} from "@/lib/api/contract/run-limits";
import type { Queryable } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";
import type { RunLimits } from "./limits";
import { holdsPlace, waitsInLine } from "./places-sql";

const nowSql = `
select (select count(*) from runs r where r.workspace_id = $1 and ${holdsPlace("r")})::int as running,
  (select count(*) from runs r where r.workspace_id = $1 and ${waitsInLine("r")})::int as waiting`;
const nowRow = z.object({ running: z.int(), waiting: z.int() });

/** What workspaces and agents choose, and how it stands. */
export class RunLimitSettings {
  constructor(
    private readonly pool: Pool,
    private readonly installation: RunLimits,
  ) {}

  async get(db: Queryable, workspaceId: string): Promise<LimitsState> {
    const [row] = await db
      .select({ limits: workspaces.runLimits })
      .from(workspaces)
      .where(eq(workspaces.id, workspaceId));
    const { rows } = await this.pool.query(nowSql, [workspaceId]);
    const chosen = workspaceLimitsSchema.parse(row?.limits ?? {});
    return { chosen, installation: this.installation, now: nowRow.parse(rows[0]) };
  }

  async set(db: Queryable, workspaceId: string, chosen: WorkspaceLimits): Promise<LimitsState> {
    await db.update(workspaces).set({ runLimits: chosen }).where(eq(workspaces.id, workspaceId));
    return this.get(db, workspaceId);
  }

  /** @throws AppError not_found */
  async getAgent(db: Queryable, workspaceId: string, id: string): Promise<AgentLimits> {
    const [row] = await db.select({ limits: agents.runLimits }).from(agents).where(own(workspaceId, id));
    return limitsOf(row);
  }

  /** @throws AppError not_found */
  async setAgent(db: Queryable, workspaceId: string, id: string, chosen: AgentLimits): Promise<AgentLimits> {
    const [row] = await db
      .update(agents)
      .set({ runLimits: chosen })
      .where(own(workspaceId, id))
      .returning({ limits: agents.runLimits });
    return limitsOf(row);
  }
}

const own = (workspaceId: string, id: string) =>
  and(eq(agents.workspaceId, workspaceId), eq(agents.id, id), isNull(agents.deletedAt));

function limitsOf(row: { limits: unknown } | undefined): AgentLimits {
  if (!row) throw new AppError("not_found", "There is no such agent.");
  return agentLimitsSchema.parse(row.limits);
}
