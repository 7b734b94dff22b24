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
    reasoning?: string | undefined;
    cachePrompt?: boolean | undefined;
  },
  scope: NodeScope,
): string {
  if ((config.reasoning ?? "default") !== "default")
    scope.note(`How much ${config.model} reasons is not part of this code: set it in src/models.ts.`);
  if (config.cachePrompt)
    scope.note(`That ${config.model} keeps the prompt's beginning is not part of this code.`);
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
export function conversationCode(
  config: Pick<ModelConfig, "messages" | "prompt" | "attachments">,
  scope: NodeScope,
): string[] {
  const prompt = config.prompt.trim() ? templateCode(config.prompt, scope) : null;
  if (config.messages) scope.use("./lib/events/plain-message", "toLangChainMessages");
  const conversation = config.messages ? [`toLangChainMessages(state${property(config.messages)})`] : [];
  if (config.attachments) {
    scope.use("./lib/nodes/model-call", "attachedTo", "withShown");
    const shown = `attachedTo({ attachments: ${literal(config.attachments)} }, state)`;
    return [`...withShown(${conversation[0] ?? "[]"}, ${prompt}, ${shown})`];
  }
  if (prompt !== null) scope.use("@langchain/core/messages", "HumanMessage");
  return [
    ...conversation.map((messages) => `...${messages}`),
    ...(prompt === null ? [] : [`new HumanMessage(${prompt})`]),
  ];
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
