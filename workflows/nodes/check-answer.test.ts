import { describe, expect, it } from "vitest";
import type { InterruptPayload } from "@/workflows/events/event";
import { answerProblem } from "./check-answer";

const channels = {
  draft: { type: "string", reducer: "replace" },
  chat: { type: "messages", reducer: "messages" },
  other: { type: "any", reducer: "replace" },
} as const;
const payload: InterruptPayload = {
  message: "?",
  editable: { draft: "Hi", chat: [] },
  answers: [{ id: "yes", label: "Yes", tone: "primary" }],
  allowText: false,
};

describe("a person's answer", () => {
  it.each([
    [{ answer: "yes" }],
    [{ answer: "yes", text: "", edits: {} }],
    [{ answer: "yes", edits: { draft: "Hello", chat: [{ role: "user", content: "Hi" }] } }],
  ])("is fine: %j", (answer) => {
    expect(answerProblem(payload, answer, channels)).toBeUndefined();
  });

  it.each([
    [{ answer: "no" }, "answer", /“no” is not one of the answers: yes/],
    [{ answer: "yes", text: "Hi" }, "text", /no free text/],
    [{ answer: "yes", edits: { draft: 1 } }, "edits.draft", /needs a text, got 1/],
    [{ answer: "yes", edits: { other: 1 } }, "edits.other", /may not be changed/],
    [{ answer: "yes", edits: { toString: 1 } }, "edits.toString", /may not be changed/],
    [{ answer: "yes", edits: { chat: ["Hi"] } }, "edits.chat", /needs messages/],
  ])("is refused: %j", (answer, field, message) => {
    expect(answerProblem(payload, answer, channels)).toMatchObject({
      field,
      message: expect.stringMatching(message),
    });
  });

  it("may have a text where that is allowed", () => {
    expect(
      answerProblem({ ...payload, allowText: true }, { answer: "yes", text: "Hi" }, channels),
    ).toBeUndefined();
  });
});

describe("an answer to a tool's call", () => {
  const schema = {
    type: "object",
    properties: { amount: { type: "integer", minimum: 1 } },
    required: ["amount"],
  };
  const call: InterruptPayload = {
    message: "?",
    tool: { name: "pay", purpose: "", args: { amount: 3 }, schema },
    answers: [
      { id: "approve", label: "Approve", tone: "primary" },
      { id: "reject", label: "Reject", tone: "danger" },
    ],
    allowText: true,
  };

  it.each([
    [{ answer: "approve" }],
    [{ answer: "approve", args: { amount: 4 } }],
    [{ answer: "reject", text: "Too much." }],
  ])("is fine: %j", (answer) => {
    expect(answerProblem(call, answer, {})).toBeUndefined();
  });

  it.each([
    [{ answer: "approve", args: { amount: 0 } }, /do not fit “pay”: amount: /],
    [{ answer: "approve", args: {} }, /do not fit “pay”: amount: /],
    [{ answer: "reject", args: { amount: 4 } }, /for an approved call alone/],
  ])("is refused: %j", (answer, message) => {
    const problem = { field: "args", message: expect.stringMatching(message) };
    expect(answerProblem(call, answer, {})).toMatchObject(problem);
  });

  it("brings no arguments where no tool is asked for", () => {
    expect(answerProblem(payload, { answer: "yes", args: {} }, channels)).toMatchObject({ field: "args" });
  });
});
