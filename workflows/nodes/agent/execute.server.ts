import { type BaseMessage, SystemMessage } from "@langchain/core/messages";
import { createAgent } from "langchain";
import { AppError } from "@/workflows/errors/app-error";
import { renderTemplate } from "@/workflows/expressions/template";
import { hidden } from "@/workflows/personal/hidden.server";
import type { MadeTool } from "@/workflows/tools/execute";
import { toolDefinitionOf } from "@/workflows/tools/registry";
import { makeTool } from "@/workflows/tools/registry.server";
import type { ToolEntry } from "@/workflows/tools/tool-entry";
import type { NodeContext, NodeExecute } from "../execute";
import { answerUpdate, attachedTo, conversationOf, kindsOf } from "../model-call.server";
import { ModelLadder } from "../model-ladder.server";
import { type AgentConfig, asksForTools } from "./definition";
import { handedOver, handoffTools } from "./handoff-tools.server";
import { receiversOf } from "./handoffs";
import { middlewareOf } from "./middleware.server";
import { thrownFirst } from "./thrown.server";
import { asksFirst } from "./tools";

/** LangChain's agent loop as one node: its steps are spans of this visit, not steps of the run. */
export const executeAgent: NodeExecute<AgentConfig> = (config, services) => async (state, context) => {
  const system = hidden(renderTemplate(config.system, state), config.personal);
  const given = conversationOf(config, state);
  const models = new ModelLadder(config, services, context, {
    shown: kindsOf(attachedTo(config, state)),
    needs: asksForTools(config) ? ["tools"] : [],
    messages: system.trim() ? [new SystemMessage(system), ...given] : given,
  });
  const ladderOf = (model: string | undefined) =>
    model ? new ModelLadder({ model, fallbacks: [] }, services, context) : models;
  const receivers = receiversOf(config.handoffs);
  const made = await Promise.all(config.tools.map((entry) => makeTool(entry, services, context)));
  const tools = config.tools.map((entry, at) => asked(entry, made[at]));
  const mayPause = asksFirst(tools) || tools.some(({ type }) => toolDefinitionOf(type).pauses !== undefined);
  const agent = createAgent({
    model: await models.first(),
    tools: [...made.map(({ tool }) => tool), ...handoffTools(receivers)],
    ...(system.trim() ? { systemPrompt: system } : {}),
    middleware: middlewareOf({ ...config, tools }, { state, context, models, ladderOf }),
    ...(mayPause ? {} : { checkpointer: false }),
  });
  const { messages, ...rest } = await run(
    () => agent.invoke({ messages: given }, callConfig(config, context, mayPause)),
    config,
  );
  const added = messages.slice(given.length);
  const todos = config.todoList && config.todosChannel ? { [config.todosChannel]: todosOf(rest) } : {};
  const next = handedOver(added, receivers);
  if (!next) return { update: { ...answerUpdate(config, added, answerOf(added)), ...todos } };
  return {
    port: next.port,
    update: {
      ...(config.messages && { [config.messages]: added }),
      ...(config.taskChannel && { [config.taskChannel]: next.task }),
      ...(config.activeChannel && { [config.activeChannel]: next.port }),
      ...todos,
    },
  };
};

async function run<Result>(call: () => Promise<Result>, config: AgentConfig): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    const first = thrownFirst(error);
    if (first instanceof Error && first.name === "ModelCallLimitMiddlewareError")
      throw outOfCalls(config, first);
    throw first;
  }
}

/** The workspace may want a person asked where the graph does not; it is asked as if the graph did. */
function asked(entry: ToolEntry, made: MadeTool | undefined): ToolEntry {
  return made?.asks ? { ...entry, approval: "always" } : entry;
}

/**
 * While it waits for a person, or for an agent that it called, the loop pauses. Its steps are then stored with the
 * run's, in the visit's own namespace: it goes on where it was, and no model call is made twice. All others need no
 * steps of their own. The call limit decides when it is too much, not the recursion limit of the loop inside.
 */
function callConfig(config: AgentConfig, context: NodeContext, mayPause: boolean) {
  const recursionLimit = 20 + 15 * config.maxModelCalls;
  // What a model decided is stored before its tools act on it.
  return { ...context.config, recursionLimit, ...(mayPause && { durability: "sync" as const }) };
}

function todosOf(state: object): unknown[] {
  return "todos" in state && Array.isArray(state.todos) ? state.todos : [];
}

function answerOf(added: BaseMessage[]): string {
  return added.findLast((message) => message.getType() === "ai")?.text ?? "";
}

function outOfCalls(config: AgentConfig, cause: Error): AppError {
  return new AppError(
    "node_failed",
    `The agent made ${config.maxModelCalls} model calls and still had no answer.`,
    { field: "maxModelCalls", hint: "Allow more model calls, or make the task or the tools clearer." },
    { cause },
  );
}
