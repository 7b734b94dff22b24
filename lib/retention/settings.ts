import { eq } from "drizzle-orm";
import type { Pool } from "pg";
import { workspaces } from "@/drizzle/schema";
import type { KeptThing, Retention, RetentionState } from "@/lib/api/contract/retention";
import type { Queryable } from "@/lib/db/database";
import { amounts, bytesOnDisk, nextDeletions, overdue } from "./kept";
import { limitsOf, type RetentionDefaults, storedRetention } from "./limits";

/** What workspaces choose to keep, and what there is. */
export class RetentionSettings {
  constructor(
    private readonly pool: Pool,
    private readonly defaults: RetentionDefaults,
  ) {}

  async get(db: Queryable, workspaceId: string): Promise<RetentionState> {
    const [row] = await db
      .select({ retention: workspaces.retention })
      .from(workspaces)
      .where(eq(workspaces.id, workspaceId));
    const chosen = storedRetention(row?.retention);
    const { checkpointRuns, ...installation } = this.defaults;
    const [held, bytes, next] = await Promise.all([
      amounts(this.pool, workspaceId),
      bytesOnDisk(this.pool),
      nextDeletions(this.pool, workspaceId, limitsOf(chosen, this.defaults)),
    ]);
    return { chosen, installation, checkpointRuns, amounts: held, bytes, next };
  }

  async set(db: Queryable, workspaceId: string, chosen: Retention): Promise<RetentionState> {
    await db.update(workspaces).set({ retention: chosen }).where(eq(workspaces.id, workspaceId));
    return this.get(db, workspaceId);
  }

  /** Of how many runs something would be deleted at once. */
  preview(workspaceId: string, chosen: Retention): Promise<Record<KeptThing, number>> {
    return overdue(this.pool, workspaceId, limitsOf(chosen, this.defaults));
  }
}
