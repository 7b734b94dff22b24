import { AIMessageChunk, HumanMessage } from "@langchain/core/messages";
import { mergeConfigs, type RunnableConfig } from "@langchain/core/runnables";
import { tool } from "@langchain/core/tools";
import { Annotation, StateGraph } from "@langchain/langgraph";
import { createAgent } from "langchain";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type RunBinding, spanMetadataKeys } from "@/workflows/compile/run-binding";
import { nodeSpanId } from "@/workflows/events/visit-place";
import { type Script, ScriptedModel } from "@/workflows/runtime/testing/scripted-model";
import type { EventBody } from "../event";
import { Tracer } from "./tracer.server";

type Emitted = EventBody & { node?: string; visit?: number };

function trace() {
  const events: Emitted[] = [];
  const binding: Pick<RunBinding, "emit"> = {
    emit: (body, place) => void events.push({ ...body, ...place }),
  };
  const prices = {
    price: (_provider: string, _model: string, usage: { output: number }) => usage.output * 2,
  };
  return { events, tracer: new Tracer({ binding, prices: async () => prices }) };
}

const State = Annotation.Root({ text: Annotation<string> });

const script = (...chunks: AIMessageChunk[]): Script =>
  async function* () {
    yield* chunks;
  };
const say = (content: string) => new AIMessageChunk({ content });
const usage = new AIMessageChunk({
  content: "",
  usage_metadata: {
    input_tokens: 4,
    output_tokens: 3,
    total_tokens: 7,
    input_token_details: { cache_read: 1, cache_creation: 2 },
  },
  response_metadata: { finish_reason: "stop" },
});
const call = (name: string, args: Record<string, unknown>) =>
  new AIMessageChunk({
    content: "",
    tool_call_chunks: [{ id: "call_1", name, args: JSON.stringify(args), index: 0, type: "tool_call_chunk" }],
  });

/** One node that tells its calls where they belong, as compiled nodes do. */
function graphOf(node: (config: RunnableConfig) => Promise<string>) {
  const metadata = {
    [spanMetadataKeys.node]: "ask",
    [spanMetadataKeys.visit]: 1,
    [spanMetadataKeys.span]: nodeSpanId("ask", 1),
  };
  return new StateGraph(State)
    .addNode("ask", async (_state, config) => ({ text: await node(mergeConfigs(config, { metadata })) }))
    .addEdge("__start__", "ask")
    .addEdge("ask", "__end__")
    .compile();
}

test("a model call streams under its node's visit and reports usage, cost and reason", async () => {
  const { events, tracer } = trace();
  const model = new ScriptedModel([script(say("Hel"), say("lo"), usage)]);
  const graph = graphOf(async (config) => (await model.invoke("Hi", config)).text);
  await graph.invoke({ text: "" }, { callbacks: [tracer] });
  expect(events).toMatchObject([
    {
      type: "model.started",
      node: "ask",
      visit: 1,
      data: {
        parentSpanId: nodeSpanId("ask", 1),
        provider: "acme",
        model: "acme-1",
        messages: [{ role: "user", content: "Hi" }],
      },
    },
    { type: "model.delta", data: { text: "Hel" } },
    { type: "model.delta", data: { text: "lo" } },
    {
      type: "model.finished",
      data: {
        message: { role: "assistant", content: "Hello" },
        usage: { input: 4, output: 3, cached: 1, cacheWrites: 2, reasoning: 0 },
        costMicros: 6,
        finishReason: "stop",
        provider: "acme",
        model: "acme-1",
      },
    },
  ]);
});

test("a failing call says why", async () => {
  const { events, tracer } = trace();
  const model = new ScriptedModel([
    async function* () {
      yield say("Hm");
      throw new Error("out of credit");
    },
  ]);
  const graph = graphOf(async (config) => (await model.invoke("Hi", config)).text);
  await expect(graph.invoke({ text: "" }, { callbacks: [tracer] })).rejects.toThrow("out of credit");
  expect(events.at(-1)).toMatchObject({
    type: "model.failed",
    node: "ask",
    data: { problem: { message: "out of credit" } },
  });
});

describe("tools of an agent's inner graph", () => {
  const add = tool(({ a, b }) => String(a + b), {
    name: "add",
    description: "adds",
    schema: z.object({ a: z.number(), b: z.number() }),
  });
  const broken = tool(() => Promise.reject(new Error("no network")), {
    name: "broken",
    description: "breaks",
    schema: z.object({}),
  });

  async function run(name: string, args: Record<string, unknown>): Promise<Emitted[]> {
    const { events, tracer } = trace();
    const model = new ScriptedModel([script(call(name, args)), script(say("done"))]);
    const agent = createAgent({ model, tools: [add, broken] });
    const graph = graphOf(async (config) => {
      const answer = await agent
        .invoke({ messages: [new HumanMessage("go")] }, config)
        .catch(() => undefined);
      return answer?.messages.at(-1)?.text ?? "";
    });
    await graph.invoke({ text: "" }, { callbacks: [tracer] });
    return events.filter((event) => event.type.startsWith("tool."));
  }

  test("hang below the agent's node, with arguments and result", async () => {
    expect(await run("add", { a: 1, b: 2 })).toMatchObject([
      {
        type: "tool.started",
        node: "ask",
        data: { name: "add", args: { a: 1, b: 2 }, parentSpanId: nodeSpanId("ask", 1), toolCallId: "call_1" },
      },
      { type: "tool.finished", node: "ask", data: { result: 3 } },
    ]);
  });

  test("tell their failure", async () => {
    expect(await run("broken", {})).toMatchObject([
      { type: "tool.started" },
      { type: "tool.failed", data: { problem: { message: "no network" } } },
    ]);
  });
});
