import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { RunEvent } from "@/workflows/events/event";
import {
  answered,
  call,
  delta,
  events,
  finish,
  pause,
  problem,
  type Step,
  start,
} from "@/workflows/events/testing/steps";
import { Endings } from "./endings";
import { runSpanIdOf, spanIdOf, traceIdOf } from "./ids";
import type { RunFacts } from "./run-facts";
import { spansOf } from "./run-spans";
import { apiRun } from "./testing/api-run";

const silent = { content: false };

function told(steps: Step[] | RunEvent[], more: Partial<RunFacts> = {}, telling = silent, after = 0) {
  const run = new Endings("run_1");
  run.add(isNumbered(steps) ? steps : events(...steps));
  return spansOf({ ...apiRun, ...more }, run, after, telling).map(({ span }) => span);
}
const isNumbered = (steps: Step[] | RunEvent[]): steps is RunEvent[] => steps.every((step) => "seq" in step);

const begin: Step = { type: "run.started", data: { input: { question: "What is Ada's address?" } } };
const end: Step = { type: "run.finished", data: { output: "Under the bridge" } };
const place = { node: "a", visit: 1 };
const tool: Step[] = [
  {
    type: "tool.started",
    data: { spanId: "t1", parentSpanId: "a:1", name: "find", toolCallId: "call_1", args: { of: "Ada" } },
    ...place,
  },
  {
    type: "http.finished",
    data: {
      spanId: "h1",
      parentSpanId: "t1",
      ms: 5,
      exchange: {
        request: { method: "GET", url: "https://people.test:8443/ada?key=•••", headers: {} },
        response: { status: 503, headers: {}, body: "under the bridge" },
      },
    },
    ...place,
  },
  {
    type: "tool.finished",
    data: { spanId: "t1", parentSpanId: "a:1", result: "under the bridge" },
    ...place,
  },
];
const story: Step[] = [
  begin,
  start("a"),
  call("a"),
  delta("a", "Un"),
  delta("a", "der"),
  answered("a", 1_500),
  ...tool,
  finish("a"),
  start("b"),
  pause("b"),
  { type: "run.interrupted", data: { interruptIds: ["i1"] } },
  { type: "interrupt.answered", data: { interruptId: "i1", answer: { answer: "yes" }, by: "Ada" } },
  { type: "run.resumed", data: { reason: "answer" } },
  start("b"),
  finish("b"),
  end,
];

test("a run is a tree of spans in one trace", () => {
  const spans = told(story);
  expect(spans.map(({ name, kind }) => `${name}, ${kind}`)).toEqual([
    "chat gpt, client",
    "GET people.test:8443, client",
    "execute_tool find, internal",
    "node a, internal",
    "node b, internal",
    "invoke_agent Helper, internal",
  ]);
  const [chat, http, find, a, b, run] = spans;
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([traceIdOf("run_1")]));
  expect(run).toMatchObject({ spanId: runSpanIdOf("run_1"), parentSpanId: undefined, startMs: 0 });
  for (const node of [a, b]) expect(node?.parentSpanId).toBe(run?.spanId);
  for (const inside of [chat, find]) expect(inside?.parentSpanId).toBe(a?.spanId);
  expect(http?.parentSpanId).toBe(find?.spanId);
});

test("a model call has the attributes of the GenAI conventions, with what it cost", () => {
  const [chat] = told(story);
  expect(chat).toMatchObject({ startMs: 20, endMs: 50, links: [], events: [] });
  expect(chat?.attributes).toEqual({
    "gen_ai.conversation.id": "thr_1",
    "session.id": "thr_1",
    "gen_ai.agent.id": "agt_1",
    "gen_ai.agent.name": "Helper",
    "gen_ai.agent.version": "3",
    "signalbox.run.id": "run_1",
    "signalbox.workspace.id": "ws_1",
    "signalbox.node.id": "a",
    "signalbox.node.visit": 1,
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": "p",
    "gen_ai.request.model": "gpt",
    "gen_ai.response.time_to_first_chunk": 0.01,
    "gen_ai.usage.input_tokens": 7,
    "gen_ai.usage.output_tokens": 3,
    "gen_ai.usage.cache_read.input_tokens": 2,
    "gen_ai.usage.cost": 0.0015,
  });
});

const asked = (provider: string, settings: Record<string, string | number>): Step => ({
  type: "model.started",
  data: { spanId: "m1", parentSpanId: "a:1", provider, model: "gpt", messages: [], request: { settings } },
  ...place,
});

test.each([
  [
    "azure",
    { temperature: 0.5, max_tokens: 9 },
    {
      "gen_ai.provider.name": "azure.ai.openai",
      "gen_ai.request.temperature": 0.5,
      "gen_ai.request.max_tokens": 9,
    },
  ],
  ["bedrock", { maxTokens: 4 }, { "gen_ai.provider.name": "aws.bedrock", "gen_ai.request.max_tokens": 4 }],
  [
    "google",
    { topP: 1, topK: 4 },
    { "gen_ai.provider.name": "gcp.gemini", "gen_ai.request.top_p": 1, "gen_ai.request.top_k": 4 },
  ],
  ["mistral", { random_seed: 1 }, { "gen_ai.provider.name": "mistral_ai", "gen_ai.request.seed": 1 }],
  ["openai", { temperature: "warm" }, { "gen_ai.provider.name": "openai" }],
  ["openai", { operation: "embeddings" }, { "gen_ai.operation.name": "embeddings" }],
])("tells %s with %j by the names of the conventions", (provider, settings, attributes) => {
  const [chat] = told([
    begin,
    start("a"),
    asked(provider, settings),
    answered("a", null, "m1", null),
    finish("a"),
    end,
  ]);
  expect(chat?.attributes).toMatchObject(attributes);
  for (const name of [
    "gen_ai.usage.cost",
    "gen_ai.usage.input_tokens",
    "gen_ai.response.time_to_first_chunk",
  ]) {
    expect(chat?.attributes).not.toHaveProperty(name);
  }
});

test("what the answer came from, and tokens of every kind", () => {
  const usage = { input: 100, output: 50, cached: 10, cacheWrites: 20, reasoning: 30 };
  const finished: Step = {
    type: "model.finished",
    data: {
      spanId: "m1",
      provider: "p",
      model: "gpt",
      message: { role: "assistant", content: "Hi" },
      usage,
      costMicros: 0,
      finishReason: "stop",
      response: { model_name: "gpt-2026", id: "resp_1" },
      kept: { match: "semantic", ageMs: 1, savedMicros: 7 },
    },
    ...place,
  };
  const [chat] = told([begin, start("a"), call("a"), finished, finish("a"), end]);
  expect(chat?.attributes).toMatchObject({
    "gen_ai.response.model": "gpt-2026",
    "gen_ai.response.id": "resp_1",
    "gen_ai.response.finish_reasons": ["stop"],
    "gen_ai.usage.cache_creation.input_tokens": 20,
    "gen_ai.usage.reasoning.output_tokens": 30,
    "gen_ai.usage.cost": 0,
    "signalbox.answer.kept": "semantic",
  });
});

test("a tool and the call that it made", () => {
  const [, http, find] = told(story);
  expect(find?.attributes).toMatchObject({
    "gen_ai.operation.name": "execute_tool",
    "gen_ai.tool.name": "find",
    "gen_ai.tool.call.id": "call_1",
  });
  expect(http).toMatchObject({
    startMs: 65,
    endMs: 70,
    error: {},
    attributes: {
      "http.request.method": "GET",
      "server.address": "people.test",
      "server.port": 8443,
      "http.response.status_code": 503,
      "error.type": "503",
    },
  });
});

describe("what people, models and tools said", () => {
  const words = /Ada|bridge|Under|Hello|key=|Sure|broke/;
  const failed: Step = {
    type: "node.failed",
    data: { spanId: "a:1", problem, attempt: 1, willRetry: false },
    ...place,
  };
  const sad: Step[] = [begin, start("a"), failed, { type: "run.failed", data: { status: "error", problem } }];

  it("is not told", () => {
    for (const steps of [story, sad]) expect(JSON.stringify(told(steps))).not.toMatch(words);
  });

  it("is told where the workspace wants it", () => {
    const [chat, http, find, , b, run] = told(story, {}, { content: true });
    expect(JSON.parse(String(chat?.attributes["gen_ai.output.messages"]))).toEqual([
      { role: "assistant", parts: [{ type: "text", content: "Hello" }] },
    ]);
    expect(http?.attributes["url.full"]).toBe("https://people.test:8443/ada?key=•••");
    expect(find?.attributes).toMatchObject({
      "gen_ai.tool.call.arguments": '{"of":"Ada"}',
      "gen_ai.tool.call.result": "under the bridge",
    });
    expect(b?.events[0]?.attributes["signalbox.interrupt.message"]).toBe("Sure?");
    expect(run?.attributes).toMatchObject({
      "input.value": '{"question":"What is Ada\'s address?"}',
      "output.value": "Under the bridge",
    });
    expect(told(sad, {}, { content: true }).at(-1)?.error).toEqual({ message: "It broke." });
  });

  it("is cut where it is long", () => {
    const long: Step = { type: "run.finished", data: { output: "x".repeat(100_000) } };
    const run = told([begin, long], {}, { content: true }).at(-1);
    expect(String(run?.attributes["output.value"]).length).toBe(32_001);
  });
});

test("a failure has its code", () => {
  const failed: Step = {
    type: "node.failed",
    data: { spanId: "a:1", problem, attempt: 1, willRetry: false },
    ...place,
  };
  const [a, run] = told([
    begin,
    start("a"),
    failed,
    { type: "run.failed", data: { status: "error", problem } },
  ]);
  for (const span of [a, run]) {
    expect(span?.error).toEqual({ message: undefined });
    expect(span?.attributes["error.type"]).toBe("node_failed");
  }
  expect(a?.events).toMatchObject([{ name: "exception", attributes: { "exception.type": "node_failed" } }]);
});

test("somebody who stops a run makes no error of it", () => {
  const run = told([begin, { type: "run.cancelled", data: { by: "Ada" } }]).at(-1);
  expect(run).toMatchObject({ error: undefined, attributes: { "signalbox.run.status": "cancelled" } });
});

test("a pause is an event of the node that waits, without who answered", () => {
  const b = told(story).find(({ name }) => name === "node b");
  expect(b?.events).toMatchObject([
    {
      name: "signalbox.interrupt",
      ms: 110,
      attributes: { "signalbox.interrupt.id": "i1", "signalbox.interrupt.kind": "human" },
    },
    { name: "signalbox.interrupt.answered", ms: 130 },
  ]);
});

describe("the trace around a run", () => {
  const caller = { traceId: "0af7651916cd43dd8448eb211c80319c", parentSpanId: "b7ad6b7169203331" };

  it("is the caller's where it sent one", () => {
    const run = told([begin, end], { trace: { ...caller, sampled: true, state: "a=1" } }).at(-1);
    expect(run).toMatchObject({ ...caller, state: "a=1", kind: "server" });
  });

  it("is the calling agent's, below the span of the call", () => {
    const called: Step[] = [
      {
        type: "child.started",
        data: {
          spanId: "run_2",
          parentSpanId: "a:1",
          runId: "run_2",
          agentId: "agt_2",
          agentName: "Other",
          version: 2,
        },
        ...place,
      },
      {
        type: "child.ended",
        data: {
          spanId: "run_2",
          parentSpanId: "a:1",
          runId: "run_2",
          status: "success",
          used: { tokens: { input: 1, output: 1, cached: 0 }, costMicros: 5, unknownCostCalls: 0 },
        },
        ...place,
      },
    ];
    const [child] = told([begin, start("a"), ...called, finish("a"), end]);
    expect(child).toMatchObject({
      spanId: spanIdOf("run_1", "run_2"),
      name: "invoke_agent Other",
      attributes: { "gen_ai.agent.id": "agt_2", "signalbox.called_run.id": "run_2" },
    });
    // Its own trace says what it cost.
    expect(child?.attributes).not.toHaveProperty("gen_ai.usage.cost");
    const trace = { traceId: traceIdOf("run_1"), parentSpanId: child?.spanId ?? "" };
    const inner = told([begin, end], { runId: "run_2", trace, parentRunId: "run_1" }).at(-1);
    expect(inner).toMatchObject({ traceId: child?.traceId, parentSpanId: child?.spanId, kind: "internal" });
  });

  it("is another one for a fork, linked with the first", () => {
    const run = told([begin, end], { origin: { kind: "fork", runId: "run_0", trace: null } }).at(-1);
    expect(run?.links).toEqual([
      {
        traceId: traceIdOf("run_0"),
        spanId: runSpanIdOf("run_0"),
        attributes: { "signalbox.link": "fork", "signalbox.run.id": "run_0" },
      },
    ]);
    expect(run?.traceId).toBe(traceIdOf("run_1"));
  });
});

test("wherever it is told in between, each span is told once, and all of them in the end", () => {
  const all = told(story);
  const numbered = events(...story);
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: story.length }), { maxLength: 6 }), (cuts) => {
      const stops = [...cuts.toSorted((one, other) => one - other), story.length];
      const parts = stops.flatMap((stop, at) =>
        told(numbered.slice(0, stop), {}, silent, stops[at - 1] ?? 0),
      );
      expect(parts).toEqual(all);
    }),
  );
});

test("what a lost worker left open ends, and goes on where it is taken up", () => {
  const recovered: Step = { type: "run.resumed", data: { reason: "recovered" } };
  const spans = told([begin, start("a"), call("a"), recovered, start("a"), finish("a"), end]);
  expect(spans.map(({ name, error }) => [name, error !== undefined])).toEqual([
    ["chat gpt", true],
    ["node a", false],
    ["invoke_agent Helper", false],
  ]);
});
