import { AIMessage } from "@langchain/core/messages";
import { fakeModel } from "langchain";
import { describe, expect, it, vi } from "vitest";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { drive } from "@/workflows/compile/testing/drive";
import type { InterruptAnswer } from "@/workflows/events/interrupt";
import type { JsonObject } from "@/workflows/graph/json";
import { issuesOf } from "@/workflows/testing/run-node";
import { agentConfig, agentDefinition } from "./definition";

const say = { name: "say", purpose: "Says it.", code: "return 'said ' + args.text;" };
const parameters = { type: "object", properties: { text: { type: "string" } }, required: ["text"] };
const tool = (more: JsonObject = {}): JsonObject => ({
  type: "code",
  approval: "always",
  ...more,
  config: { ...say, parameters },
});
const call = (id: string, words: string) => ({ name: "say", id, args: { text: words } });

/** An agent that calls its tool with each of these at once, then answers with what it got. */
function asking(words: string[], more: JsonObject = {}, config: JsonObject = {}) {
  const model = fakeModel()
    .respondWithTools(words.map((each, index) => call(`c${index}`, each)))
    .respond(
      (messages) =>
        new AIMessage(
          messages
            .slice(2)
            .map((message) => message.text)
            .join(" | "),
        ),
    );
  const document = draw({
    channels: { question: text, answer: text, limit: { type: "number", reducer: "replace", default: 3 } },
    nodes: {
      start: start("question"),
      help: node("agent", {
        model: "acme/one",
        prompt: "{{ question }}",
        output: "answer",
        tools: [tool(more)],
        ...config,
      }),
      end: end("answer"),
    },
    edges: ["start > help", "help > end"],
  });
  return { model, agent: drive(document, { models: { resolve: async () => model } }) };
}

/** Answers the open pauses one after the other, the oldest first. */
async function decide(agent: ReturnType<typeof drive>, ...answers: InterruptAnswer[]): Promise<void> {
  for (const answer of answers) await agent.answer({ [agent.pauses()[0]?.id ?? ""]: answer });
}

describe("a tool that needs approval", () => {
  it("pauses before the call, and shows tool, arguments and what they must look like", async () => {
    const { agent, model } = asking(["hello"]);
    await agent.run({ question: "Go" });
    expect(agent.ofType("node.interrupted").map(({ data }) => data.payload)).toMatchObject([
      {
        message: "The agent wants to use the tool **say**.",
        tool: { name: "say", purpose: "Says it.", args: { text: "hello" }, schema: parameters },
        answers: [{ id: "approve" }, { id: "reject" }],
        allowText: true,
      },
    ]);
    expect(model.callCount).toBe(1);
  });

  it.each<[string, InterruptAnswer, string]>([
    ["is made as the model wanted it", { answer: "approve" }, "said hello"],
    [
      "is made with other arguments, of which the model is told",
      { answer: "approve", args: { text: "bye" } },
      'A person changed the arguments to {"text":"bye"}. Result: said bye',
    ],
    [
      "is not made, and the model is told why",
      { answer: "reject", text: " Too blunt. " },
      "A person did not allow this call of say. Their reason: Too blunt.",
    ],
    ["is not made, without a reason", { answer: "reject" }, "A person did not allow this call of say."],
  ])("%s", async (_, answer, said) => {
    const { agent, model } = asking(["hello"]);
    await agent.run({ question: "Go" });
    await decide(agent, answer);
    expect((await agent.state()).answer).toBe(said);
    expect(model.callCount).toBe(2);
  });

  it("pauses once for each call, and each is decided by itself", async () => {
    const { agent } = asking(["one", "two"]);
    await agent.run({ question: "Go" });
    const pauses = agent.pauses();
    expect(new Set(pauses.map(({ id }) => id)).size).toBe(2);
    await decide(agent, { answer: "reject", text: "No." }, { answer: "approve" });
    expect((await agent.state()).answer).toBe(
      "A person did not allow this call of say. Their reason: No. | said two",
    );
  });

  it.each<[string, string, number]>([
    ["its condition is true", "size(args.text) > 3", 1],
    ["its condition is false", "size(args.text) > 9", 0],
    ["its condition, which looks at a channel, is true", "size(args.text) > limit", 1],
    ["its condition cannot be worked out", "args.amount > 3", 1],
  ])("is asked for as often as it should where %s", async (_, approvalWhen, pauses) => {
    const { agent } = asking(["hello"], { approval: "when", approvalWhen });
    await agent.run({ question: "Go" });
    expect(agent.pauses()).toHaveLength(pauses);
  });

  it("fails the visit where an answer brings arguments that do not fit", async () => {
    const { agent } = asking(["hello"]);
    await agent.run({ question: "Go" });
    await expect(decide(agent, { answer: "approve", args: { text: 3 } })).rejects.toThrow(
      /The arguments do not fit “say”: text: /,
    );
  });

  it("leaves a call that a limit has already refused to the limit", async () => {
    const { agent } = asking(["one", "two"], { maxCalls: 1 });
    await agent.run({ question: "Go" });
    expect(agent.pauses()).toHaveLength(1);
  });
});

describe("the settings of approval", () => {
  const parsed = (more: JsonObject) => agentConfig.parse({ model: "a/b", prompt: "x", tools: [tool(more)] });

  it("say whether the node may pause, and what its conditions read", () => {
    expect(agentDefinition.interrupts?.(parsed({ approval: "never" }))).toBe(false);
    const asks = parsed({ approval: "when", approvalWhen: "args.text == name" });
    expect(agentDefinition.interrupts?.(asks)).toBe(true);
    expect(agentDefinition.reads(asks)).toEqual([{ channel: "name", field: "tools.0.approvalWhen" }]);
  });

  it("need a condition where one is asked for", () => {
    const config = { model: "a/b", prompt: "x", output: "y", tools: [tool({ approval: "when" })] };
    expect(issuesOf("agent", config)).toEqual([
      "tools.0.approvalWhen: Write the condition under which a person is asked, or ask always.",
    ]);
  });
});

describe("a tool of which the workspace wants people asked", () => {
  it("pauses although the graph does not ask", async () => {
    const call = vi.fn(async () => "Cancelled");
    const open = async () => ({
      name: "cancel",
      description: "Cancels.",
      parameters: { type: "object" },
      repeatable: false,
      asks: true,
      call,
    });
    const model = fakeModel()
      .respond(new AIMessage({ content: "", tool_calls: [{ id: "c1", name: "cancel", args: {} }] }))
      .respond(new AIMessage("Done."));
    const document = draw({
      channels: { question: text, answer: text },
      nodes: {
        start: start("question"),
        help: node("agent", {
          model: "acme/one",
          prompt: "{{ question }}",
          output: "answer",
          tools: [
            { type: "imported", config: { tool: { id: "tool_1", name: "cancel", repeatable: false } } },
          ],
        }),
        end: end("answer"),
      },
      edges: ["start > help", "help > end"],
    });
    const agent = drive(document, { models: { resolve: async () => model }, tools: { open } });
    await agent.run({ question: "Cancel it" });
    expect(call).not.toHaveBeenCalled();
    await decide(agent, { answer: "approve" });
    expect(call).toHaveBeenCalledTimes(1);
    expect(model.callCount).toBe(2);
  });
});
