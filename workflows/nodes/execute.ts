import type { RunnableConfig } from "@langchain/core/runnables";
import type { InterruptAnswer, InterruptPayload } from "@/workflows/events/event";
import type { Failure } from "@/workflows/expressions/failure";
import type { Channel } from "@/workflows/graph/channel";
import type { ChildReport, NodeServices } from "@/workflows/runtime/ports";

/** Channel values at the start of a superstep; messages channels hold LangChain messages. */
export type State = Readonly<Record<string, unknown>>;

/** What a node did: writes for the reducers, and the port it leaves by (default `out`). */
export interface NodeResult {
  update?: Record<string, unknown>;
  /** Values that take a channel's place whatever its reducer, e.g. what a person corrected. */
  overwrite?: Record<string, unknown>;
  port?: string;
  /** Why a node inside a subgraph left by its error port: later nodes may ask for it. */
  failure?: Failure;
}

export interface NodeContext {
  nodeId: string;
  /** 1 for the first time this run enters the node. */
  visit: number;
  /** 1 for the visit's first attempt since the run was taken up. */
  attempt: number;
  runId: string;
  threadId: string;
  /** Published agents on the call path above this run. */
  depth: number;
  /** The document's channels. */
  channels: Readonly<Record<string, Channel>>;
  /** Aborts on cancel, node timeout and lost lease. Pass it to everything that waits. */
  signal: AbortSignal;
  /** Hand it to every LangChain call, so that its callbacks (spans, tokens, usage) reach the trace. */
  config: RunnableConfig;
  /** Stable across retries and resumes: `run:node:visit:call`. */
  callKey(call: string | number): string;
  /**
   * Runs the graph inside the node, from these values of its channels to its end. Pauses travel by throwing, as with
   * `interrupt`.
   */
  runInside(given: State): Promise<InsideEnd>;
  /** Whether the node's policy makes another attempt after this failure. */
  willRetry(error: unknown): boolean;
  /** Pauses the run. Never wrap in try/catch: it works by throwing. */
  interrupt(request: InterruptPayload): InterruptAnswer;
  /** Tells the trace of a run that the node called; `parentSpanId` where that was not the node itself. */
  report(report: ChildReport, parentSpanId?: string): void;
  log(level: "debug" | "info" | "warn" | "error", message: string): void;
}

/** The channels inside a node as its graph ended. */
export interface InsideEnd {
  values: State;
  failure?: Failure | undefined;
}

export type NodeRun = (state: State, context: NodeContext) => Promise<NodeResult>;

/** Prepared once per compiled version; the returned function runs once per visit. */
export type NodeExecute<Config> = (config: Config, services: NodeServices) => NodeRun;
