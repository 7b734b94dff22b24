import {
  type AgentMiddleware,
  createMiddleware,
  modelCallLimitMiddleware,
  toolCallLimitMiddleware,
  toolErrorMiddleware,
  toolRetryMiddleware,
} from "langchain";
import { isAppError } from "@/workflows/errors/app-error";
import { isWorthRetrying } from "@/workflows/errors/worth-retrying";
import { type ToolEntry, toolName } from "@/workflows/tools/tool-entry";
import type { ModelChoice } from "../model-call.server";
import type { ModelLadder } from "../model-ladder.server";

/** How often the agent may call the model and its tools in one visit. */
export function limits(config: {
  maxModelCalls: number;
  maxToolCalls?: number | undefined;
}): AgentMiddleware[] {
  const calls = modelCallLimitMiddleware({ runLimit: config.maxModelCalls, exitBehavior: "error" });
  if (config.maxToolCalls === undefined) return [calls];
  return [calls, toolCallLimitMiddleware({ runLimit: config.maxToolCalls, exitBehavior: "continue" })];
}

/** Each model call of the agent goes down the ladder of its models, and the next one starts where this one ended. */
export function fallbacks(config: ModelChoice, models: ModelLadder): AgentMiddleware[] {
  if (config.fallbacks.length === 0) return [];
  const wrapModelCall: AgentMiddleware["wrapModelCall"] = (request, handler) =>
    models.ask((model) => Promise.resolve(handler({ ...request, model })));
  return [createMiddleware({ name: "fallbackModels", wrapModelCall })];
}

/** Failing tools are tried again as their entry says; then the model is told and may go on without. */
export function toolFailures(tools: readonly ToolEntry[]): AgentMiddleware[] {
  const retries = tools
    .filter((entry) => entry.attempts > 1)
    .map((entry) =>
      toolRetryMiddleware({
        tools: [toolName(entry)],
        maxRetries: entry.attempts - 1,
        initialDelayMs: 250,
        jitter: true,
        retryOn: isWorthRetrying,
        onFailure: "error",
      }),
    );
  return [toolErrorMiddleware({ onError: tellModel }), ...retries];
}

/** A stopped run is no failure of the tool; everything else the model should know, in plain words. */
function tellModel(error: unknown): string | undefined {
  if (!(error instanceof Error)) return `Error: ${String(error)}`;
  if (error.name === "AbortError") return undefined;
  const hint = isAppError(error) && error.details.hint ? ` ${error.details.hint}` : "";
  return `Error: ${error.message}${hint}`;
}
