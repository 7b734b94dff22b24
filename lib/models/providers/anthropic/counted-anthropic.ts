import { ChatAnthropic } from "@langchain/anthropic";
import { AIMessageChunk } from "@langchain/core/messages";
import type { ChatGenerationChunk } from "@langchain/core/outputs";

type StreamArguments = Parameters<ChatAnthropic["_streamResponseChunks"]>;

/**
 * ChatAnthropic whose streamed usage is what Anthropic bills. Anthropic's `message_delta` counts output tokens from
 * the start of the message; LangChain adds to it those that `message_start` already reported.
 */
export class CountedAnthropic extends ChatAnthropic {
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
