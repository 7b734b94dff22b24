import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { EventBody } from "@/workflows/events/event";
import type { Usage } from "@/workflows/events/usage";
import type { Json, JsonObject } from "@/workflows/graph/json";
import type { HttpAnswer, HttpCall } from "@/workflows/http/http-call";

export interface ModelSettings {
  temperature?: number;
  maxTokens?: number;
  topP?: number;
  timeoutMs?: number;
}

/**
 * Metadata keys that every resolved chat model carries (`model.metadata`), so that the trace can name and price
 * its calls.
 */
export const modelMetadataKeys = { provider: "signalbox_provider", model: "signalbox_model" } as const;

/** Turns a model reference (`<connectionId>/<model>` or `offline/offline`) into a chat model. */
export interface ModelGateway {
  /** @throws AppError model_not_configured */
  resolve(reference: string, settings: ModelSettings): Promise<BaseChatModel>;
}

/** Outgoing HTTP behind the egress guard. */
export interface HttpGateway {
  /** @throws AppError egress_refused, http_failed, http_too_large */
  send(call: HttpCall): Promise<HttpAnswer>;
}

export interface CodeCall {
  /** Body of an async-free JavaScript function; sees `state` and returns a JSON value. */
  code: string;
  input: Json;
  timeoutMs: number;
  memoryMb: number;
  signal: AbortSignal;
}

export interface CodeAnswer {
  value: Json;
  logs: { level: "log" | "warn" | "error"; message: string }[];
}

/** JavaScript without network, host or clock beyond Date. */
export interface CodeSandbox {
  /** @throws AppError code_failed, code_timeout, code_memory */
  run(call: CodeCall): Promise<CodeAnswer>;
}

/** What is told of a called run, for the trace of its caller. */
export type ChildReport =
  | { type: "child.started"; data: ChildData<"child.started"> }
  | { type: "child.ended"; data: ChildData<"child.ended"> };
type ChildData<Type extends EventBody["type"]> = Omit<
  Extract<EventBody, { type: Type }>["data"],
  "spanId" | "parentSpanId"
>;

export interface AgentCall {
  slug: string;
  /** A published version; absent: the live one. */
  version?: number | undefined;
  /** A text, for the input that takes one, or the inputs by name. */
  given: { message: string } | { input: JsonObject };
  /** `run:node:visit:call`: made twice, it is one call. */
  callKey: string;
  signal: AbortSignal;
  /** Agents already on the call path, to refuse cycles. */
  depth: number;
  /** From the call to its end, pauses included. */
  timeoutMs?: number | undefined;
  report(report: ChildReport): void;
}

/** The called run pauses, or takes its time: nobody should hold a place while it does. */
export interface ChildWaits {
  runId: string;
  agentName: string;
  /** When the call's time limit is over, milliseconds since the epoch. */
  deadline?: number;
}

/** Another published agent, called as a run of its own. */
export interface AgentGateway {
  /**
   * Waits a short while for the called run's end.
   * @throws AppError not_found, tool_failed, or what the called run failed with
   */
  call(call: AgentCall): Promise<{ runId: string; output: Json } | ChildWaits>;
}

export interface SecretGateway {
  /** Plain text of a workspace secret by name. @throws AppError not_found */
  reveal(name: string): Promise<string>;
}

/** The outside world as a node sees it; one set per run, bound to its workspace. */
export interface NodeServices {
  models: ModelGateway;
  http: HttpGateway;
  code: CodeSandbox;
  agents: AgentGateway;
  secrets: SecretGateway;
}

/** What a model call costs, in micro-dollars; null where no price is known. */
export interface PriceGateway {
  price(provider: string, model: string, usage: Usage): number | null;
}
