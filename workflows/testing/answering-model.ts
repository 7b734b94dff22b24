import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage, AIMessageChunk, type BaseMessage } from "@langchain/core/messages";

/**
 * A model that gives these answers, one a call: an object by the tool that LangChain binds for structured output, a text
 * as a text. `asked` holds what it was sent.
 */
export class AnsweringModel extends BaseChatModel {
  readonly asked: BaseMessage[][] = [];
  private readonly answers: (object | string)[];

  constructor(...answers: (object | string)[]) {
    super({});
    this.answers = answers;
  }

  override _llmType() {
    return "answering";
  }

  override bindTools() {
    return this;
  }

  override async _generate(messages: BaseMessage[]) {
    const answer = this.answers[this.asked.length];
    this.asked.push([...messages]);
    if (answer === undefined) throw new Error(`There is no answer to call ${this.asked.length}.`);
    if (typeof answer === "string")
      return { generations: [{ text: answer, message: new AIMessage(answer) }] };
    const tool_calls = [{ id: "c", name: "answer", args: { ...answer } }];
    return { generations: [{ text: "", message: new AIMessageChunk({ content: "", tool_calls }) }] };
  }
}

/** The services of a node whose model is this one. */
export function askedOf(model: BaseChatModel) {
  return { models: { resolve: async () => model } };
}
