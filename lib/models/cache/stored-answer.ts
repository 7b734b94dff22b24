import { randomUUID } from "node:crypto";
import { AIMessage, AIMessageChunk, type BaseMessage, isAIMessage } from "@langchain/core/messages";
import { ChatGenerationChunk } from "@langchain/core/outputs";
import { z } from "zod";
import { type KeptMark, keptMarkKey } from "@/workflows/events/trace/kept-mark.server";
import { finishReasonOf, usageOf } from "@/workflows/events/trace/usage.server";
import { usageSchema } from "@/workflows/events/usage";
import { jsonObjectSchema, jsonSchema } from "@/workflows/graph/json";

/** An answer as it is stored: what a model said, and what it took to say it. */
export const storedAnswerSchema = z.strictObject({
  content: z.union([z.string(), z.array(z.looseObject({ type: z.string() }))]),
  toolCalls: z.array(z.strictObject({ name: z.string(), args: jsonObjectSchema })),
  finishReason: z.string().optional(),
  usage: usageSchema.nullable(),
});
export type StoredAnswer = z.infer<typeof storedAnswerSchema>;

/** Characters of an answer as JSON; a longer one is not kept. */
const mostChars = 256_000;

/** Why providers say that an answer is whole. */
const whole: ReadonlySet<string> = new Set([
  "stop",
  "end_turn",
  "stop_sequence",
  "completed",
  "tool_calls",
  "tool_use",
  "function_call",
]);

/**
 * What is kept of an answer; nothing where it is not to be given again: it was cut short or refused, says nothing, or
 * calls tools of its own choice, which is a step of work and no answer.
 * @param forced whether the call was made to be answered by a tool, as structured answers are
 */
export function toStored(message: BaseMessage, forced: boolean): StoredAnswer | undefined {
  if (!isAIMessage(message)) return undefined;
  const { tool_calls: calls = [], invalid_tool_calls: invalid = [] } = message;
  const finishReason = finishReasonOf(message);
  if (finishReason !== undefined && !whole.has(finishReason.toLowerCase())) return undefined;
  if (invalid.length > 0 || (calls.length > 0 && !forced)) return undefined;
  if (calls.length === 0 && message.text.trim() === "") return undefined;
  const stored = storedAnswerSchema.safeParse({
    content: jsonSchema.safeParse(message.content).data,
    toolCalls: calls.map(({ name, args }) => ({ name, args })),
    ...(finishReason && { finishReason }),
    usage: usageOf(message),
  });
  if (!stored.success || JSON.stringify(stored.data).length > mostChars) return undefined;
  return stored.data;
}

/** Where it comes from, and how old it is. */
export type Kept = Pick<KeptMark, "match" | "ageMs" | "likeness"> & { answer: StoredAnswer };

/** A kept answer as a model gives it: with ids of its own, and nothing used. */
export function toMessage({ answer, ...kept }: Kept): AIMessage {
  return new AIMessage({
    content: answer.content,
    tool_calls: callsOf(answer).map((call) => ({ ...call, type: "tool_call" as const })),
    ...facts(answer, kept),
  });
}

/** Pieces of a streamed answer; a screen need not be told of more. */
const mostPieces = 100;

/** The same in pieces, as it would have come. */
export function* toChunks({ answer, ...kept }: Kept): Generator<ChatGenerationChunk> {
  const { content } = answer;
  if (typeof content !== "string") yield chunk("", new AIMessageChunk({ content: content }));
  else for (const text of pieces(content)) yield chunk(text, new AIMessageChunk({ content: text }));
  const calls = callsOf(answer).map(({ args, ...call }, index) => ({
    ...call,
    index,
    args: JSON.stringify(args),
    type: "tool_call_chunk" as const,
  }));
  const generationInfo = answer.finishReason === undefined ? {} : { finish_reason: answer.finishReason };
  const last = new AIMessageChunk({ content: "", tool_call_chunks: calls, ...facts(answer, kept) });
  yield new ChatGenerationChunk({ text: "", message: last, generationInfo });
}

function chunk(text: string, message: AIMessageChunk): ChatGenerationChunk {
  return new ChatGenerationChunk({ text, message });
}

function pieces(text: string): string[] {
  const words = text.match(/\s*\S+|\s+$/g) ?? [];
  const size = Math.max(1, Math.ceil(words.length / mostPieces));
  return Array.from({ length: Math.ceil(words.length / size) }, (_, at) =>
    words.slice(at * size, (at + 1) * size).join(""),
  );
}

function callsOf({ toolCalls }: StoredAnswer) {
  return toolCalls.map(({ name, args }) => ({ id: `call_${randomUUID().replaceAll("-", "")}`, name, args }));
}

function facts({ finishReason, usage }: StoredAnswer, kept: Omit<Kept, "answer">) {
  const mark: KeptMark = { ...kept, usage };
  return {
    usage_metadata: { input_tokens: 0, output_tokens: 0, total_tokens: 0 },
    response_metadata: {
      ...(finishReason === undefined ? {} : { finish_reason: finishReason }),
      [keptMarkKey]: mark,
    },
  };
}
