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
    [
      "a person asked before calls of a tool",
      { tools: [{ ...calculator(), approval: "when", approvalWhen: "args.a > 1" }] },
      ['when: "args.a > 1"', "{ state, ask: (question) => ask(question, channels) })"],
      ["checkpointer: false"],
    ],
    [
      "no more calls of one tool than set",
      { tools: [{ ...calculator(), maxCalls: 2 }] },
      ['toolCallLimitMiddleware({ toolName: "calculator", runLimit: 2, exitBehavior: "continue" })'],
      [],
    ],
    [
      "summaries by a model of their own",
      { summarise: true, summariseOver: 500, summaryModel: "acme/small", temperature: 0 },
      ["over: 500", 'ask: (messages) => chatModel("acme/small").invoke(messages, config)'],
      ["withoutPersonal"],
    ],
    [
      "old results left out",
      { clearResults: true, clearOver: 700, clearKeep: 2 },
      ["new ClearToolUsesEdit({ trigger: { tokens: 700 }, keep: { messages: 2 } })"],
      [],
    ],
    [
      "a to-do list that a channel keeps",
      { todoList: true, todosChannel: "plan" },
      ["todoListMiddleware()", "answer, todos }", "{ ...{ result: answer }, plan: todos }"],
      [],
    ],
    [
      "tools chosen by the agent's own model",
      { chooseTools: true, temperature: 0, handoffs: [{ id: "x", label: "X", purpose: "y" }] },
      ['always: ["transfer_to_x"]', 'askStructured(chatModel("acme/one", { temperature: 0 }), schema,'],
      [],
    ],
    [
      "personal data hidden, in the instructions, too",
      { system: "I am a@b.example", personal: [{ kind: "email", action: "mask" }], personalAnswers: true },
      ["const system = hidden(", 'hidePersonal([{ kind: "email", action: "mask" }], true)'],
      [],
    ],
    [
      "fallback models",
      { fallbacks: [{ model: "acme/two" }], maxTokens: 9 },
      ['modelFallbackMiddleware(chatModel("acme/two", { maxTokens: 9 }))'],
      [],
    ],
    [
      "handoffs by ports",
      { taskChannel: "task", handoffs: [{ id: "x", label: "X", purpose: "y" }] },
      [
        'const receivers = [{ port: "x", label: "X", purpose: "y", tool: "transfer_to_x" }];',
        "...handoffTools(receivers)",
        "if (next) return { port: next.port, update: { task: next.task } };",
      ],
      [],
    ],
    ["no tools", { tools: [] }, ["tools: []"], ["toolRetryMiddleware"]],
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
