import { and, eq } from "drizzle-orm";
import { runs } from "@/drizzle/schema";
import type { Actor } from "@/lib/auth/actor";
import type { RunContext } from "./context";
import { graphSource } from "./graph-source";
import { runNotFound, visibleRuns } from "./visibility";

/** A run that the actor may see, with its graph as it ran. @throws AppError not_found */
export async function graphOfRun(context: RunContext, actor: Actor, runId: string) {
  const [run] = await context.db
    .select()
    .from(runs)
    .where(and(eq(runs.id, runId), visibleRuns(context.db, actor)));
  if (!run) throw runNotFound();
  return { run, ...(await context.agents.get(graphSource(context.db, run))) };
}
