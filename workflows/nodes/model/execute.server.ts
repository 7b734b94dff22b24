import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { type AIMessage, type BaseMessage, SystemMessage } from "@langchain/core/messages";
import type { z } from "zod";
import { renderTemplate } from "@/workflows/expressions/template";
import type { NodeContext, NodeExecute } from "../execute";
import { answerUpdate, attachedTo, conversationOf, kindsOf } from "../model-call.server";
import { ModelLadder } from "../model-ladder.server";
import type { modelConfig } from "./definition";
import { structuredAnswer } from "./structured.server";
import { mostAgreed } from "./vote.server";

type Config = z.output<typeof modelConfig>;

export const executeModel: NodeExecute<Config> = (config, services) => async (state, context) => {
  const system = renderTemplate(config.system, state);
  const messages = [...(system.trim() ? [new SystemMessage(system)] : []), ...conversationOf(config, state)];
  const models = new ModelLadder(config, services, context, {
    shown: kindsOf(attachedTo(config, state)),
    needs: config.format === "json" ? ["json"] : [],
    messages,
  });
  const { message, value } = await models.ask((model) => agreed(config, model, messages, context));
  return { update: answerUpdate(config, [message], value) };
};

/** One answer, or the one that most of several agree on. */
async function agreed(
  config: Config,
  model: BaseChatModel,
  messages: BaseMessage[],
  context: NodeContext,
): Promise<{ message: AIMessage; value: unknown }> {
  const ask = () => answer(config, model, messages, context);
  if (config.samples === 1) return ask();
  const vote = await mostAgreed(config.samples, config.voteField ?? "", ask);
  context.log("info", `${vote.agreeing} of ${vote.given} answers agree.`);
  return vote.answer;
}

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
