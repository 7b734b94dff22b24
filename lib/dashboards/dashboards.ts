import { findAgent } from "@/lib/agents/agent-row";
import { readDocument } from "@/lib/agents/graph";
import { documentOf, hasVersion } from "@/lib/agents/published";
import type { Dashboard, Flame } from "@/lib/api/contract/dashboards";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { DatabaseHandle } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";
import { type DashboardWish, readDashboard } from "./dashboard";
import { type FlameTop, type FlameWish, readFlame, readTops, type TopsWish } from "./flame";

/** What runs came to: over time, by group, and by the places of an agent's graph. */
export interface Dashboards {
  /** @throws AppError invalid_input (from, to), forbidden (people) */
  figures: (actor: WorkspaceActor, wish: DashboardWish) => Promise<Dashboard>;
  /** @throws AppError invalid_input (from, to, version), not_found */
  flame: (actor: WorkspaceActor, wish: FlameWish) => Promise<Flame>;
  /** @throws AppError invalid_input (from, to), not_found */
  tops: (actor: WorkspaceActor, wish: TopsWish) => Promise<{ items: FlameTop[] }>;
}

export function createDashboards({ pool, db }: Pick<DatabaseHandle, "pool" | "db">): Dashboards {
  return {
    figures: (actor, wish) => readDashboard(pool, actor, wish),
    async flame(actor, wish) {
      const agent = await findAgent(db, actor, wish.agentId);
      const version = wish.version ?? agent.liveVersion;
      if (!version) return readFlame(pool, actor, wish, readDocument(agent.draft));
      if (!(await hasVersion(db, agent.id, version))) {
        throw new AppError("invalid_input", `${agent.name} has no version ${version}.`, { field: "version" });
      }
      return readFlame(pool, actor, wish, await documentOf(db, agent.id, version));
    },
    async tops(actor, wish) {
      await findAgent(db, actor, wish.agentId);
      return readTops(pool, actor, wish);
    },
  };
}
