import { ChatAnthropic } from "@langchain/anthropic";
import { AIMessageChunk } from "@langchain/core/messages";
import type { ChatGenerationChunk } from "@langchain/core/outputs";

type Fields = ConstructorParameters<typeof ChatAnthropic>[0] & object;
type CallOptions = Parameters<ChatAnthropic["invocationParams"]>[0];
type StreamArguments = Parameters<ChatAnthropic["_streamResponseChunks"]>;

/**
 * ChatAnthropic whose streamed usage is what Anthropic bills. Anthropic's `message_delta` counts output tokens from
 * the start of the message; LangChain adds to it those that `message_start` already reported.
 */
export class CountedAnthropic extends ChatAnthropic {
  private readonly cachePrompt: boolean;

  // LangChain makes configured copies by `new this.constructor(fields)`.
  constructor(fields: Fields & { cachePrompt?: boolean }) {
    super(fields);
    this.cachePrompt = fields.cachePrompt ?? false;
  }

  /** @see https://docs.anthropic.com/en/docs/build-with-claude/prompt-caching */
  override invocationParams(options?: CallOptions): ReturnType<ChatAnthropic["invocationParams"]> {
    if (!this.cachePrompt) return super.invocationParams(options);
    const cached: CallOptions = { cache_control: { type: "ephemeral" }, ...options };
    return super.invocationParams(cached);
  }

  override async *_streamResponseChunks(...args: StreamArguments): AsyncGenerator<ChatGenerationChunk> {
    for await (const chunk of super._streamResponseChunks(...args)) {
      dropFirstCount(chunk.message);
      yield chunk;
    }
  }
}

/** The chunk of `message_start` is the one that reports input tokens. */
function dropFirstCount(message: unknown): void {
  if (!AIMessageChunk.isInstance(message) || !message.usage_metadata?.input_tokens) return;
  const usage = message.usage_metadata;
  message.usage_metadata = { ...usage, output_tokens: 0, total_tokens: usage.input_tokens };
}
