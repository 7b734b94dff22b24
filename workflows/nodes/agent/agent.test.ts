import { AIMessage, type BaseMessage, HumanMessage } from "@langchain/core/messages";
import { fakeModel } from "langchain";
import { describe, expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { agentConfig, agentDefinition } from "./definition";

nodeContract("agent");

const calculator = { type: "calculator", config: {} };
const base = { model: "acme/one", messages: "chat", tools: [calculator] };
const asks = [new HumanMessage("What is 6 * 7?")];

const callCalculator = (expression: string) => [{ name: "calculator", args: { expression }, id: "c1" }];
const withModel = (model: ReturnType<typeof fakeModel>) => ({ models: { resolve: async () => model } });

async function chatAfter(
  config: object,
  model: ReturnType<typeof fakeModel>,
  more = {},
): Promise<BaseMessage[]> {
  const { update } = await runNode("agent", config, { chat: asks }, { ...withModel(model), ...more });
  const chat: unknown = update?.chat;
  return Array.isArray(chat) ? chat : [];
}

describe("agent", () => {
  it("lets the model use a tool, then adds all new messages to the conversation", async () => {
    const model = fakeModel().respondWithTools(callCalculator("6 * 7")).respond(new AIMessage("It is 42."));
    const chat = await chatAfter(base, model);
    expect(chat.map((message) => message.getType())).toEqual(["ai", "tool", "ai"]);
    expect(chat.map((message) => message.text).slice(1)).toEqual(["42", "It is 42."]);
  });

  it("answers a prompt into a channel", async () => {
    const model = fakeModel().respond(new AIMessage("Done"));
    const config = { model: "acme/one", prompt: "Do {{ what }}", output: "result", system: "Be {{ mood }}" };
    const state = { what: "it", mood: "brief" };
    expect(await runNode("agent", config, state, withModel(model))).toEqual({ update: { result: "Done" } });
    expect(model.calls[0]?.messages.map((message) => message.text)).toEqual(["Be brief", "Do it"]);
  });

  it("tells the model what went wrong in a tool, and lets it go on", async () => {
    const model = fakeModel().respondWithTools(callCalculator("1 / 0")).respond(new AIMessage("I cannot."));
    const chat = await chatAfter(base, model);
    expect(chat[1]).toMatchObject({ status: "error" });
    expect(chat[1]?.text).toMatch(/divides by zero/);
    expect(chat.at(-1)?.text).toBe("I cannot.");
  });

  it("tells the model about arguments that do not fit", async () => {
    const call = [{ name: "calculator", args: { wrong: 1 }, id: "c1" }];
    const chat = await chatAfter(base, fakeModel().respondWithTools(call).respond(new AIMessage("Sorry.")));
    expect(chat[1]).toMatchObject({ status: "error" });
    expect(chat.at(-1)?.text).toBe("Sorry.");
  });

  it("tries a failing tool as often as its entry allows", async () => {
    let calls = 0;
    const code = {
      run: async () => {
        calls += 1;
        if (calls < 2) throw new AppError("code_timeout", "Too slow.");
        return { value: "fine", logs: [] };
      },
    };
    const tool = {
      type: "code",
      attempts: 2,
      config: { name: "work", purpose: "Works.", parameters: { type: "object", properties: {} }, code: "-" },
    };
    const model = fakeModel()
      .respondWithTools([{ name: "work", args: {}, id: "c1" }])
      .respond(new AIMessage("Done"));
    const chat = await chatAfter({ ...base, tools: [tool] }, model, { code });
    expect(calls).toBe(2);
    expect(chat[1]?.text).toBe("fine");
  });

  it("does not try a tool again that would fail the same way or whose breaker is open", async () => {
    let calls = 0;
    const http = {
      send: async () => {
        calls += 1;
        throw new AppError("circuit_open", "api.test was not called.");
      },
    };
    const config = { name: "ask", purpose: "Asks.", url: "https://api.test/x", parameters: [] };
    const model = fakeModel()
      .respondWithTools([{ name: "ask", args: {}, id: "c1" }])
      .respond(new AIMessage("Then not."));
    const tools = [{ type: "http-request", attempts: 3, config }];
    const chat = await chatAfter({ ...base, tools }, model, { http });
    expect(calls).toBe(1);
    expect(chat[1]?.text).toBe("Error: api.test was not called.");
  });

  it("waits before it tries a tool again as long as the other side asks", async () => {
    const times: number[] = [];
    const http = {
      send: async () => {
        times.push(performance.now());
        const headers = { "retry-after": "0.6" };
        return { status: times.length > 1 ? 200 : 429, headers, body: "fine", url: "https://api.test/x" };
      },
    };
    const config = { name: "ask", purpose: "Asks.", url: "https://api.test/x", parameters: [] };
    const model = fakeModel()
      .respondWithTools([{ name: "ask", args: {}, id: "c1" }])
      .respond(new AIMessage("Good."));
    const tools = [{ type: "http-request", attempts: 2, config }];
    const chat = await chatAfter({ ...base, tools }, model, { http });
    expect(chat[1]?.text).toBe("fine");
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(590);
  });

  it("stops at the limit of model calls with a clear problem", async () => {
    const model = fakeModel();
    for (let round = 0; round < 4; round += 1)
      model.respondWithTools(
        [{ ...callCalculator("1+1")[0], id: `c${round}` }].map((call) => ({
          args: {},
          name: "calculator",
          ...call,
        })),
      );
    await expect(chatAfter({ ...base, maxModelCalls: 3 }, model)).rejects.toMatchObject({
      code: "node_failed",
      message: "The agent made 3 model calls and still had no answer.",
      details: { field: "maxModelCalls" },
    });
  });

  it("passes a failure of the model on", async () => {
    const broken = fakeModel().alwaysThrow(new AppError("model_auth", "The key is wrong."));
    await expect(chatAfter(base, broken)).rejects.toMatchObject({
      message: expect.stringMatching(/The key is wrong/),
    });
  });

  it("checks each tool and that the model can tell them apart", () => {
    const http = {
      type: "http-request",
      config: { name: "calculator", purpose: "x", url: "{{ host }}/x", parameters: [] },
    };
    expect(issuesOf("agent", { ...base, tools: [calculator, http] })).toEqual([
      "tools.1.config: Two tools are named “calculator”. The model could not tell them apart.",
      "tools.1.config.url: Begin with https:// and a fixed host: the model may fill in the rest only.",
      "tools.1.config.url: There is no argument named “host”.",
    ]);
  });

  it.each([
    [[calculator], true],
    [[{ type: "agent", config: { slug: "orders", purpose: "x" } }], false],
  ])("is safe to run twice only with tools that are: %j", (tools, safe) => {
    expect(agentDefinition.idempotent(agentConfig.parse({ ...base, tools }))).toBe(safe);
  });
});
