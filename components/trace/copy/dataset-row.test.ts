import { expect, it } from "vitest";
import type { Span } from "@/workflows/events/run-view";
import { datasetRow } from "./dataset-row";

const span: Span = {
  id: "s",
  kind: "tool",
  name: "look",
  status: "done",
  startedAt: 0,
  nodeId: "ask",
  visit: 2,
};
const row = (more: Partial<Span>) => JSON.parse(datasetRow("run_1", { ...span, ...more }));

it("is one line with what went in, what came out and where it is from", () => {
  const text = datasetRow("run_1", { ...span, input: { q: "two\nlines" }, output: 3 });
  expect(text).not.toContain("\n");
  expect(JSON.parse(text)).toEqual({
    input: { q: "two\nlines" },
    output: 3,
    metadata: { run: "run_1", span: "s", kind: "tool", name: "look", node: "ask", visit: 2 },
  });
});

it("of a model call has its messages and its answer", () => {
  const messages = [{ role: "user" as const, content: "Hi" }];
  const message = { role: "assistant" as const, content: "Hello" };
  expect(
    row({ kind: "model", name: "gpt", provider: "openai", messages, message, costMicros: 4 }),
  ).toMatchObject({
    input: { messages },
    output: message,
    metadata: { provider: "openai", model: "gpt", cost_micros: 4 },
  });
});

it("of what failed says so", () => {
  const problem = { code: "tool_failed", message: "No." };
  expect(row({ status: "failed", problem })).toMatchObject({ output: null, metadata: { problem } });
});
