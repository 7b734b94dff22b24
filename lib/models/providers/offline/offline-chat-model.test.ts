import {
  AIMessage,
  type AIMessageChunk,
  HumanMessage,
  SystemMessage,
  ToolMessage,
} from "@langchain/core/messages";
import { tool } from "@langchain/core/tools";
import { createAgent } from "langchain";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { OfflineChatModel } from "./offline-chat-model";

const calculator = tool(({ expression }) => (expression === "12 * 3" ? "36" : "?"), {
  name: "calculator",
  description: "Evaluates an arithmetic expression.",
  schema: z.object({ expression: z.string() }),
});
const currentTime = tool(() => "2026-03-04T10:00:00Z", {
  name: "current_time",
  description: "The current date and time in a time zone.",
  schema: z.object({ timeZone: z.string().optional() }),
});
const weather = tool(({ city }) => JSON.stringify({ city, sky: "clear", degrees: 7 }), {
  name: "get_weather",
  description: "Looks up the weather of a city.",
  schema: z.object({ city: z.string() }),
});
const all = [calculator, currentTime, weather];

async function callsFor(text: string) {
  const answer = await new OfflineChatModel().bindTools(all, { tool_choice: "auto" }).invoke(text);
  return (answer.tool_calls ?? []).map(({ name, args }) => ({ name, args }));
}

describe("tool calls", () => {
  it.each([
    ["What is 12 * 3?", [{ name: "calculator", args: { expression: "12 * 3" } }]],
    ["what time is it", [{ name: "current_time", args: {} }]],
    ["Current time in Tokyo?", [{ name: "current_time", args: { timeZone: "Asia/Tokyo" } }]],
    ["Weather in Paris please", [{ name: "get_weather", args: { city: "Paris" } }]],
    [
      "What time is it and what is 2 + 2?",
      [
        { name: "calculator", args: { expression: "2 + 2" } },
        { name: "current_time", args: {} },
      ],
    ],
    [
      "Calculate 2 + 2 and 3 * 3",
      [
        { name: "calculator", args: { expression: "2 + 2" } },
        { name: "calculator", args: { expression: "3 * 3" } },
      ],
    ],
    ["How is the weather?", []],
    ["Hello there", []],
    ["Use the calculator", []],
  ])("%s", async (text, expected) => {
    expect(await callsFor(text)).toEqual(expected);
  });

  it.each([
    ["none", []],
    ["get_weather", ["get_weather"]],
    ["any", ["get_weather"]],
  ])("respects the choice %s", async (choice, names) => {
    const model = new OfflineChatModel().bindTools(all, { tool_choice: choice });
    const answer = await model.invoke("Nothing in particular");
    expect((answer.tool_calls ?? []).map((call) => call.name)).toEqual(names);
  });

  it("gives every call its own id, the same each time", async () => {
    const model = new OfflineChatModel().bindTools(all, { tool_choice: "auto" });
    const ask = async () =>
      (await model.invoke("Calculate 2 + 2 and 3 * 3")).tool_calls?.map((call) => call.id);
    expect(await ask()).toEqual(["offline_1_0", "offline_1_1"]);
    expect(await ask()).toEqual(await ask());
  });

  it.each([
    ["36", "success", "The calculator tool says: 36"],
    ['{"result":36}', "success", "The calculator tool says: result: 36"],
    ["division by zero", "error", "The calculator tool failed: division by zero"],
  ] as const)("answers with the result %s (%s)", async (content, status, expected) => {
    const answer = await new OfflineChatModel()
      .bindTools(all, { tool_choice: "auto" })
      .invoke([
        new HumanMessage("What is 12 * 3?"),
        new AIMessage({ content: "", tool_calls: [{ id: "c1", name: "calculator", args: {} }] }),
        new ToolMessage({ content, status, name: "calculator", tool_call_id: "c1" }),
      ]);
    expect(answer.text).toBe(expected);
    expect(answer.tool_calls).toEqual([]);
  });

  it("looks at the latest question only", async () => {
    const answer = await new OfflineChatModel()
      .bindTools(all, { tool_choice: "auto" })
      .invoke([new HumanMessage("What is 12 * 3?"), new AIMessage("36"), new HumanMessage("Thanks")]);
    expect(answer.tool_calls).toEqual([]);
  });
});

describe("plain answers", () => {
  it.each([
    ["Hello", "not an AI"],
    ["Hello", "You wrote: “Hello”"],
    ["What is 2 + 2?", "cannot calculate 2 + 2"],
    ["Summarise this: Bees dance. They fly. They eat.", "“Bees dance.” “They fly.”"],
  ])("%s → … %s …", async (text, part) => {
    expect((await new OfflineChatModel().invoke(text)).text).toContain(part);
  });

  it("summarises when the instructions ask for it", async () => {
    const answer = await new OfflineChatModel().invoke([
      new SystemMessage("Summarise what the user sends in one sentence."),
      new HumanMessage("Bees dance. They fly."),
    ]);
    expect(answer.text).toBe("Quoted, not understood (offline model): “Bees dance.”");
  });
});

describe("structured output", () => {
  const schema = {
    title: "ticket",
    type: "object",
    properties: { topic: { enum: ["billing", "technical", "other"] }, order: { type: "integer" } },
    required: ["topic", "order"],
  };

  it.each([
    ["JSON schema", schema],
    ["zod", z.object({ topic: z.enum(["billing", "technical", "other"]), order: z.number().int() })],
  ])("by %s", async (_name, shape) => {
    const model = new OfflineChatModel().withStructuredOutput(shape);
    expect(await model.invoke("A billing question about order 17")).toEqual({ topic: "billing", order: 17 });
  });

  it("with the message it came in, under a name of the caller's", async () => {
    const model = new OfflineChatModel().withStructuredOutput(schema, { name: "answer", includeRaw: true });
    const { raw, parsed } = await model.invoke("technical, order 9");
    expect(parsed).toEqual({ topic: "technical", order: 9 });
    expect(raw).toMatchObject({ tool_calls: [{ name: "answer" }], usage_metadata: { input_tokens: 3 } });
  });

  it("by response_format, as JSON text", async () => {
    const model = new OfflineChatModel().withConfig({ response_format: { json_schema: { schema } } });
    const answer = await model.invoke("order 5 is technical");
    expect(JSON.parse(answer.text)).toEqual({ topic: "technical", order: 5 });
  });

  it("at the end of an agent's work", async () => {
    const agent = createAgent({
      model: new OfflineChatModel(),
      tools: [calculator],
      responseFormat: z.object({ result: z.number() }),
    });
    const state = await agent.invoke({ messages: [new HumanMessage("Calculate 12 * 3")] });
    expect(
      state.messages.filter((message) => message.type === "tool").map((message) => message.text),
    ).toContain("36");
    expect(state.structuredResponse).toEqual({ result: 36 });
  });
});

describe("streaming", () => {
  it("sends words whose sum is the answer, then the usage", async () => {
    const model = new OfflineChatModel();
    const chunks: AIMessageChunk[] = [];
    for await (const chunk of await model.stream("Good morning to you")) chunks.push(chunk);
    const text = chunks.map((chunk) => chunk.text).join("");
    expect(text).toBe((await model.invoke("Good morning to you")).text);
    expect(chunks.length).toBeGreaterThan(10);
    expect(chunks.at(-1)?.usage_metadata).toEqual({
      input_tokens: 4,
      output_tokens: chunks.length - 1,
      total_tokens: chunks.length + 3,
    });
  });

  it("reports the same usage without streaming", async () => {
    const { usage_metadata } = await new OfflineChatModel().invoke("Good morning to you");
    expect(usage_metadata).toMatchObject({ input_tokens: 4, output_tokens: expect.any(Number) });
  });

  it("stops at maxTokens and says so", async () => {
    const answer = await new OfflineChatModel({ maxTokens: 3 }).invoke("Hello");
    expect(answer.text).toBe("I am the");
    expect(answer.response_metadata).toMatchObject({ finish_reason: "length" });
  });

  it("stops in the middle when it is aborted", async () => {
    const controller = new AbortController();
    const model = new OfflineChatModel({ msPerToken: 5 });
    const seen: string[] = [];
    const reading = (async () => {
      for await (const chunk of await model.stream("Hello", { signal: controller.signal })) {
        seen.push(chunk.text);
        if (seen.length === 3) controller.abort();
      }
    })();
    await expect(reading).rejects.toThrow(/abort/i);
    expect(seen).toHaveLength(3);
  });
});

describe("an agent", () => {
  it("calls the tool and answers with what it said", async () => {
    const agent = createAgent({ model: new OfflineChatModel(), tools: all });
    const state = await agent.invoke({ messages: [new HumanMessage("What is 12 * 3?")] });
    expect(state.messages.map((message) => message.type)).toEqual(["human", "ai", "tool", "ai"]);
    expect(state.messages.at(-1)?.text).toBe("The calculator tool says: 36");
  });
});
