import type { AgentRow } from "@/lib/agents/agent-row";
import { readDocument } from "@/lib/agents/graph";
import type { Queryable } from "@/lib/db/database";
import { wouldFill } from "@/lib/prompts/would-fill";
import { semanticHash } from "@/workflows/graph/canonical";
import type { GraphDocument } from "@/workflows/graph/document";

/** What a result has to be of to say something about an agent's draft. */
export interface DraftNow {
  graphHash: string;
  /** What it takes from the prompt library, as `<prompt>@<version>`. */
  prompts: readonly string[];
}

export async function draftNow(
  db: Queryable,
  agent: Pick<AgentRow, "workspaceId" | "draft">,
  document: GraphDocument = readDocument(agent.draft),
): Promise<DraftNow> {
  return {
    graphHash: semanticHash(document),
    prompts: await wouldFill(db, agent.workspaceId, document),
  };
}
