import type { RunFacts } from "../run-facts";

/** What is known of a run that a program started. */
export const apiRun: RunFacts = {
  runId: "run_1",
  threadId: "thr_1",
  workspaceId: "ws_1",
  agentId: "agt_1",
  agentName: "Helper",
  version: 3,
  draftRevision: null,
  source: "api",
  createdAt: 0,
  trace: null,
  origin: null,
  parentRunId: null,
};
