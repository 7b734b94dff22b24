import { readDocument } from "@/lib/agents/graph";
import { documentOf } from "@/lib/agents/published";
import type { Database } from "@/lib/db/database";
import { testOptionsSchema } from "@/workflows/graph/test-options";
import type { GraphSource } from "../compiled-agents";

/** What names the graph of a run. */
export interface RunGraph {
  id: string;
  workspaceId: string;
  agentId: string;
  version: number | null;
  /** Stored document of a draft's run. */
  document: unknown;
  /** Stored options of a test run; null is a whole run. */
  testOptions: unknown;
}

/** The graph as the run ran it, whatever has become of the agent since. */
export function graphSource(db: Database, run: RunGraph): GraphSource {
  const { id, workspaceId, agentId, version, document } = run;
  if (version === null) {
    const options = testOptionsSchema.parse(run.testOptions ?? {});
    return { workspaceId, key: id, load: async () => readDocument(document), options };
  }
  return {
    workspaceId,
    key: `${agentId}@${version}`,
    load: () => documentOf(db, agentId, version),
    options: {},
  };
}
