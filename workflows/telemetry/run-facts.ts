import type { RunOrigin } from "@/workflows/events/run-origin";
import type { RunTrace } from "./run-trace";

/** What is told of a run beside its events. */
export interface RunFacts {
  runId: string;
  threadId: string;
  workspaceId: string;
  agentId: string;
  agentName: string;
  /** A published version; null: the draft ran. */
  version: number | null;
  draftRevision: number | null;
  source: string;
  /** Milliseconds since the epoch: when it was asked for. */
  createdAt: number;
  trace: RunTrace | null;
  /** The run that it was made from, with that one's trace. */
  origin: (Pick<RunOrigin, "kind" | "runId"> & { trace: RunTrace | null }) | null;
  /** Run that called it. */
  parentRunId: string | null;
}

/** How much is told. */
export interface Telling {
  /** Also what people, models and tools said, as the app shows it. */
  content: boolean;
}
