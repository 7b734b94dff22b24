import type { StructuredToolInterface } from "@langchain/core/tools";
import type { NodeServices } from "@/workflows/runtime/ports";

/** What a tool may know of the node that uses it. */
export interface ToolContext {
  signal: AbortSignal;
  /** Published agents on the call path above this run. */
  depth: number;
  /** Stable across retries and resumes, for calls that must not happen twice. */
  callKey(call: string | number): string;
  log(level: "debug" | "info" | "warn" | "error", message: string): void;
}

/** What LangChain tells a tool of the call that it answers. */
export interface ToolRuntime {
  toolCall?: { id?: string };
}

/** Makes the tool that LangChain hands to a model; a tool throws where it fails, and the agent tells the model. */
export type ToolMake<Config> = (
  config: Config,
  services: NodeServices,
  context: ToolContext,
) => StructuredToolInterface;
