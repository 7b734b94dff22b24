import type { RunnableConfig } from "@langchain/core/runnables";
import type { InterruptAnswer, InterruptPayload, RunProblem } from "@/workflows/events/event";
import type { Failure } from "@/workflows/expressions/failure";
import type { Channel } from "@/workflows/graph/channel";
import type { Json } from "@/workflows/graph/json";
import type { Principal } from "@/workflows/graph/principal";
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
  /** For whom the run is made; absent where that is not known. */
  onBehalfOf?: Principal | undefined;
  /** That member or visitor, by id; absent where another system started the run. */
  person?: string | undefined;
  /** The document's channels. */
  channels: Readonly<Record<string, Channel>>;
  /** Aborts on cancel, node timeout and lost lease. Pass it to everything that waits. */
  signal: AbortSignal;
  /** When the node's time limit ends this attempt, milliseconds since the epoch; absent: it has none. */
  deadline?: number | undefined;
  /** Hand it to every LangChain call, so that its callbacks (spans, tokens, usage) reach the trace. */
  config: RunnableConfig;
  /** Stable across retries and resumes: `run:node:visit:call`. */
  callKey(call: string | number): string;
  /**
   * Runs the graph inside the node, from these values of its channels to its end. Pauses travel by throwing, as with
   * `interrupt`.
   */
  runInside(given: State): Promise<InsideEnd>;
  /**
   * Runs the graph inside the node once for each entry, several at once. What an entry came to is stored as soon as it
   * is there. Pauses travel by throwing; the other entries go on beside them.
   */
  runEach(each: EachOptions): Promise<ItemEnd[]>;
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

/** What the graph inside a node is to run for. */
export interface EachOptions {
  items: readonly {
    /** Values of its channels to begin with. */
    given: State;
    /** A few words that tell it from the others. */
    label: string;
  }[];
  /** The channel inside whose last value is what an entry comes to. */
  collect: string;
  /** How many run at the same time. */
  places: number;
  /** Whether the others run on where one fails. */
  keepsGoing: boolean;
}

/** What an entry came to, or why it failed. */
export type ItemEnd = { index: number } & (
  | { value: Json; problem?: undefined }
  | { problem: RunProblem; value?: undefined }
);

export type NodeRun = (state: State, context: NodeContext) => Promise<NodeResult>;

/** Prepared once per compiled version; the returned function runs once per visit. */
export type NodeExecute<Config> = (config: Config, services: NodeServices) => NodeRun;
