import { AIMessage, HumanMessage, ToolMessage } from "@langchain/core/messages";
import fc from "fast-check";
import { fakeModel } from "langchain";
import { describe, expect, it } from "vitest";
import { toPlainMessage } from "@/workflows/events/plain-message.server";
import { runNode } from "@/workflows/testing/run-node";
import { withDistinctIds } from "./call-ids.server";

const calculator = { type: "calculator", config: {} };
const calculate = (expression: string, id: string) => ({ name: "calculator", args: { expression }, id });
const calling = (...calls: ReturnType<typeof calculate>[]) =>
  new AIMessage({ content: "", tool_calls: calls });

async function visit(model: ReturnType<typeof fakeModel>, chat: unknown[] = [new HumanMessage("Go on.")]) {
  const config = { model: "a/b", messages: "chat", output: "answer", tools: [calculator] };
  const services = { models: { resolve: async () => model } };
  const { update = {} } = await runNode("agent", config, { chat }, services);
  const added: unknown = update.chat;
  return { answer: update.answer, messages: Array.isArray(added) ? added.map(toPlainMessage) : [] };
}

describe("a model that counts its calls anew in each answer", () => {
  it("gets each of them answered", async () => {
    const model = fakeModel()
      .respond(calling(calculate("1 + 1", "call_0")))
      .respond(calling(calculate("2 + 2", "call_0"), calculate("3 + 3", "call_1")))
      .respond(new AIMessage("Two, four and six."));
    const { answer, messages } = await visit(model);
    expect(answer).toBe("Two, four and six.");
    expect(messages.filter(({ role }) => role === "tool").map(({ content }) => content)).toEqual([
      "2",
      "4",
      "6",
    ]);
  });

  it("is answered though an earlier turn of the conversation had the same", async () => {
    const before = [
      new HumanMessage("1 + 1?"),
      calling(calculate("1 + 1", "call_0")),
      new ToolMessage({ content: "2", tool_call_id: "call_0", name: "calculator" }),
      new AIMessage("Two."),
      new HumanMessage("And 2 + 2?"),
    ];
    const model = fakeModel()
      .respond(calling(calculate("2 + 2", "call_0")))
      .respond(new AIMessage("Four."));
    const { answer, messages } = await visit(model, before);
    expect(answer).toBe("Four.");
    expect(messages.map(({ content }) => content)).toContain("4");
  });

  it("gets both answered where one answer names two calls alike, or not at all", async () => {
    const model = fakeModel()
      .respond(calling(calculate("1 + 1", "c"), calculate("2 + 2", "c"), calculate("3 + 3", "")))
      .respond(new AIMessage("Done."));
    const { messages } = await visit(model);
    expect(messages.filter(({ role }) => role === "tool").map(({ content }) => content)).toEqual([
      "2",
      "4",
      "6",
    ]);
  });
});

describe("ids of calls", () => {
  const ids = fc.array(fc.constantFrom("a", "b", "a-2", "a-2-2", "call", ""), { maxLength: 6 });

  it("are all there, and differ from each other and from those before", () => {
    fc.assert(
      fc.property(ids, ids, (own, taken) => {
        const before = new Set<string>(taken.filter(Boolean));
        const answer = calling(...own.map((id) => calculate("1", id)));
        const after: string[] = (withDistinctIds(answer, before).tool_calls ?? []).map(({ id }) => id ?? "");
        expect(after).toHaveLength(own.length);
        expect(new Set(after).size).toBe(own.length);
        expect(after.filter((id) => id === "" || before.has(id))).toEqual([]);
      }),
    );
  });

  it.each([
    ["free", ["a"], ["b"], ["a"]],
    ["taken", ["a"], ["a"], ["a-2"]],
    ["taken, and the next one too", ["a"], ["a", "a-2"], ["a-3"]],
    ["twice in one answer", ["a", "a"], [], ["a", "a-2"]],
    ["missing", ["", ""], ["call-1"], ["call-2", "call-3"]],
  ])("become what they should: %s", (_, own, taken, after) => {
    const answer = calling(...own.map((id) => calculate("1", id)));
    expect(withDistinctIds(answer, new Set(taken)).tool_calls?.map(({ id }) => id)).toEqual(after);
  });

  it("leave the answer as it is where nothing is wrong with them", () => {
    const answer = calling(calculate("1", "a"), calculate("2", "b"));
    expect(withDistinctIds(answer, new Set(["c"]))).toBe(answer);
  });

  it("are the same in the parts of an answer that has parts, and its use stays", () => {
    const answer = new AIMessage({
      id: "m1",
      content: [
        { type: "text", text: "Let me see." },
        { type: "tool_use", id: "a", name: "calculator", input: { expression: "1" } },
      ],
      tool_calls: [calculate("1", "a")],
      usage_metadata: { input_tokens: 3, output_tokens: 4, total_tokens: 7 },
    });
    const other = withDistinctIds(answer, new Set(["a"]));
    expect(other.content).toEqual([
      { type: "text", text: "Let me see." },
      { type: "tool_use", id: "a-2", name: "calculator", input: { expression: "1" } },
    ]);
    expect(other).toMatchObject({ id: "m1", usage_metadata: { total_tokens: 7 } });
  });
});
