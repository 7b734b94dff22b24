import {
  AIMessage,
  type BaseMessage,
  HumanMessage,
  SystemMessage,
  ToolMessage,
} from "@langchain/core/messages";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnsweringModel, askedOf } from "@/workflows/testing/answering-model";
import { fakeContext } from "@/workflows/testing/fake-context";
import { nodeContract } from "@/workflows/testing/node-contract";
import { runNode } from "@/workflows/testing/run-node";
import { partsOf, roughTokens, transcript } from "../shorten.server";

nodeContract("summarise");

const call = () => new AIMessage({ content: "", tool_calls: [{ id: "c1", name: "look", args: { id: 42 } }] });
const made: Record<string, () => BaseMessage> = {
  s: () => new SystemMessage("Be kind."),
  u: () => new HumanMessage("A question"),
  a: () => new AIMessage("An answer"),
  c: call,
  t: () => new ToolMessage({ content: "found", tool_call_id: "c1" }),
};
const chat = (letters: string) =>
  letters.split("").map((letter) => made[letter]?.() ?? new HumanMessage("?"));
const letters = (messages: readonly BaseMessage[]) =>
  messages
    .map((message) => {
      const type = message.getType();
      if (type === "ai") return AIMessage.isInstance(message) && message.tool_calls?.length ? "c" : "a";
      return { system: "s", human: "u", tool: "t" }[String(type)] ?? "?";
    })
    .join("");

describe("a conversation", () => {
  it.each<[string, number, string[] | undefined]>([
    ["uaua", 2, ["", "ua", "ua"]],
    ["suaua", 2, ["s", "ua", "ua"]],
    ["ssuau", 1, ["ss", "ua", "u"]],
    ["uacta", 2, ["", "ua", "cta"]],
    ["uactta", 2, ["", "ua", "ctta"]],
    ["cta", 2, undefined],
    ["ua", 2, undefined],
    ["ua", 9, undefined],
    ["su", 1, undefined],
    ["", 1, undefined],
    ["ta", 1, ["", "t", "a"]],
  ])("%s that keeps %i is parted into %j", (given, keep, expected) => {
    const parts = partsOf(chat(given), keep);
    expect(parts && [parts.system, parts.older, parts.kept].map(letters)).toEqual(expected);
  });

  it("loses no message, keeps enough, and never a tool's answer without its call", () => {
    const words = fc
      .array(fc.constantFrom("u", "a", "ct", "ctt"), { maxLength: 12 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 8 }), (given, keep) => {
        const parts = partsOf(chat(given), keep);
        if (!parts) return given.length <= keep || given.startsWith("c");
        const kept = letters(parts.kept);
        expect(letters([...parts.system, ...parts.older, ...parts.kept])).toBe(given);
        return kept.length >= keep && !kept.startsWith("t");
      }),
    );
  });

  it("is counted with its calls and something for each message", () => {
    expect(roughTokens([])).toBe(0);
    expect(roughTokens([new HumanMessage("x".repeat(400))])).toBe(103);
    expect(roughTokens([call()])).toBeGreaterThan(5);
  });

  it("is written down for the model, a very long one by its end", () => {
    expect(transcript(chat("uacta"), 1_000)).toBe(
      'User: A question\n\nAssistant: An answer\n\nAssistant:  [calls look({"id":42})]\n\nTool: found\n\nAssistant: An answer',
    );
    expect(transcript(chat("uaua"), 20)).toBe("…Assistant: An answer");
  });
});

describe("summarise", () => {
  const config = { messages: "chat", over: 10, keep: 2, model: "one" };
  const run = (model: AnsweringModel, given: string, more = {}, context = fakeContext()) =>
    runNode(
      "summarise",
      { ...config, ...more },
      { chat: chat(given), what: "orders" },
      askedOf(model),
      context,
    );

  it("puts a summary in place of what is older", async () => {
    const model = new AnsweringModel("  They talked about 42.  ");
    const context = fakeContext();
    const { overwrite, update } = await run(
      model,
      "suauaua",
      { output: "said", instructions: "Keep {{ what }}." },
      context,
    );
    expect(overwrite).toMatchObject({
      chat: [
        { content: "Be kind." },
        { content: "Summary of the conversation so far:\n\nThey talked about 42." },
        { content: "A question" },
        { content: "An answer" },
      ].map((message) => message),
    });
    expect(update).toEqual({ said: "They talked about 42." });
    expect(model.asked[0]?.[0]?.text).toMatch(/Keep orders\.$/);
    expect(model.asked[0]?.[1]?.text).toMatch(/^Summarise this conversation:\n\nUser: A question/);
    expect(context.logs).toEqual([expect.stringMatching(/^info: 4 messages became a summary/)]);
  });

  it.each([
    ["is short enough", "uaua", { over: 1_000 }],
    ["has no older messages", "ua", {}],
    ["is empty", "", { over: 0 }],
  ])("leaves a conversation alone that %s", async (_, given, more) => {
    const model = new AnsweringModel();
    expect(await run(model, given, more)).toEqual({});
    expect(model.asked).toEqual([]);
  });

  it("gives nothing up for an empty summary", async () => {
    await expect(run(new AnsweringModel(" "), "uauaua")).rejects.toMatchObject({
      code: "output_invalid",
      message: expect.stringContaining("stays as it was"),
    });
  });

  it("is sent a summary of before with the rest, so that nothing is forgotten twice", async () => {
    const first = await run(new AnsweringModel("One."), "uauaua");
    const again = new AnsweringModel("Two.");
    const state = { chat: first.overwrite?.chat };
    await runNode("summarise", { ...config, keep: 1 }, state, askedOf(again));
    expect(again.asked[0]?.[1]?.text).toContain("User: Summary of the conversation so far:\n\nOne.");
  });
});
