import { readDocument } from "@/lib/agents/graph";
import { documentOf } from "@/lib/agents/published";
import type { Database } from "@/lib/db/database";
import { type TestOptions, testOptionsSchema } from "@/workflows/graph/test-options";
import type { GraphSource } from "../compiled-agents";

/** What names the graph of a run. */
export interface RunGraph {
  id: string;
  workspaceId: string;
  agentId: string;
  version: number | null;
  draftRevision: number | null;
  /** Stored document of a draft's run. */
  document: unknown;
  /** Stored options of a test run; null is a whole run. */
  testOptions: unknown;
}

/** The graph as the run ran it, whatever has become of the agent since. */
export function graphSource(db: Database, run: RunGraph): GraphSource {
  const { workspaceId, agentId, version, document } = run;
  if (version === null) {
    // What state it begins with makes it no other graph.
    const { state: _state, ...options } = testOptionsSchema.parse(run.testOptions ?? {});
    return {
      workspaceId,
      agentId,
      key: draftKey(run, options),
      load: async () => readDocument(document),
      options,
    };
  }
  return {
    workspaceId,
    agentId,
    key: `${agentId}@${version}`,
    load: () => documentOf(db, agentId, version),
    options: {},
  };
}

/** A draft never comes back to a revision with another graph. */
function draftKey({ id, agentId, draftRevision }: RunGraph, options: TestOptions): string {
  return draftRevision === null ? id : `${agentId}~${draftRevision} ${JSON.stringify(options)}`;
}
