import { expect, test } from "vitest";
import type { InterruptSummary } from "@/lib/api/contract/runs";
import type { PlainMessage } from "@/workflows/events/message";
import { splitQuestion, timelineOf } from "./timeline";

const pause = (id: string): InterruptSummary => ({
  id,
  agentId: "agt_1",
  agentName: "Reviewed",
  runId: "run_1",
  threadId: "thr_1",
  nodeId: "check",
  nodeTitle: "Check",
  payload: { message: "Good?", answers: [], allowText: false },
  status: "waiting",
  answer: null,
  answeredBy: null,
  answeredAt: null,
  assignees: [],
  votes: [],
  comments: [],
  expiresAt: null,
  escalatesAt: null,
  mayAnswer: true,
  whyNot: null,
  createdAt: "2026-11-02T08:00:00.000Z",
});
const messagesOf = (...texts: string[]): PlainMessage[] =>
  texts.map((content) => ({ role: content.endsWith("?") ? "user" : "assistant", content }));

/** The order as words: messages by their text, pauses by their id, `…` for the text outside. */
function order(
  texts: string[],
  places: Record<string, number>,
  { pauses = Object.keys(places), since = 0 }: { pauses?: string[]; since?: number } = {},
): string {
  const turn = { pauses: Object.entries(places).map(([interruptId, after]) => ({ interruptId, after })) };
  return timelineOf(turn, messagesOf(...texts), pauses.map(pause), since)
    .map((entry) => {
      if (entry.kind === "message") return entry.message.content;
      return entry.kind === "pause" ? entry.pause.id : "…";
    })
    .join(" ");
}

test.each([
  ["a turn without pauses", order(["Q?", "A"], {}), "Q? A …"],
  ["a pause between two answers", order(["Q?", "A", "B"], { p: 2 }), "Q? A p B …"],
  ["pauses among answers", order(["Q?", "A", "B"], { p: 1, q: 2, r: 3 }), "Q? p A q B r …"],
  ["two pauses of one step", order(["Q?", "A", "B"], { p: 2, q: 2 }), "Q? A p q B …"],
  ["a pause before everything", order(["Q?", "A"], { p: 0 }), "p Q? A …"],
  ["a turn without messages", order([], { p: 0, q: 0 }), "p q …"],
  ["a pause that was not placed", order(["Q?", "A"], {}, { pauses: ["p"] }), "Q? A p …"],
  ["a question that is not stored", order(["Q?"], { p: 0, q: 3 }), "p Q? q …"],
])("%s", (_, shown, expected) => {
  expect(shown).toBe(expected);
});

test.each([
  ["stands before the pause that came after it", order(["Q?"], { p: 1 }, { since: 1 }), "Q? … p"],
  ["stands after pauses that came before it", order(["Q?", "A"], { p: 1, q: 2 }, { since: 1 }), "Q? p A … q"],
  [
    "stands first among pauses that all came after it",
    order(["Q?"], { p: 1, q: 1 }, { since: 2 }),
    "Q? … p q",
  ],
  ["stands before the pause that is shown, of several", order(["Q?"], { p: 1 }, { since: 3 }), "Q? … p"],
])("text outside the messages %s", (_, shown, expected) => {
  expect(shown).toBe(expected);
});

test.each([
  ["one message", messagesOf("Q?", "A"), ["Q?"]],
  ["several messages", messagesOf("Q?", "And?", "A", "Why?"), ["Q?", "And?"]],
  ["none", messagesOf("A"), []],
])("the question is what the turn begins with: %s", (_, messages, expected) => {
  const entries = timelineOf({ pauses: [] }, messages, [], 0);
  const { question, rest } = splitQuestion(entries);
  expect(question).toMatchObject(expected.map((content) => ({ message: { content } })));
  expect([...question, ...rest]).toEqual(entries);
});
