import type { Callbacks } from "@langchain/core/callbacks/manager";
import type { StructuredToolInterface } from "@langchain/core/tools";
import type { InterruptAnswer, InterruptPayload } from "@/workflows/events/interrupt";
import type { ChildReport, NodeServices } from "@/workflows/runtime/ports";

/** What a tool may know of the node that uses it. */
export interface ToolContext {
  signal: AbortSignal;
  /** Published agents on the call path above this run. */
  depth: number;
  /** Stable across retries and resumes, for calls that must not happen twice. */
  callKey(call: string | number): string;
  /** Tells the trace of a run that the tool called. */
  report(report: ChildReport, parentSpanId?: string): void;
  /** Pauses the run. Never wrap in try/catch: it works by throwing. */
  interrupt(request: InterruptPayload): InterruptAnswer;
  log(level: "debug" | "info" | "warn" | "error", message: string): void;
}

/** What LangChain tells a tool of the call that it answers. */
export interface ToolRuntime {
  toolCall?: { id?: string };
  /** Of the call's own span: what is below it. */
  callbacks?: Callbacks | undefined;
}

/** The span of a tool call, as the trace knows it. */
export function spanOf({ callbacks }: ToolRuntime): string | undefined {
  return callbacks && "getParentRunId" in callbacks ? callbacks.getParentRunId() : undefined;
}

/** Makes the tool that LangChain hands to a model; a tool throws where it fails, and the agent tells the model. */
export type ToolMake<Config> = (
  config: Config,
  services: NodeServices,
  context: ToolContext,
) => StructuredToolInterface;
