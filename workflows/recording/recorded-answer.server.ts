import {
  AIMessage,
  AIMessageChunk,
  type AIMessageChunkFields,
  type BaseMessage,
} from "@langchain/core/messages";
import { type ChatGeneration, ChatGenerationChunk } from "@langchain/core/outputs";
import { z } from "zod";
import { type Json, jsonObjectSchema } from "@/workflows/graph/json";

/** What LangChain itself stores of a message, in its order; written by `writeAnswer` alone. */
const fieldsSchema = z.custom<AIMessageChunkFields>(
  (value) => typeof value === "object" && value !== null && "content" in value,
);

const answerSchema = z.object({
  text: z.string(),
  message: fieldsSchema,
  generationInfo: jsonObjectSchema.optional(),
  llmOutput: jsonObjectSchema.optional(),
});
/** A model's whole answer as it is recorded: nothing of the message is left out. */
export type RecordedAnswer = z.infer<typeof answerSchema>;

/** Messages that a model was not asked for again: their use of tokens was paid for before. */
const played = new WeakSet<BaseMessage>();

export function wasPlayed(message: BaseMessage): boolean {
  return played.has(message);
}

export function writeAnswer({ message, text, generationInfo }: ChatGeneration, llmOutput?: unknown): unknown {
  const stored = message.toJSON();
  return { text, message: "kwargs" in stored ? stored.kwargs : {}, generationInfo, llmOutput };
}

/** @throws ZodError where it was recorded by a release that wrote it otherwise */
export function answerOf(json: Json): RecordedAnswer {
  return answerSchema.parse(json);
}

/** The answer as a whole message. */
export function readMessage({ message: fields }: RecordedAnswer): AIMessage {
  const { tool_call_chunks: _pieces, ...rest } = fields;
  return remembered(new AIMessage(rest));
}

/** The same as the only piece of a stream. */
export function readChunk({ text, message: fields, generationInfo }: RecordedAnswer): ChatGenerationChunk {
  const message = remembered(new AIMessageChunk(fields));
  return new ChatGenerationChunk({ text, message, ...(generationInfo && { generationInfo }) });
}

function remembered<Message extends BaseMessage>(message: Message): Message {
  played.add(message);
  return message;
}
