import { describe, expect, it } from "vitest";
import { fakeContext } from "@/workflows/testing/fake-context";
import { nodeContract } from "@/workflows/testing/node-contract";
import { runNode } from "@/workflows/testing/run-node";
import { humanDefinition } from "./definition";

nodeContract("human");

const channels = {
  draft: { type: "string", reducer: "replace" },
  count: { type: "number", reducer: "replace" },
} as const;
const config = {
  message: "Send {{ draft }}?",
  show: ["count"],
  edit: ["draft"],
  answers: [
    { id: "send", label: "Send", tone: "primary" },
    { id: "drop", label: "Drop", tone: "danger" },
  ],
  allowText: true,
  textChannel: "why",
};
const state = { draft: "Hi", count: 2 };

describe("human", () => {
  it("asks with the message filled in, what to show, what to edit, and the answers", async () => {
    const context = fakeContext({ channels });
    await runNode("human", config, state, {}, context);
    expect(context.pauses).toEqual([
      {
        message: "Send Hi?",
        show: { count: 2 },
        editable: { draft: "Hi" },
        answers: config.answers,
        allowText: true,
      },
    ]);
  });

  it("leaves by the answer and writes its text and edits", async () => {
    const answer = { answer: "drop", text: " too short ", edits: { draft: "Hello" } };
    expect(await runNode("human", config, state, {}, fakeContext({ channels, answer }))).toEqual({
      port: "drop",
      update: { why: "too short" },
      overwrite: { draft: "Hello" },
    });
  });

  it.each([
    ["an answer it did not offer", { answer: "maybe" }, "answer"],
    ["an edit of another type", { answer: "send", edits: { draft: 3 } }, "edits.draft"],
    ["an edit of a channel that is only shown", { answer: "send", edits: { count: 3 } }, "edits.count"],
  ])("refuses %s", async (_, answer, field) => {
    await expect(
      runNode("human", config, state, {}, fakeContext({ channels, answer })),
    ).rejects.toMatchObject({
      code: "invalid_input",
      details: { field },
    });
  });

  it("has one port for each answer and may interrupt", () => {
    const parsed = humanDefinition.config.parse(config);
    expect(humanDefinition.ports(parsed).map(({ name, label, meaning }) => [name, label, meaning])).toEqual([
      ["send", "Send", "answer"],
      ["drop", "Drop", "answer"],
    ]);
    expect(humanDefinition.interrupts?.(parsed)).toBe(true);
  });
});
