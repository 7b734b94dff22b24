import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { type AIMessage, type BaseMessage, SystemMessage } from "@langchain/core/messages";
import type { z } from "zod";
import { renderTemplate } from "@/workflows/expressions/template";
import type { NodeContext, NodeExecute } from "../execute";
import { answerUpdate, conversationOf } from "../model-call.server";
import { ModelLadder } from "../model-ladder.server";
import type { modelConfig } from "./definition";
import { structuredAnswer } from "./structured.server";

type Config = z.output<typeof modelConfig>;

export const executeModel: NodeExecute<Config> = (config, services) => async (state, context) => {
  const system = renderTemplate(config.system, state);
  const messages = [...(system.trim() ? [new SystemMessage(system)] : []), ...conversationOf(config, state)];
  const models = new ModelLadder(config, services, context);
  const { message, value } = await models.ask((model) => answer(config, model, messages, context));
  return { update: answerUpdate(config, [message], value) };
};

async function answer(
  config: Config,
  model: BaseChatModel,
  messages: BaseMessage[],
  context: NodeContext,
): Promise<{ message: AIMessage; value: unknown }> {
  if (config.format === "json" && config.schema) {
    return structuredAnswer(model, config.schema, messages, context.config);
  }
  const message = await model.invoke(messages, context.config);
  return { message, value: message.text };
}
