import { eq } from "drizzle-orm";
import { agents } from "@/drizzle/schema";
import type { AgentSummary } from "@/lib/api/contract/agents";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { isUniqueViolation } from "@/lib/db/unique-violation";
import { AppError } from "@/workflows/errors/app-error";
import { findAgent } from "./agent-row";
import { getAgent } from "./read-agents";

export interface AgentChange {
  name?: string;
  description?: string;
  slug?: string;
  visibility?: "workspace" | "public";
  asksFeedback?: boolean;
}

/** @throws AppError not_found, conflict (the address is taken) */
export async function updateAgent(
  db: Queryable,
  actor: WorkspaceActor,
  id: string,
  change: AgentChange,
): Promise<AgentSummary> {
  await findAgent(db, actor, id);
  try {
    await db
      .update(agents)
      .set({ ...change, updatedAt: new Date() })
      .where(eq(agents.id, id));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("conflict", `The address "${change.slug}" is taken.`, {
      field: "slug",
      hint: "Choose another one.",
    });
  }
  return getAgent(db, actor, id);
}
