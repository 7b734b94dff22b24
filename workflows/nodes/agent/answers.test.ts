import { AIMessage, HumanMessage, ToolMessage } from "@langchain/core/messages";
import { fakeModel } from "langchain";
import { describe, expect, it } from "vitest";
import { fakeContext } from "@/workflows/testing/fake-context";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { askBeforeTools } from "./approval.server";
import { agentConfig, agentDefinition } from "./definition";
import { handoffTool } from "./handoffs";

type Model = ReturnType<typeof fakeModel>;
const say = {
  type: "code",
  config: {
    name: "say",
    purpose: "Says it.",
    code: "return 'said ' + state.text;",
    parameters: { type: "object" },
  },
};
const base = { model: "a/b", prompt: "Go", messages: "chat", output: "answer", tools: [say] };

/** Whatever a provider hands over as a call's arguments. */
function calling(args: unknown, name = "say"): AIMessage {
  const message = new AIMessage({ content: "", tool_calls: [{ name, id: "c1", args: {} }] });
  for (const call of message.tool_calls ?? []) Reflect.set(call, "args", args);
  return message;
}

async function visit(model: Model, config: object = {}, context = fakeContext()) {
  const services = { models: { resolve: async () => model } };
  const { update = {}, port } = await runNode(
    "agent",
    { ...base, ...config },
    { chat: [] },
    services,
    context,
  );
  const chat: unknown = update.chat;
  const tools = (Array.isArray(chat) ? chat : []).filter((each) => ToolMessage.isInstance(each));
  return { update, port, told: tools.map(({ text }) => text), context };
}

describe("arguments that are no object", () => {
  it.each<[string, unknown]>([
    ["a list", [1, 2]],
    ["a text", "hello"],
    ["nothing", null],
    ["a number", 7],
  ])("are sent back to the model, and nobody is asked about them: %s", async (_, args) => {
    const model = fakeModel().respond(calling(args)).respond(new AIMessage("Sorry."));
    const tools = [{ ...say, approval: "always" }];
    const { update, told, context } = await visit(model, { tools });
    expect(context.pauses).toEqual([]);
    expect(told).toEqual(["The arguments of this call of say are no object. Call it again with an object."]);
    expect(update.answer).toBe("Sorry.");
  });
});

describe("what a model answers", () => {
  it.each<[string, string]>([
    ["", ""],
    [" \n", " \n"],
    ["{{ secrets.KEY }}", "{{ secrets.KEY }}"],
    ['{"broken": [1', '{"broken": [1'],
    ["<script>alert(1)</script>", "<script>alert(1)</script>"],
    ["日本 👩‍👩‍👧 \u202e", "日本 👩‍👩‍👧 \u202e"],
  ])("is written as it is: %j", async (text, answer) => {
    const { update } = await visit(fakeModel().respond(new AIMessage(text)), { tools: [] });
    expect(update.answer).toBe(answer);
  });

  it("that calls a tool it does not have is told so, and may go on", async () => {
    const model = fakeModel().respond(calling({}, "rm_rf")).respond(new AIMessage("Then not."));
    const { update, told } = await visit(model);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/rm_rf/);
    expect(update.answer).toBe("Then not.");
  });

  it("that calls one tool twice by one id gets an answer to each call", async () => {
    const both = new AIMessage({
      content: "",
      tool_calls: [1, 2].map((n) => ({ name: "say", id: `c${n}`, args: { text: `${n}` } })),
    });
    const model = fakeModel().respond(both).respond(new AIMessage("Done."));
    expect((await visit(model)).told.toSorted()).toEqual(["said 1", "said 2"]);
  });
});

describe("a condition on a call", () => {
  const asked = async (approvalWhen: string, args: object) => {
    const model = fakeModel().respond(calling(args)).respond(new AIMessage("Done."));
    const tools = [{ ...say, approval: "when", approvalWhen }];
    const context = fakeContext({ answer: { answer: "approve" } });
    return (await visit(model, { tools }, context)).context.pauses.length;
  };

  it.each<[string, object, number]>([
    ["args.amount > 10", { amount: 11 }, 1],
    ["args.amount > 10", { amount: 10 }, 0],
    ["args.amount > 10", { amount: "11" }, 1],
    ["args.amount > 10", {}, 1],
    ["args.amount", { amount: 1 }, 1],
    ["has(args.amount) && args.amount > 10", {}, 0],
    ["args.constructor == 'x'", { constructor: "x" }, 1],
    ["args.text.contains('pay')", { text: "do not pay" }, 1],
  ])("%s asks a person about %j: %d", async (when, args, times) => {
    expect(await asked(when, args)).toBe(times);
  });
});

describe("a person's decision on a call", () => {
  it.each([
    [{ answer: "approve" }, "said hi"],
    [
      { answer: "approve", args: { text: "bye" } },
      'A person changed the arguments to {"text":"bye"}. Result: said bye',
    ],
    [{ answer: "reject", text: " \n" }, "A person did not allow this call of say."],
    [{ answer: "reject", text: "{{ x }}" }, "A person did not allow this call of say. Their reason: {{ x }}"],
    [{ answer: "anything else" }, "A person did not allow this call of say."],
  ])("%j comes to: %s", async (answer, told) => {
    const middleware = askBeforeTools([{ tool: "say", purpose: "Says it." }], {
      state: {},
      ask: () => answer,
    });
    const done: unknown[] = [];
    const handler = async ({ toolCall }: { toolCall: { args: Record<string, unknown> } }) => {
      done.push(toolCall.args);
      return new ToolMessage({ content: `said ${String(toolCall.args.text)}`, tool_call_id: "c1" });
    };
    const result = await middlewareCall(middleware, { name: "say", id: "c1", args: { text: "hi" } }, handler);
    expect(result).toBe(told);
    expect(done).toHaveLength(answer.answer === "approve" ? 1 : 0);
  });
});

type Handler = (request: { toolCall: { args: Record<string, unknown> } }) => Promise<ToolMessage>;

/** One call through a middleware, as LangChain makes it. */
async function middlewareCall(middleware: object, toolCall: object, handler: Handler): Promise<string> {
  const wrap: unknown = Reflect.get(middleware, "wrapToolCall");
  if (typeof wrap !== "function") throw new Error("It wraps no calls.");
  const message: unknown = await Reflect.apply(wrap, undefined, [{ toolCall, tool: undefined }, handler]);
  return ToolMessage.isInstance(message) ? message.text : "";
}

describe("whom an agent may hand over to", () => {
  const to = (id: string, label: string) => ({ id, label, purpose: "x" });

  it.each([
    ["Billing", "transfer_to_billing"],
    ["  Billing  ", "transfer_to_billing"],
    ["!!!", "transfer_to_h"],
    ["ÄÖÜ", "transfer_to_h"],
    ["A--B", "transfer_to_a_b"],
    ["x".repeat(60), `transfer_to_${"x".repeat(52)}`],
  ])("%j is called by a name that every provider takes", (label, name) => {
    expect(handoffTool(to("h", label))).toBe(name);
    expect(handoffTool(to("h", label))).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
  });

  it("are told apart: names that come out the same are refused, also those that are cut", () => {
    const long = "x".repeat(55);
    const handoffs = [to("a", `${long}1`), to("b", `${long}2`), to("c", "C")];
    expect(issuesOf("agent", { ...base, tools: [], handoffs }).map((issue) => issue.split(":")[0])).toEqual([
      "handoffs.1.label",
    ]);
  });

  it.each([
    [[to("out", "A")], "handoffs.0.id"],
    [[to("a", "")], "handoffs.0.label"],
    [[{ ...to("a", "A"), purpose: "" }], "handoffs.0.purpose"],
    [[to("a", "A"), to("a", "B")], "handoffs"],
  ])("%j is refused at its field", (handoffs, field) => {
    const found = agentConfig.safeParse({ ...base, handoffs });
    expect(found.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  it("have a port each, in their order", () => {
    const config = agentConfig.parse({ ...base, handoffs: [to("b", "B"), to("a", "A")] });
    expect(agentDefinition.ports(config).map(({ name }) => name)).toEqual(["out", "b", "a"]);
  });
});

it("a conversation is left as it was, and what is new is added behind it", async () => {
  const chat = Object.freeze([new HumanMessage("Hi")]);
  const model = fakeModel().respond(new AIMessage("Ho"));
  const services = { models: { resolve: async () => model } };
  const { update } = await runNode("agent", { model: "a/b", messages: "chat" }, { chat }, services);
  const added: unknown = update?.chat;
  expect((Array.isArray(added) ? added : []).map(({ text }) => text)).toEqual(["Ho"]);
  expect(chat).toHaveLength(1);
});
