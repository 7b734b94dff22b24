import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from "@langchain/core/messages";
import { fakeModel } from "langchain";
import { describe, expect, it, vi } from "vitest";
import { toPlainMessage } from "@/workflows/events/plain-message.server";
import { fakeContext } from "@/workflows/testing/fake-context";
import { runNode } from "@/workflows/testing/run-node";

type Model = ReturnType<typeof fakeModel>;
const withModel = (model: Model) => ({ models: { resolve: async () => model } });
const calculator = { type: "calculator", config: {} };
const clock = { type: "current-time", config: { timezone: "UTC" } };
const base = { model: "acme/one", messages: "chat", tools: [calculator, clock] };
const calculate = (expression: string, id: string) => ({ name: "calculator", args: { expression }, id });
const calling = (call: { name: string; args: object; id: string }) =>
  new AIMessage({ content: "", tool_calls: [{ ...call, args: { ...call.args } }] });
const read = (model: Model, call: number) => model.calls[call]?.messages.map(({ text }) => text);

/** A visit in which the conversation is this; what it added, and what was told of it. */
async function visit(model: Model, config: object, chat: BaseMessage[] = [new HumanMessage("Go on.")]) {
  const context = fakeContext();
  const { update, port } = await runNode(
    "agent",
    { ...base, ...config },
    { chat },
    withModel(model),
    context,
  );
  const added: unknown = update?.chat;
  const messages = Array.isArray(added) ? added.map(toPlainMessage) : [];
  return { said: messages.map(({ content }) => content), messages, update, port, logs: context.logs };
}

const long = [
  new HumanMessage(`My order is 42. ${"x".repeat(800)}`),
  new AIMessage("Noted."),
  new HumanMessage("What is 1 + 1?"),
];

describe("a long conversation", () => {
  const shorter = { summarise: true, summariseOver: 150, summariseKeep: 1 };

  it("is read as a summary and the last messages; what is added stays whole", async () => {
    const model = fakeModel()
      .respond(new AIMessage("Order 42."))
      .respond(calling(calculate("1 + 1", "c1")))
      .respond(new AIMessage("Two."));
    const { said, logs } = await visit(model, shorter, long);
    expect(read(model, 0)?.[1]).toMatch(/^Summarise this conversation:[\s\S]*My order is 42[\s\S]*Noted\.$/);
    const summary = "Summary of the conversation so far:\n\nOrder 42.";
    expect(read(model, 1)).toEqual([summary, "What is 1 + 1?"]);
    expect(read(model, 2)).toEqual([summary, "What is 1 + 1?", "", "2"]);
    expect(said).toEqual(["", "2", "Two."]);
    expect(logs).toEqual(["info: The agent goes on with a summary of 2 messages."]);
  });

  it.each<[string, object]>([
    ["while that is not asked for", {}],
    ["while it is short enough", { ...shorter, summariseOver: 5_000 }],
  ])("is read as it is %s", async (_, config) => {
    const model = fakeModel().respond(new AIMessage("Two."));
    await visit(model, config, long);
    expect(read(model, 0)).toHaveLength(3);
  });

  it("stays whole where the summary is empty", async () => {
    const model = fakeModel().respond(new AIMessage(" ")).respond(new AIMessage("Two."));
    const { logs } = await visit(model, shorter, long);
    expect(read(model, 1)).toHaveLength(3);
    expect(logs[0]).toMatch(/^warn: The model gave an empty summary/);
  });

  it("fails with the model that should summarise, rather than lose what it holds", async () => {
    const model = fakeModel().alwaysThrow(new Error("away"));
    await expect(visit(model, shorter, long)).rejects.toThrow("away");
  });

  it("is summarised by a model of its own where one is set", async () => {
    const asked: string[] = [];
    const resolve = async (reference: string) => {
      asked.push(reference);
      return fakeModel().respond(new AIMessage("Fine.")).respond(new AIMessage("Fine."));
    };
    const config = { ...base, ...shorter, summaryModel: "acme/small" };
    await runNode("agent", config, { chat: long }, { models: { resolve } });
    expect(asked).toEqual(["acme/one", "acme/small"]);
  });

  it("is read without old results of tools", async () => {
    const results = [1, 2, 3].flatMap((n) => [
      new AIMessage({ content: "", tool_calls: [calculate(`${n}`, `c${n}`)] }),
      new ToolMessage({ content: `${n}`.repeat(400), tool_call_id: `c${n}`, name: "calculator" }),
    ]);
    const chat = [new HumanMessage("Count."), ...results];
    const model = fakeModel().respond(new AIMessage("Done."));
    await visit(model, { clearResults: true, clearOver: 100, clearKeep: 1 }, chat);
    expect(read(model, 0)).toEqual(["Count.", "", "[cleared]", "", "[cleared]", "", "3".repeat(400)]);
  });
});

describe("limits", () => {
  it("may be one tool's alone", async () => {
    const model = fakeModel()
      .respondWithTools([calculate("1 + 1", "c1"), calculate("2 + 2", "c2")])
      .respond(new AIMessage("Done."));
    const tools = [{ ...calculator, maxCalls: 1 }, clock];
    const { messages } = await visit(model, { tools });
    const results = messages.filter(({ role }) => role === "tool");
    expect(results.map(({ content }) => content)).toEqual(
      expect.arrayContaining(["2", expect.stringMatching(/limit/i)]),
    );
  });
});

describe("a to-do list", () => {
  it("is a tool of the model, and is written to a channel", async () => {
    const todos = [{ content: "Look it up", status: "completed" }];
    const model = fakeModel()
      .respondWithTools([{ name: "write_todos", args: { todos }, id: "t1" }])
      .respond(new AIMessage("Done."));
    const { update, said } = await visit(model, { todoList: true, todosChannel: "plan" });
    expect(update?.plan).toEqual(todos);
    expect(said.at(-1)).toBe("Done.");
    expect(read(model, 0)?.[0]).toMatch(/write_todos/);
  });

  it("is empty where the model needed none, and not there where none is wanted", async () => {
    const wanted = await visit(fakeModel().respond(new AIMessage("Hi.")), {
      todoList: true,
      todosChannel: "plan",
    });
    expect(wanted.update?.plan).toEqual([]);
    const unwanted = await visit(fakeModel().respond(new AIMessage("Hi.")), { todosChannel: "plan" });
    expect(unwanted.update).not.toHaveProperty("plan");
  });
});

describe("personal data", () => {
  const chat = [new HumanMessage("I am ada@example.com."), new AIMessage("Hello ada@example.com!")];

  it("is hidden from the model in instructions, messages and results of tools", async () => {
    const code = { name: "find", purpose: "Finds.", code: "return 'bo@example.com';", parameters: {} };
    const model = fakeModel()
      .respond(calling({ name: "find", args: {}, id: "c1" }))
      .respond(new AIMessage("It is cy@example.com."));
    const { said } = await visit(
      model,
      {
        system: "You are boss@example.com.",
        personal: [{ kind: "email", action: "mask" }],
        tools: [{ type: "code", config: code }],
      },
      chat,
    );
    expect(read(model, 1)).toEqual(["You are [email].", "I am [email].", "Hello [email]!", "", "[email]"]);
    expect(said).toEqual(["", "bo@example.com", "It is cy@example.com."]);
  });

  it("is taken out of answers where that is wanted", async () => {
    const model = fakeModel().respond(new AIMessage("It is cy@example.com."));
    const personal = [{ kind: "email", action: "mask" }];
    expect((await visit(model, { personal, personalAnswers: true }, chat)).said).toEqual(["It is [email]."]);
  });

  it("stops the agent where it is blocked, before the model reads it", async () => {
    const model = fakeModel().respond(new AIMessage("Hi."));
    const personal = [{ kind: "email", action: "block" }];
    await expect(visit(model, { personal }, chat)).rejects.toThrow(/the model must not see: email/);
    expect(model.callCount).toBe(0);
  });

  it("is hidden from the model that summarises, too", async () => {
    const model = fakeModel().respond(new AIMessage("Sum.")).respond(new AIMessage("Hi."));
    const more = { summarise: true, summariseOver: 100, summariseKeep: 1 };
    const letters = [new HumanMessage(`ada@example.com ${"x".repeat(500)}`), new HumanMessage("Hi")];
    await visit(model, { ...more, personal: [{ kind: "email", action: "mask" }] }, letters);
    expect(read(model, 0)?.[1]).toContain("[email]");
    expect(read(model, 0)?.[1]).not.toContain("ada@");
  });
});

describe("tools chosen by a model", () => {
  const parsed = (tools: string[]) =>
    fakeModel().structuredResponse({ raw: new AIMessage(""), parsed: { tools } });

  it("are all that is offered", async () => {
    const model = parsed(["current_time"])
      .respond(calling({ name: "current_time", args: {}, id: "c1" }))
      .respond(new AIMessage("Hi."));
    const bind = vi.spyOn(model, "bindTools");
    const { logs } = await visit(model, { chooseTools: true, chooseMost: 1 });
    const offered = bind.mock.calls.map(([tools]) => tools.map((tool) => ("name" in tool ? tool.name : "")));
    expect(offered).toEqual([["current_time"], ["current_time"]]);
    expect(logs).toEqual(["info: Of 2 tools the agent has: current_time."]);
  });

  it("are not asked for where there are few", async () => {
    const model = fakeModel().respond(new AIMessage("Hi."));
    const { logs } = await visit(model, { chooseTools: true, chooseMost: 2 });
    expect([logs, model.callCount]).toEqual([[], 1]);
  });

  it("are all tools where the choice cannot be read", async () => {
    const model = fakeModel()
      .structuredResponse({ raw: new AIMessage("?"), parsed: null })
      .respond(new AIMessage("Hi."));
    const { logs, said } = await visit(model, { chooseTools: true, chooseMost: 1 });
    expect(logs).toEqual(["warn: The choice of tools could not be read, so the agent has all of them."]);
    expect(said).toEqual(["Hi."]);
  });
});
