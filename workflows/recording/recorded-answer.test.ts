import { AIMessage, AIMessageChunk } from "@langchain/core/messages";
import { type ChatGeneration, ChatGenerationChunk } from "@langchain/core/outputs";
import { expect, test } from "vitest";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { answerOf, readChunk, readMessage, wasPlayed, writeAnswer } from "./recorded-answer.server";

/** As it comes back from the store. */
const stored = (generation: ChatGeneration, llmOutput?: unknown) =>
  answerOf(jsonSchema.parse(JSON.parse(JSON.stringify(writeAnswer(generation, llmOutput)))));

const usage_metadata = { input_tokens: 3, output_tokens: 2, total_tokens: 5 };
const fields = {
  content: [{ type: "text", text: "Good day" }],
  id: "run-1",
  tool_calls: [{ id: "c1", name: "look", args: { at: "sky" } }],
  response_metadata: { finish_reason: "stop" },
  additional_kwargs: { reasoning: "It is polite." },
  usage_metadata,
};

test("nothing of a message is left out", () => {
  const message = new AIMessage(fields);
  const generation = { text: "Good day", message, generationInfo: { logprobs: [0.5] } };
  const answer = stored(generation, { tokenUsage: 5 });
  expect(readMessage(answer).toJSON()).toEqual(message.toJSON());
  expect(answer).toMatchObject({ generationInfo: { logprobs: [0.5] }, llmOutput: { tokenUsage: 5 } });
});

test("an answer in pieces is read whole, and as the only piece of a stream", () => {
  const pieces = [
    new AIMessageChunk({ content: "Good ", id: "run-1" }),
    new AIMessageChunk({
      content: "day",
      tool_call_chunks: [{ id: "c1", name: "look", args: '{"at":"sky"}', index: 0 }],
      usage_metadata,
    }),
  ].map((message) => new ChatGenerationChunk({ text: message.text, message }));
  const answer = stored(pieces.reduce((all, piece) => all.concat(piece)));
  const chunk = readChunk(answer);
  expect(chunk).toMatchObject({ text: "Good day", message: { id: "run-1", usage_metadata } });
  const [call] = readMessage(answer).tool_calls ?? [];
  expect(call).toMatchObject({ id: "c1", name: "look", args: { at: "sky" } });
  expect(readMessage(answer)).not.toHaveProperty("tool_call_chunks");
});

test("a message that was read is known for a recorded one, a live one is not", () => {
  const message = new AIMessage(fields);
  const answer = stored({ text: "Good day", message });
  const given = [message, readMessage(answer), readChunk(answer).message];
  expect(given.map(wasPlayed)).toEqual([false, true, true]);
});

test.each<Json>([
  null,
  {},
  { text: "Hi" },
  { text: "Hi", message: {} },
  { text: 1, message: { content: "" } },
])("what is no answer is refused: %j", (json) => expect(() => answerOf(json)).toThrow());
