import { type BaseMessage, HumanMessage } from "@langchain/core/messages";
import { toLangChainMessages } from "@/workflows/events/plain-message.server";
import { renderTemplate } from "@/workflows/expressions/template";
import type { State } from "./execute";
import type { ModelConfig } from "./model-fields";

export interface ModelChoice {
  model: string;
  /** Asked in their order where the model before fails for good. */
  fallbacks: readonly { model: string }[];
  temperature?: number | undefined;
  maxTokens?: number | undefined;
}

/** What the model is sent after its instructions: the conversation, then the prompt as the last user message. */
export function conversationOf(config: ModelConfig, state: State): BaseMessage[] {
  const conversation = config.messages ? toLangChainMessages(state[config.messages]) : [];
  if (!config.prompt.trim()) return conversation;
  return [...conversation, new HumanMessage(renderTemplate(config.prompt, state))];
}

/** Where an answer goes: new messages to the conversation, the value to the output channel. */
export function answerUpdate(
  config: ModelConfig,
  added: BaseMessage[],
  value: unknown,
): Record<string, unknown> {
  return {
    ...(config.messages ? { [config.messages]: added } : {}),
    ...(config.output ? { [config.output]: value } : {}),
  };
}
