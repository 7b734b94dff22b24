import type { Callbacks } from "@langchain/core/callbacks/manager";
import type { StructuredToolInterface } from "@langchain/core/tools";
import type { InterruptAnswer, InterruptPayload } from "@/workflows/events/interrupt";
import type { Principal } from "@/workflows/graph/principal";
import type { ChildReport, NodeServices } from "@/workflows/runtime/ports";

/** What a tool may know of the node that uses it. */
export interface ToolContext {
  signal: AbortSignal;
  /** Published agents on the call path above this run. */
  depth: number;
  /** For whom the run is made; absent where that is not known. */
  onBehalfOf?: Principal | undefined;
  /** The run, and the person for whom it is made where one is known. */
  runId?: string;
  person?: string | undefined;
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

export interface MadeTool {
  tool: StructuredToolInterface;
  /** The workspace wants a person asked before each call, whatever the graph says. */
  asks: boolean;
}

/**
 * Makes the tool that LangChain hands to a model; a tool throws where it fails, and the agent tells the model. What fails
 * in the making fails the node: the agent cannot be had as it was drawn.
 */
export type ToolMake<Config, Made = StructuredToolInterface> = (
  config: Config,
  services: NodeServices,
  context: ToolContext,
) => Made;
