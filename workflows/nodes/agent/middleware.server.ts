import {
  type AgentMiddleware,
  ClearToolUsesEdit,
  contextEditingMiddleware,
  createMiddleware,
  modelCallLimitMiddleware,
  todoListMiddleware,
  toolCallLimitMiddleware,
  toolErrorMiddleware,
  toolRetryMiddleware,
} from "langchain";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import { isWorthRetrying } from "@/workflows/errors/worth-retrying";
import { type ToolEntry, toolName } from "@/workflows/tools/tool-entry";
import { askStructured } from "../ask-structured.server";
import { answerProblem } from "../check-answer";
import type { NodeContext, State } from "../execute";
import type { ModelChoice } from "../model-call.server";
import type { ModelLadder } from "../model-ladder.server";
import { askBeforeTools } from "./approval.server";
import { approvalRules } from "./approval-rules";
import { distinctCallIds } from "./call-ids.server";
import type { AgentConfig } from "./definition";
import { handoffTool } from "./handoffs";
import { hidePersonal, withoutPersonal } from "./personal.server";
import { summarise } from "./summaries.server";
import { chooseTools } from "./tool-choice.server";

/** What the agent's settings ask for beside its model and tools. */
export interface MiddlewareParts {
  state: State;
  context: NodeContext;
  /** The models that answer. */
  models: ModelLadder;
  /** Those for a side task, by the reference that its setting names; without one the agent's own. */
  ladderOf: (reference: string | undefined) => ModelLadder;
}

/** The agent's middleware, outermost first. A call that waits for a person neither counts as failed nor is tried again. */
export function middlewareOf(config: AgentConfig, parts: MiddlewareParts): AgentMiddleware[] {
  return [
    ...approvals(config, parts),
    ...limits(config),
    ...planning(config, parts),
    ...shortening(config, parts),
    ...(config.personal.length > 0 ? [hidePersonal(config.personal, config.personalAnswers)] : []),
    ...fallbacks(config, parts.models),
    distinctCallIds(),
    ...toolFailures(config.tools),
  ];
}

function approvals(config: AgentConfig, { state, context }: MiddlewareParts): AgentMiddleware[] {
  const rules = approvalRules(config.tools);
  if (rules.length === 0) return [];
  return [
    askBeforeTools(rules, {
      state,
      ask: (question) => {
        const answer = context.interrupt(question);
        const problem = answerProblem(question, answer, {});
        if (problem) throw new AppError("invalid_input", problem.message, { field: problem.field });
        return answer;
      },
    }),
  ];
}

/** How often the agent may call the model and its tools in one visit. */
function limits({ maxModelCalls, maxToolCalls, tools }: AgentConfig): AgentMiddleware[] {
  const own = tools.flatMap((tool) =>
    tool.maxCalls === undefined ? [] : [{ toolName: toolName(tool), runLimit: tool.maxCalls }],
  );
  const all = maxToolCalls === undefined ? own : [{ runLimit: maxToolCalls }, ...own];
  return [
    modelCallLimitMiddleware({ runLimit: maxModelCalls, exitBehavior: "error" }),
    ...all.map((limit) => toolCallLimitMiddleware({ ...limit, exitBehavior: "continue" })),
  ];
}

function planning(config: AgentConfig, { context, ladderOf }: MiddlewareParts): AgentMiddleware[] {
  const { todoList, chooseTools: chooses, chooseMost, chooseModel, personal, handoffs } = config;
  const choice = () =>
    chooseTools({
      most: chooseMost,
      always: [...handoffs.map(handoffTool), ...(todoList ? ["write_todos"] : [])],
      ask: (schema, messages) =>
        ladderOf(chooseModel).ask((model) => askStructured(model, schema, messages, context.config)),
      seen: (messages) => withoutPersonal(messages, personal),
      log: (level, message) => context.log(level, message),
    });
  return [...(todoList ? [todoListMiddleware()] : []), ...(chooses ? [choice()] : [])];
}

function shortening(config: AgentConfig, { context, ladderOf }: MiddlewareParts): AgentMiddleware[] {
  const { summaryModel, summariseOver, summariseKeep, clearOver, clearKeep, personal } = config;
  const summaries = () =>
    summarise({
      over: summariseOver,
      keep: summariseKeep,
      ask: (messages) => ladderOf(summaryModel).ask((model) => model.invoke(messages, context.config)),
      seen: (messages) => withoutPersonal(messages, personal),
      log: (level, message) => context.log(level, message),
    });
  const edits = () => [
    new ClearToolUsesEdit({ trigger: { tokens: clearOver }, keep: { messages: clearKeep } }),
  ];
  return [
    ...(config.summarise ? [summaries()] : []),
    ...(config.clearResults ? [contextEditingMiddleware({ edits: edits() })] : []),
  ];
}

/** Each model call of the agent goes down the ladder of its models, and the next one starts where this one ended. */
function fallbacks(config: ModelChoice, models: ModelLadder): AgentMiddleware[] {
  if (config.fallbacks.length === 0) return [];
  const wrapModelCall: AgentMiddleware["wrapModelCall"] = (request, handler) =>
    models.ask((model) => Promise.resolve(handler({ ...request, model })));
  return [createMiddleware({ name: "fallbackModels", wrapModelCall })];
}

/** Failing tools are tried again as their entry says; then the model is told and may go on without. */
function toolFailures(tools: readonly ToolEntry[]): AgentMiddleware[] {
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
