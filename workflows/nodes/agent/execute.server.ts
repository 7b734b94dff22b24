import type { BaseMessage } from "@langchain/core/messages";
import { createAgent } from "langchain";
import type { z } from "zod";
import { AppError } from "@/workflows/errors/app-error";
import { renderTemplate } from "@/workflows/expressions/template";
import { makeTool } from "@/workflows/tools/registry.server";
import type { NodeContext, NodeExecute } from "../execute";
import { answerUpdate, conversationOf } from "../model-call.server";
import { ModelLadder } from "../model-ladder.server";
import type { agentConfig } from "./definition";
import { fallbacks, limits, toolFailures } from "./middleware.server";

type Config = z.output<typeof agentConfig>;

/** LangChain's agent loop as one node: its steps are spans of this visit, not steps of the run. */
export const executeAgent: NodeExecute<Config> = (config, services) => async (state, context) => {
  const system = renderTemplate(config.system, state);
  const models = new ModelLadder(config, services, context);
  const agent = createAgent({
    model: await models.first(),
    tools: config.tools.map((entry) => makeTool(entry, services, context)),
    ...(system.trim() ? { systemPrompt: system } : {}),
    middleware: [...limits(config), ...fallbacks(config, models), ...toolFailures(config.tools)],
    ...(mayPause(config) ? {} : { checkpointer: false }),
  });
  const given = conversationOf(config, state);
  const { messages } = await run(
    () => agent.invoke({ messages: given }, callConfig(config, context)),
    config,
  );
  const added = messages.slice(given.length);
  return { update: answerUpdate(config, added, answerOf(added)) };
};

async function run<Result>(call: () => Promise<Result>, config: Config): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error && error.name === "ModelCallLimitMiddlewareError")
      throw outOfCalls(config, error);
    throw error;
  }
}

/**
 * While it waits for an agent that it called, the loop pauses. Its steps are then stored with the run's, in the visit's
 * own namespace: it goes on where it was, and no model call is made twice. All others need no steps of their own.
 */
function mayPause({ tools }: Config): boolean {
  return tools.some(({ type }) => type === "agent");
}

/** The call limit decides when it is too much, not the recursion limit of the loop inside. */
function callConfig(config: Config, context: NodeContext) {
  const recursionLimit = 20 + 10 * config.maxModelCalls;
  // What a model decided is stored before its tools act on it.
  return { ...context.config, recursionLimit, ...(mayPause(config) && { durability: "sync" as const }) };
}

function answerOf(added: BaseMessage[]): string {
  return added.findLast((message) => message.getType() === "ai")?.text ?? "";
}

function outOfCalls(config: Config, cause: Error): AppError {
  return new AppError(
    "node_failed",
    `The agent made ${config.maxModelCalls} model calls and still had no answer.`,
    { field: "maxModelCalls", hint: "Allow more model calls, or make the task or the tools clearer." },
    { cause },
  );
}
