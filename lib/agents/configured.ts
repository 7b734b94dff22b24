import { asc, eq } from "drizzle-orm";
import { secrets } from "@/drizzle/schema";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import { knownModels } from "@/lib/models/catalogue/known-models";
import { listConnections } from "@/lib/models/connections";
import { providerOf } from "@/lib/models/providers/registry";
import { listSlots } from "@/lib/models/slots";
import { knownPrompts } from "@/lib/prompts/known-prompts";
import { knownTools } from "@/lib/tools/known-tools";
import type { Configured } from "@/workflows/graph/configured";
import type { PinnedCall } from "@/workflows/graph/pinned-calls";
import { knownAgents } from "./known-agents";

/**
 * What the actor's workspace has set up for its graphs; names only, never a key or the value of a secret.
 * @param pinned versions of agents that the graph calls
 */
export async function configuredIn(
  db: Queryable,
  actor: WorkspaceActor,
  pinned: readonly PinnedCall[] = [],
): Promise<Configured> {
  const { workspaceId } = actor;
  const connections = await listConnections(db, actor);
  const slots = await listSlots(db, actor);
  const stored = await db
    .select({ name: secrets.name })
    .from(secrets)
    .where(eq(secrets.workspaceId, workspaceId))
    .orderBy(asc(secrets.name));
  return {
    connections: [
      offline,
      ...connections.map(({ id, name, provider, keyPreview }) => ({
        id,
        name,
        ready: providerOf(provider).definition.key !== "required" || keyPreview !== null,
      })),
    ],
    slots: slots.map(({ name }) => name),
    models: await knownModels(db, actor, slots),
    agents: await knownAgents(db, workspaceId, pinned),
    secrets: stored.map(({ name }) => name),
    tools: await knownTools(db, workspaceId),
    prompts: await knownPrompts(db, workspaceId),
  };
}

const offline = { id: "offline", name: providerOf("offline").definition.title, ready: true };
