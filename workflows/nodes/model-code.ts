import { isFixed, templateCode } from "@/workflows/code/write/expression";
import { key, literal, property } from "@/workflows/code/write/literal";
import type { NodeScope } from "@/workflows/code/write/scope";
import type { ModelConfig } from "./model-fields";

/** `chatModel("openai/gpt", { temperature: 0 })` */
export function chatModelCode(
  config: {
    model: string;
    fallbacks: readonly { model: string }[];
    temperature?: number | undefined;
    maxTokens?: number | undefined;
  },
  scope: NodeScope,
): string {
  if (config.fallbacks.length > 0) {
    scope.note(
      `Only ${config.model} is asked: its fallback models (${config.fallbacks.map(({ model }) => model).join(", ")}) are not part of this code.`,
    );
  }
  scope.use("./models", "chatModel");
  scope.model(config.model);
  const { temperature, maxTokens } = config;
  const settings = {
    ...(temperature === undefined ? {} : { temperature }),
    ...(maxTokens === undefined ? {} : { maxTokens }),
  };
  const more = Object.keys(settings).length > 0 ? `, ${literal(settings)}` : "";
  return `chatModel(${literal(config.model)}${more})`;
}

/** Items of the list of messages that a model is sent after its instructions. */
export function conversationCode(config: ModelConfig, scope: NodeScope): string[] {
  const items: string[] = [];
  if (config.messages) {
    scope.use("./lib/events/plain-message", "toLangChainMessages");
    items.push(`...toLangChainMessages(state${property(config.messages)})`);
  }
  if (config.prompt.trim()) {
    scope.use("@langchain/core/messages", "HumanMessage");
    items.push(`new HumanMessage(${templateCode(config.prompt, scope)})`);
  }
  return items;
}

/** The instructions: lines before the call, and what stands for them in a list of messages. */
export function systemCode(config: ModelConfig, scope: NodeScope): { lines: string[]; items: string[] } {
  if (!config.system.trim()) return { lines: [], items: [] };
  scope.use("@langchain/core/messages", "SystemMessage");
  const text = templateCode(config.system, scope);
  if (isFixed(config.system)) return { lines: [], items: [`new SystemMessage(${text})`] };
  return {
    lines: [`const system = ${text};`],
    items: ["...(system.trim() ? [new SystemMessage(system)] : [])"],
  };
}

/** `{ messages: added, output: value }`, of which a node has one or both. */
export function answerCode(config: ModelConfig, added: string, value: string): string {
  const parts = [
    ...(config.messages ? [`${key(config.messages)}: ${added}`] : []),
    ...(config.output ? [`${key(config.output)}: ${value}`] : []),
  ];
  return parts.length > 0 ? `{ ${parts.join(", ")} }` : "{}";
}
