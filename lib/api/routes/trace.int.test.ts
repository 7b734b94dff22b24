import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agentsApi, runsApi, traceApi } from "@/lib/api/contract";
import type { Span } from "@/workflows/events/run-view";
import { streamedEvents } from "../testing/event-text";
import { createWorld, type World } from "../testing/world";

let world: World;
let runId: string;
const long = "A question that is much longer than the few words that a list of spans has place for. ".repeat(
  400,
);

beforeAll(async () => {
  world = await createWorld();
  const made = await world.send(agentsApi.createAgent, {
    body: { name: "Traced", from: { kind: "template", template: "chat-agent" } },
  });
  const { id } = agentsApi.createAgent.response.parse(made.body);
  const started = await world.send(runsApi.createTestRun, {
    params: { id },
    body: { revision: 1, input: { messages: [{ role: "user", content: long }] } },
  });
  runId = runsApi.createTestRun.response.parse(started.body).id;
  await streamedEvents(await world.fetch(runsApi.streamRun, { params: { id: runId } }));
});
afterAll(() => world.close());

async function trace() {
  const { body } = await world.send(traceApi.getRunTrace, { params: { id: runId } });
  return traceApi.getRunTrace.response.parse(body).view;
}
async function modelSpan(): Promise<Span> {
  const span = (await trace()).spans.find(({ kind }) => kind === "model");
  if (!span) throw new Error("The run asked no model");
  return span;
}
const read = async (span: string, status = 200) => {
  const answer = await world.send(traceApi.getRunSpan, { params: { id: runId }, query: { span } });
  expect(answer.status).toBe(status);
  return traceApi.getRunSpan.response.parse(answer.body);
};

describe("a trace", () => {
  it("opens without its large values, and hands them out one by one", async () => {
    const span = await modelSpan();
    expect(span.messages).toBeUndefined();
    expect(span.left?.messages?.chars).toBeGreaterThan(long.length);
    const whole = await read(span.id);
    expect(whole.left?.messages?.mark).toBe(span.left?.messages?.mark);
    const { body } = await world.send(traceApi.getSpanValue, {
      params: { id: runId },
      query: { span: span.id, part: "messages" },
    });
    expect(JSON.stringify(body)).toContain(long.trim());
  });

  it("tells with what settings a model was asked and what its provider said", async () => {
    const span = await read((await modelSpan()).id);
    expect(span).toMatchObject({ provider: "offline", response: { finish_reason: "stop" } });
  });

  it("is searched for what is said in it, also where that was not sent along", async () => {
    const { id } = await modelSpan();
    const { body } = await world.send(traceApi.searchSpans, {
      params: { id: runId },
      query: { text: "list of spans HAS place" },
    });
    expect(traceApi.searchSpans.response.parse(body).spanIds).toContain(id);
  });

  it("says so where there is no such span", async () => {
    const { status } = await world.send(traceApi.getRunSpan, {
      params: { id: runId },
      query: { span: "nowhere#1" },
    });
    expect(status).toBe(404);
  });
});

describe("what if", () => {
  const ask = async (body: Record<string, unknown>) =>
    world.send(traceApi.tryModelCall, {
      params: { id: runId },
      body: {
        span: (await modelSpan()).id,
        model: "offline/offline",
        messages: [{ role: "user", content: "Say it in other words" }],
        ...body,
      },
    });
  const usage = async () =>
    (await world.pool.query("select run_id, seq, agent_id, model, output_tokens from usage_records")).rows;

  it("makes only that call, so many times, and counts what it uses", async () => {
    const before = (await usage()).length;
    const seq = (await trace()).seq;
    const { status, body } = await ask({ times: 3 });
    expect(status).toBe(200);
    const { answers } = traceApi.tryModelCall.response.parse(body);
    expect(answers).toHaveLength(3);
    for (const answer of answers) {
      expect(answer).toMatchObject({ kind: "model", status: "done", usage: { input: expect.any(Number) } });
      expect(answer.message?.content).toContain("Say it in other words");
    }
    const records = await usage();
    expect(records).toHaveLength(before + 3);
    expect(records.filter(({ run_id: id }) => id.startsWith("try")).map(({ seq: at }) => at)).toEqual([
      1, 2, 3,
    ]);
    expect((await trace()).seq).toBe(seq);
  });

  it("refuses what is no model call, too many calls and models that are not there", async () => {
    const node = (await trace()).spans.find(({ kind }) => kind === "node");
    expect((await ask({ span: node?.id })).status).toBe(422);
    expect((await ask({ times: 6 })).status).toBe(422);
    expect((await ask({ model: "con_none/model" })).body).toMatchObject({ code: "model_not_configured" });
  });
});
