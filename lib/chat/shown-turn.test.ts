import { expect, test } from "vitest";
import type { Turn } from "@/lib/runs/service/turns";
import { shownTurn } from "./shown-turn";

const turn: Turn = {
  runId: "run_1",
  status: "error",
  input: { messages: "2 + 2?" },
  messages: [
    { id: "1", role: "user", content: "2 + 2?" },
    { id: "2", role: "assistant", content: "", toolCalls: [{ id: "c", name: "calculator", args: {} }] },
    { id: "3", role: "tool", content: "4", toolCallId: "c", name: "calculator" },
    { id: "4", role: "assistant", content: "4" },
    { id: "5", role: "assistant", content: "Four" },
  ],
  pauses: [],
  output: null,
  problem: { code: "http_failed", message: "db.internal refused" },
  queued: false,
  held: null,
  createdAt: "2026-11-02T08:00:00.000Z",
};

test.each([
  ["before everything", 0, 0],
  ["after the question", 1, 1],
  ["between a tool call and its result, which are not shown", 2, 1],
  ["after the first answer", 4, 2],
  ["at the end", 5, 3],
])("a pause %s stays there among the messages that are shown", (_, after, shown) => {
  const pauses = [{ interruptId: "int_1", after }];
  expect(shownTurn({ ...turn, pauses }).pauses).toEqual([{ interruptId: "int_1", after: shown }]);
});

test("why it failed stays inside", () => {
  expect(JSON.stringify(shownTurn(turn).problem)).not.toContain("db.internal");
});
