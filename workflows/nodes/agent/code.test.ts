import { Script } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeIn } from "@/workflows/code/write/scope";
import type { Channels } from "@/workflows/graph/channel";
import { writeAgent } from "./code";
import { agentConfig } from "./definition";

const channels: Channels = {
  mood: { type: "string", reducer: "replace" },
  chat: { type: "messages", reducer: "messages" },
};
const calculator = (attempts = 1) => ({ type: "calculator", attempts, config: {} });
const base = { model: "acme/one", prompt: "Do {{ mood }}", output: "result", tools: [calculator()] };

function written(more: object = {}) {
  const config = agentConfig.parse({ ...base, ...more });
  const node = writeIn({ id: "n", title: "Help", channels, file: "help" }, (scope) =>
    writeAgent(config, scope),
  );
  return { ...node, code: node.body.join("\n") };
}

describe("an agent as code", () => {
  it.each<[string, object, string[], string[]]>([
    ["no instructions", {}, ['chatModel("acme/one")'], ["systemPrompt", "const system"]],
    ["instructions of blanks", { system: " \n " }, [], ["systemPrompt", "const system"]],
    ["fixed instructions", { system: "Be brief." }, ['systemPrompt: "Be brief."'], ["const system"]],
    [
      "instructions from a channel, which may be empty",
      { system: "{{ mood }}" },
      ["const system = `$" + "{text(state.mood)}`;", "...(system.trim() ? { systemPrompt: system } : {})"],
      [],
    ],
    [
      "a model with settings",
      { temperature: 0, maxTokens: 9 },
      ['chatModel("acme/one", { temperature: 0, maxTokens: 9 })'],
      [],
    ],
    [
      "a conversation, and the answer in a channel, too",
      { messages: "chat" },
      ["...toLangChainMessages(state.chat)", "return { update: { chat: added, result: answer } };"],
      [],
    ],
    [
      "a conversation alone",
      { messages: "chat", prompt: "", output: undefined },
      ["return { update: { chat: added } };"],
      ["HumanMessage"],
    ],
    [
      "no more model calls than set",
      { maxModelCalls: 3 },
      [
        'modelCallLimitMiddleware({ runLimit: 3, exitBehavior: "error" })',
        "runAgent(agent, given, 3, config)",
      ],
      ["toolCallLimitMiddleware"],
    ],
    [
      "no more tool calls than set",
      { maxToolCalls: 7 },
      ['toolCallLimitMiddleware({ runLimit: 7, exitBehavior: "continue" })'],
      [],
    ],
    [
      "a second try of a tool alone that has one",
      { tools: [calculator(3), { type: "current-time", config: { timezone: "UTC" } }] },
      ['toolRetryMiddleware({ tools: ["calculator"], maxRetries: 2,'],
      ['tools: ["current'],
    ],
    ["no tools", { tools: [] }, ["const tools = [];"], ["toolRetryMiddleware"]],
  ])("has %s", (_, more, has, hasNot) => {
    const { code } = written(more);
    for (const part of has) expect(code).toContain(part);
    for (const part of hasNot) expect(code).not.toContain(part);
  });

  it.each<[object, string[]]>([
    [{}, ["createAgent", "modelCallLimitMiddleware", "toolErrorMiddleware"]],
    [{ maxToolCalls: 7 }, ["toolCallLimitMiddleware"]],
    [{ tools: [calculator(2)] }, ["toolRetryMiddleware"]],
  ])("imports the middleware that it uses and no other: %j", (more, names) => {
    const { imports, code } = written(more);
    const found = [...(imports.get("langchain") ?? [])];
    expect(found).toEqual(expect.arrayContaining(names));
    const used = code.match(/\b(?:createAgent|\w+Middleware)(?=\()/g);
    expect(new Set(used)).toEqual(new Set(found));
  });

  it("names its model, and carries over what its tools need", () => {
    const tools = [{ type: "agent", config: { slug: "orders", purpose: "Knows orders." } }];
    const { models, env, notes } = written({ tools });
    expect([...models]).toEqual(["acme/one"]);
    expect(env.has("SIGNALBOX_URL")).toBe(true);
    expect(notes).toEqual([{ nodeId: "n", message: expect.stringContaining("“orders”") }]);
  });

  it("is JavaScript, whatever its texts say", () => {
    const odd = fc
      .array(fc.constantFrom("a", "`", "$", "{", "{{ mood }}", "\\", '"', "\n", "\r", "\u2028", "*/"), {
        minLength: 1,
        maxLength: 10,
      })
      .map((pieces) => `x${pieces.join("")}`);
    fc.assert(
      fc.property(odd, odd, odd, (system, prompt, purpose) => {
        const tools = [{ type: "agent", config: { slug: "orders", purpose } }];
        const { code } = written({ system, prompt, tools });
        expect(() => new Script(`async (state, config) => {${code}\n}`)).not.toThrow();
      }),
    );
  });
});
