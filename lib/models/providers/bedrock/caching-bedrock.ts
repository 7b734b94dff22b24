import { ChatBedrockConverse } from "@langchain/aws";
import { type BaseMessage, HumanMessage, SystemMessage } from "@langchain/core/messages";

type Fields = ConstructorParameters<typeof ChatBedrockConverse>[0] & object;
type StreamArguments = Parameters<ChatBedrockConverse["_streamResponseChunks"]>;
type GenerateArguments = Parameters<ChatBedrockConverse["_generate"]>;

const point = { type: "cachePoint", cachePoint: { type: "default" } };

/**
 * ChatBedrockConverse that asks for the beginning of prompts to be kept: up to the end of the instructions, and up to
 * what a person said last.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
 */
export class CachingBedrock extends ChatBedrockConverse {
  private readonly cachePrompt: boolean;

  // LangChain makes configured copies by `new this.constructor(fields)`.
  constructor(fields: Fields & { cachePrompt?: boolean }) {
    super(fields);
    this.cachePrompt = fields.cachePrompt ?? false;
  }

  override _generate(messages: BaseMessage[], ...rest: Rest<GenerateArguments>) {
    return super._generate(this.marked(messages), ...rest);
  }

  override async *_streamResponseChunks(messages: BaseMessage[], ...rest: Rest<StreamArguments>) {
    yield* super._streamResponseChunks(this.marked(messages), ...rest);
  }

  private marked(messages: BaseMessage[]): BaseMessage[] {
    if (!this.cachePrompt) return messages;
    const last = messages.findLastIndex((message) => HumanMessage.isInstance(message));
    return messages.map((message, index) => {
      if (SystemMessage.isInstance(message)) return new SystemMessage({ content: withPoint(message) });
      return index === last ? new HumanMessage({ content: withPoint(message) }) : message;
    });
  }
}

type Rest<Arguments extends unknown[]> = Arguments extends [unknown, ...infer Others] ? Others : never;

function withPoint({ content }: BaseMessage) {
  const parts = typeof content === "string" ? [{ type: "text" as const, text: content }] : content;
  return [...parts, point];
}
