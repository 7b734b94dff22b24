import type { Json, JsonObject } from "@/workflows/graph/json";
import type { Divergence } from "@/workflows/recording/divergence";
import type { ChildUsage, InterruptAnswer, InterruptPayload, KeptFrom, RunProblem } from "./event";
import type { HttpExchange } from "./http-exchange";
import type { LeftOut, SpanPart } from "./lean/span-part";
import type { PlainMessage } from "./message";
import type { ModelRequest, PriceUsed } from "./model-request";
import type { RunStatus } from "./run-status";
import type { Usage } from "./usage";

export type NodeStatus = "running" | "done" | "waiting" | "failed";

/** Sum of what model calls cost; `unknownCalls` counts those without a known price. */
export interface Cost {
  micros: number;
  unknownCalls: number;
}

/** What the canvas shows on a node. */
export interface NodeView {
  status: NodeStatus;
  visits: number;
  /** Milliseconds spent in finished visits, pauses included. */
  ms: number;
  startedAt?: number;
  tokens: number;
  cost: Cost;
  /** Text streaming out of the node's model calls in the current or last visit. */
  text: string;
  /** The visit whose text it is, where several run at once for entries of a list. */
  textOf?: string;
  problem?: RunProblem;
}

/** An attempt of a node's visit that failed. */
export interface Attempt {
  attempt: number;
  ts: number;
  problem: RunProblem;
  willRetry: boolean;
}

/** A bar of the waterfall: a node visit, one entry of its list, a model, tool or HTTP call, or a called run. */
export interface Span {
  id: string;
  parentId?: string;
  kind: "node" | "item" | "model" | "tool" | "http" | "run";
  name: string;
  nodeId?: string;
  visit?: number;
  /** Which entry of how many; the index counts from 0. */
  item?: { index: number; count: number };
  status: NodeStatus;
  startedAt: number;
  endedAt?: number;
  /** Time to first token, milliseconds; model spans. */
  firstTokenMs?: number;
  input?: Json;
  output?: Json;
  messages?: PlainMessage[];
  message?: PlainMessage;
  text?: string;
  usage?: Usage | null;
  costMicros?: number | null;
  /** Of a model call: whose model it was, with what settings and tools it was asked. */
  provider?: string;
  request?: ModelRequest;
  /** What the provider said beside the message, in its own words. */
  response?: JsonObject;
  finishReason?: string;
  /** What its tokens cost when it was made. */
  price?: PriceUsed;
  /** Where the model was not asked. */
  kept?: KeptFrom;
  /** Of an HTTP call. */
  http?: HttpExchange;
  /** Attempts of the visit that failed. */
  attempts?: Attempt[];
  /** Parts that are not in here because of their size; they are read by themselves. */
  left?: Partial<Record<SpanPart, LeftOut>>;
  port?: string;
  /** Edges that the visit took. */
  edgeIds?: string[];
  /** Of a tool call: the id under which the model asked for it. */
  toolCallId?: string;
  /** The run that was called; its own trace has what happened in it. */
  run?: { id: string; agentId: string; version: number };
  /** What the called run used, with those that it called; known once it has ended. */
  used?: ChildUsage;
  /** The node did not run: its pinned result stood in for it. */
  pinned?: true;
  problem?: RunProblem;
}

export interface CheckpointView {
  checkpointId: string;
  step: number;
  ts: number;
  next: string[];
}

export interface InterruptView {
  id: string;
  nodeId: string;
  visit: number;
  /** The visit that waits; where a node runs for several entries at once, its number alone would not tell. */
  spanId: string;
  payload: InterruptPayload;
  startedAt: number;
  answer?: InterruptAnswer;
  answeredBy?: string;
  answeredAt?: number;
}

export interface LogLine {
  ts: number;
  level: string;
  message: string;
  nodeId?: string;
  /** The visit that wrote it. */
  spanId?: string;
}

/** A run as screens, server and tests see it: a pure fold of its events. */
export interface RunView {
  runId: string;
  /** Number of the last event folded in; ask for events after it. */
  seq: number;
  status: RunStatus;
  startedAt?: number;
  endedAt?: number;
  input?: JsonObject;
  output?: Json;
  /** Values of the run that are not in here because of their size. */
  left?: Partial<Record<"input" | "output", LeftOut>>;
  problem?: RunProblem;
  nodes: Record<string, NodeView>;
  /** How often each edge was taken. */
  edges: Record<string, number>;
  spans: Span[];
  checkpoints: CheckpointView[];
  interrupts: InterruptView[];
  logs: LogLine[];
  tokens: { input: number; output: number; cached: number };
  cost: Cost;
  /** Where a replay left its recording first. */
  diverged?: Divergence & { nodeId?: string; visit?: number };
}
