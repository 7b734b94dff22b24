import { agents } from "@/drizzle/schema";
import type { Queryable } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import type { GraphDocument } from "@/workflows/graph/document";
import { slugCandidates } from "./slug";

interface NewAgent {
  workspaceId: string;
  name: string;
  description?: string;
  draft: GraphDocument;
  createdBy: string | null;
}

/** Stores an agent under the first free address made from its name. Returns its id. */
export async function insertAgent(db: Queryable, agent: NewAgent): Promise<string> {
  const id = newId("agent");
  for (const slug of slugCandidates(agent.name)) {
    const inserted = await db
      .insert(agents)
      .values({ ...agent, id, slug })
      .onConflictDoNothing({ target: agents.slug })
      .returning({ id: agents.id });
    if (inserted.length > 0) break;
  }
  return id;
}
