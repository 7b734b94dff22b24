import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { Usage } from "@/workflows/events/usage";
import type { Json } from "@/workflows/graph/json";
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

/** Another published agent, called as a tool. */
export interface AgentGateway {
  /** @throws AppError not_found, node_failed */
  call(input: {
    slug: string;
    message: string;
    callKey: string;
    signal: AbortSignal;
    /** Agents already on the call path, to refuse cycles. */
    depth: number;
  }): Promise<{ output: Json; runId: string }>;
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
