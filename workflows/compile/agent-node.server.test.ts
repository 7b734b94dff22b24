import { AIMessage, type BaseMessage } from "@langchain/core/messages";
import { fakeModel } from "langchain";
import { describe, expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import type { Channel } from "@/workflows/graph/channel";
import type { JsonObject } from "@/workflows/graph/json";
import type { NodeServices } from "@/workflows/runtime/ports";
import { draw, end, mark, node, start, text, trail } from "./testing/draw";
import { drive } from "./testing/drive";

const chat: Channel = { type: "messages", reducer: "messages" };
const calculator = { type: "calculator", config: {} };
const call = (expression: string, id = "c1") => [{ name: "calculator", args: { expression }, id }];

type Model = ReturnType<typeof fakeModel>;
const withModel = (model: Model): Partial<NodeServices> => ({ models: { resolve: async () => model } });

/** Start, an agent, and a way out for success and for failure. */
function oneAgent(config: JsonObject, policy: Parameters<typeof node>[2] = { onError: "port" }) {
  return draw({
    channels: { chat, answer: text, why: text, trail },
    nodes: {
      start: start("chat"),
      solve: node(
        "agent",
        { model: "acme/one", messages: "chat", tools: [calculator], ...config },
        policy,
        "Solve",
      ),
      done: mark("done"),
      failed: node("set-state", {
        assignments: [{ channel: "why", value: 'error.code + ": " + error.message' }],
      }),
      end: end("chat", "why"),
    },
    edges: ["start > solve", "solve > done", "solve.error > failed", "done > end", "failed > end"],
  });
}

describe("an agent in a graph", () => {
  it("goes on when a tool fails: the conversation keeps what the model was told", async () => {
    const model = fakeModel().respondWithTools(call("1 / 0")).respond(new AIMessage("It cannot be done."));
    const agent = drive(oneAgent({}), withModel(model));
    const state = await agent.run({ chat: "1 / 0?" });
    expect(state.trail).toEqual(["done"]);
    expect(state.chat).toMatchObject([
      { role: "user", content: "1 / 0?" },
      { role: "assistant", toolCalls: [{ id: "c1" }] },
      { role: "tool", toolCallId: "c1", content: expect.stringMatching(/divides by zero/) },
      { role: "assistant", content: "It cannot be done." },
    ]);
  });

  it.each([
    ["model_auth", new AppError("model_auth", "The key is wrong.")],
    ["model_rate_limited", new AppError("model_rate_limited", "Slow down.")],
    ["node_failed", new TypeError("socket hang up")],
  ])("leaves by its error port with the code of what its model threw: %s", async (code, thrown) => {
    const agent = drive(oneAgent({}), withModel(fakeModel().alwaysThrow(thrown)));
    const state = await agent.run({ chat: "Hi" });
    expect(state.why).toContain(`${code}: `);
    expect(state.why).toContain(thrown.message);
    expect(state.chat).toMatchObject([{ role: "user" }]);
  });

  it("is tried again after a fault that may pass, and not after one that stays", async () => {
    const tries = async (thrown: Error) => {
      let made = 0;
      const resolve = async () => {
        made += 1;
        return made < 3 ? fakeModel().alwaysThrow(thrown) : fakeModel().respond(new AIMessage("At last"));
      };
      const retry = { maxAttempts: 3, initialIntervalMs: 0, backoffFactor: 1 };
      const agent = drive(oneAgent({}, { onError: "port", retry }), { models: { resolve } });
      const { trail: marks = [] } = await agent.run({ chat: "Hi" });
      return { made, marks };
    };
    expect(await tries(new AppError("model_rate_limited", "Slow down."))).toEqual({
      made: 3,
      marks: ["done"],
    });
    expect(await tries(new AppError("model_auth", "The key is wrong."))).toEqual({ made: 1, marks: [] });
  });

  it("that ran out of model calls says so at its error port", async () => {
    const model = [1, 2, 3].reduce<Model>(
      (built, round) => built.respondWithTools(call("1+1", `c${round}`)),
      fakeModel(),
    );
    const agent = drive(oneAgent({ maxModelCalls: 2 }), withModel(model));
    expect((await agent.run({ chat: "Go" })).why).toBe(
      "node_failed: The agent made 2 model calls and still had no answer.",
    );
    expect(model.callCount).toBe(2);
  });

  it("answers with what it has once its tools are used up", async () => {
    const model = fakeModel()
      .respondWithTools([...call("1+1", "c1"), ...call("2+2", "c2")])
      .respond(new AIMessage("Two, I think."));
    const agent = drive(oneAgent({ maxToolCalls: 1 }), withModel(model));
    const { chat: said } = await agent.run({ chat: "Go" });
    const tools = (Array.isArray(said) ? said : []).filter((one) => JSON.stringify(one).includes('"tool"'));
    expect(tools).toHaveLength(2);
    expect(JSON.stringify(tools)).toMatch(/limit/i);
    expect(said).toEqual(expect.arrayContaining([expect.objectContaining({ content: "Two, I think." })]));
  });

  it("is stopped inside a model call, which is no failure of the node", async () => {
    const stop = new AbortController();
    const model = fakeModel().respond(() => {
      stop.abort(new Error("stopped by Ada"));
      return new AIMessage({ content: "", tool_calls: call("1+1") });
    });
    const agent = drive(oneAgent({}), withModel(model));
    await expect(agent.run({ chat: "Go" }, stop.signal)).rejects.toThrow();
    expect(agent.ofType("node.failed")).toEqual([]);
    expect(model.callCount).toBe(1);
    expect((await agent.state()).trail).toEqual([]);
  });
});

describe("agents in parallel", () => {
  it("share a conversation: each sees it as it was, and both answers are kept", async () => {
    const seen: string[][] = [];
    const answer = (messages: BaseMessage[]) => {
      seen.push(messages.map((message) => message.text));
      return new AIMessage(`Answer ${seen.length}`);
    };
    const agent = drive(
      draw({
        channels: { chat, trail },
        nodes: {
          start: start("chat"),
          one: node("agent", { model: "acme/one", messages: "chat" }),
          two: node("model", { model: "acme/one", messages: "chat" }),
          join: mark("join"),
          end: end("chat"),
        },
        edges: ["start > one", "start > two", "one > join", "two > join", "join > end"],
      }),
      withModel(fakeModel().respond(answer).respond(answer)),
    );
    const state = await agent.run({ chat: "Hi" });
    expect(seen).toEqual([["Hi"], ["Hi"]]);
    expect(state.trail).toEqual(["join"]);
    expect(state.chat).toHaveLength(3);
  });
});
