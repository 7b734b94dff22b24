import { AIMessage, type BaseMessage } from "@langchain/core/messages";
import type { ChatGenerationChunk } from "@langchain/core/outputs";
import { z } from "zod";

/** What a guard has to know of the pieces of a streamed answer. */
export interface StreamSigns<Chunk> {
  /** Something of the answer itself; providers begin with a piece that only says that they begin. */
  isToken(this: void, chunk: Chunk): boolean;
  /** The provider says that this is all. Without it an answer is cut off, however cleanly its connection closed. */
  isEnd(this: void, chunk: Chunk): boolean;
  /** Tokens that it reports, to be added to those of other pieces. */
  tokens(this: void, chunk: Chunk): number;
}

export const chunkSigns: StreamSigns<ChatGenerationChunk> = {
  isToken: ({ message }) => {
    const calls = "tool_call_chunks" in message ? message.tool_call_chunks : undefined;
    return message.content.length > 0 || (Array.isArray(calls) && calls.length > 0);
  },
  isEnd: ({ message, generationInfo }) => {
    const { response_metadata: metadata, additional_kwargs: more } = message;
    const facts: Record<string, unknown> = { ...more, ...metadata, ...generationInfo };
    const { finish_reason, stop_reason, status, finishReason, messageStop, done } = facts;
    const said = [finish_reason, stop_reason, status];
    // Bedrock's and Ollama's last words.
    if (messageStop || done === true) return true;
    // LangChain ends every stream of Google's with "stop"; Google itself says "STOP".
    return said.some(isText) || (isText(finishReason) && finishReason !== "stop");
  },
  tokens: ({ message }) => tokensOf(message),
};

export const eventSigns: StreamSigns<{ event: string }> = {
  isToken: ({ event }) => event === "content-block-delta",
  isEnd: ({ event }) => event === "message-finish",
  tokens: (event) => finished.safeParse(event).data?.usage.total_tokens ?? 0,
};

const finished = z.object({
  event: z.literal("message-finish"),
  usage: z.object({ total_tokens: z.number() }),
});

/** Tokens that a message reports, both ways together; 0 where it reports none. */
export function tokensOf(message: BaseMessage): number {
  return AIMessage.isInstance(message) ? (message.usage_metadata?.total_tokens ?? 0) : 0;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
