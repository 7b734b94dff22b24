import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage, type BaseMessage } from "@langchain/core/messages";
import type { ChatResult } from "@langchain/core/outputs";

/** Two numbers with a sign between them. */
const sum = /\(?\d[\d.\s()+*/^-]*[+*/^-][\d.\s()+*/^-]*\d\)?/;

/**
 * Stands in for a model where no key is there yet. It follows fixed rules and is not an AI: it calculates by a tool
 * named `calculator` where it has one, and otherwise repeats what it was told. Put a real model in its place in
 * `models.ts`.
 */
export class OfflineModel extends BaseChatModel {
  private tools: string[] = [];

  constructor() {
    super({});
  }

  override _llmType(): string {
    return "offline";
  }

  override bindTools(tools: { name?: unknown }[]): this {
    // Tools are bound to a copy, as with every other model.
    const bound = new OfflineModel();
    bound.tools = tools.map((tool) => String(tool.name));
    return bound as this;
  }

  override async _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const message = this.answer(messages.at(-1));
    return { generations: [{ message, text: message.text }] };
  }

  private answer(last: BaseMessage | undefined): AIMessage {
    const said = last?.text ?? "";
    if (last?.getType() === "tool") return new AIMessage(`The result is ${said}.`);
    const expression = sum.exec(said)?.[0];
    if (!expression || !this.tools.includes("calculator")) return new AIMessage(`I read: ${said}`);
    const call = { id: "call_1", name: "calculator", args: { expression }, type: "tool_call" as const };
    return new AIMessage({ content: "", tool_calls: [call] });
  }
}
