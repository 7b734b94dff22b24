import { AIMessageChunk } from "@langchain/core/messages";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseEnv } from "@/lib/env";
import { healthListener } from "@/lib/health/http/health-listener";
import { Breakers } from "@/lib/resilience/breakers";
import { createRunWorld, eventsOf, type RunWorld, type TestProcess } from "@/lib/runs/testing/run-world";
import { createCodeSandbox } from "@/lib/sandbox/code-sandbox";
import { type HttpServer, openHttpServer } from "@/lib/server/http";
import { createWatch, type Watch } from "@/lib/server/watch";
import { draw, end, node, start } from "@/workflows/compile/testing/draw";
import type { RunEvent } from "@/workflows/events/event";
import type { Script } from "@/workflows/runtime/testing/scripted-model";
import { parseExposition, type Sample, sampleOf } from "./testing/exposition";

let world: RunWorld;
let server: TestProcess;
let watch: Watch;
let http: HttpServer;
const sandbox = createCodeSandbox();

beforeAll(async () => {
  world = await createRunWorld();
  const breakers = new Breakers(world.log);
  const see = (live: TestProcess["live"]) => {
    watch = createWatch({ env: parseEnv({}), database: world.database }, live, { breakers, sandbox }, () =>
      server.worker.status(),
    );
    return watch.runs;
  };
  server = await world.startProcess(3, { watch: see });
  http = await openHttpServer({ host: "127.0.0.1", port: 0, trustProxy: false });
  const isInsider = async () => true;
  const onError = (error: unknown) => expect.unreachable(String(error));
  http.serve(
    healthListener({ pages: {}, metrics: watch.metrics.registry, isInsider, onError }, (_request, response) =>
      response.end(),
    ),
  );
});
afterAll(async () => {
  await http.close(100);
  await world.close();
  await sandbox.close();
});

async function scrape(): Promise<Sample[]> {
  const answer = await fetch(`http://127.0.0.1:${http.port}/metrics`);
  expect(answer.status).toBe(200);
  return parseExposition(await answer.text());
}

const chat = draw({
  channels: { messages: { type: "messages", reducer: "messages" } },
  nodes: {
    s: start("messages"),
    ask: node("model", { model: "acme/1", messages: "messages" }),
    done: end("messages"),
  },
  edges: ["s > ask", "ask > done"],
});
const says: Script = async function* () {
  yield new AIMessageChunk({ content: "Hel" });
  yield new AIMessageChunk({
    content: "lo",
    usage_metadata: {
      input_tokens: 7,
      output_tokens: 3,
      total_tokens: 10,
      input_token_details: { cache_read: 5 },
    },
  });
};
const fails: Script = async function* () {
  yield new AIMessageChunk({ content: "Hm" });
  throw new Error("The model fell over");
};

async function run(script: Script): Promise<RunEvent[]> {
  const agent = await world.publish(chat);
  world.script("acme/1", script);
  const { runId } = await world.start(server, agent, { messages: [{ role: "user", content: "Hi" }] });
  await server.service.wait(world.ada, runId);
  return eventsOf(server, world.ada, runId);
}

/** Seconds between the start and the end of every visit that ended so. */
function spent(events: RunEvent[], ended: "node.finished" | "node.failed", nodeId: string): number {
  const at = (type: RunEvent["type"]) =>
    events.filter((event) => event.type === type && event.node === nodeId).map(({ ts }) => ts);
  const starts = at("node.started");
  return at(ended).reduce((sum, ts, index) => sum + (ts - (starts[index] ?? ts)) / 1000, 0);
}

test("what was run is what is counted", async () => {
  const good = [await run(says), await run(says)].flat();
  const bad = await run(fails);
  const all = [...good, ...bad];
  const samples = await scrape();
  const value = (name: string, labels?: Record<string, string>) => sampleOf(samples, name, labels);

  expect(value("signalbox_runs_ended_total", { status: "success" })).toBe(2);
  expect(value("signalbox_runs_ended_total", { status: "error" })).toBe(1);
  expect(value("signalbox_run_seconds_count", { status: "success" })).toBe(2);
  expect(value("signalbox_run_wait_seconds_count")).toBe(3);
  expect(value("signalbox_run_first_token_seconds_count")).toBe(3);

  const answered = { type: "model", outcome: "finished" };
  expect(value("signalbox_node_seconds_count", answered)).toBe(2);
  expect(value("signalbox_node_seconds_sum", answered)).toBeCloseTo(spent(good, "node.finished", "ask"), 6);
  expect(value("signalbox_node_seconds_bucket", { ...answered, le: "+Inf" })).toBe(2);
  expect(value("signalbox_node_seconds_count", { type: "model", outcome: "failed" })).toBe(1);
  const visits = samples.filter(
    ({ name, labels }) => name.endsWith("node_seconds_count") && labels.outcome === "finished",
  );
  const finished = all.filter(({ type }) => type === "node.finished").length;
  expect(visits.reduce((sum, visit) => sum + visit.value, 0)).toBe(finished);

  const model = { provider: "acme", model: "acme-1" };
  expect(value("signalbox_tokens_total", { ...model, kind: "input" })).toBe(14);
  expect(value("signalbox_tokens_total", { ...model, kind: "output" })).toBe(6);
  expect(value("signalbox_tokens_total", { ...model, kind: "cached" })).toBe(10);
  // Ten micro-dollars a token of output.
  expect(value("signalbox_cost_dollars_total", model)).toBeCloseTo(60 / 1e6, 12);
  expect(value("signalbox_model_call_seconds_count", { ...model, outcome: "finished" })).toBe(2);
  expect(value("signalbox_model_call_seconds_count", { ...model, outcome: "failed" })).toBe(1);
  expect(value("signalbox_model_first_token_seconds_count", model)).toBe(3);

  const failures = all.filter(({ type }) => type === "node.failed").length;
  expect(value("signalbox_errors_total", { at: "node" })).toBe(failures);
  expect(value("signalbox_errors_total", { at: "run" })).toBe(1);
  expect(value("signalbox_errors_total", { at: "model" })).toBe(1);

  const saved = all.filter(({ type }) => type === "checkpoint.saved").length;
  expect(value("signalbox_checkpoint_seconds_count")).toBeGreaterThanOrEqual(saved);
  expect(value("signalbox_events_total")).toBe(all.length);
});

test("a histogram's buckets grow towards its count", async () => {
  const samples = await scrape();
  const buckets = samples.filter(({ name, labels }) => name.endsWith("_bucket") && labels.le !== undefined);
  const series = Map.groupBy(
    buckets,
    ({ name, labels: { le: _, ...labels } }) => name + JSON.stringify(labels),
  );
  expect(series.size).toBeGreaterThan(10);
  for (const rows of series.values()) {
    expect(rows.map(({ value }) => value)).toEqual(rows.map(({ value }) => value).toSorted((a, b) => a - b));
    expect(rows.at(-1)?.labels.le).toBe("+Inf");
  }
});

test("shows what runs now, the pool, the queue and the process itself", async () => {
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const agent = await world.publish(chat);
  world.script("acme/1", async function* () {
    reached.resolve();
    await released.promise;
    yield new AIMessageChunk({ content: "Done" });
  });
  const { runId } = await world.start(server, agent, { messages: [{ role: "user", content: "Hi" }] });
  await reached.promise;
  const samples = await scrape();
  expect(sampleOf(samples, "signalbox_worker_active_runs")).toBe(1);
  expect(sampleOf(samples, "signalbox_worker_places")).toBe(3);
  expect(sampleOf(samples, "signalbox_pool_connections", { state: "idle" })).toBeGreaterThan(0);
  expect(sampleOf(samples, "signalbox_pool_waiting")).toBe(0);
  expect(sampleOf(samples, "signalbox_queue_runs", { state: "waiting" })).toBe(0);
  expect(sampleOf(samples, "signalbox_queue_oldest_seconds")).toBe(0);
  expect(sampleOf(samples, "process_resident_memory_bytes")).toBeGreaterThan(1e7);
  expect(sampleOf(samples, "nodejs_eventloop_lag_p99_seconds")).toBeGreaterThan(0);
  released.resolve();
  await server.service.wait(world.ada, runId);
});

test("remembers how calls of each model ended", () => {
  expect(watch.vitals.models()).toEqual([
    {
      provider: "acme",
      model: "acme-1",
      lastSuccess: expect.any(Number),
      lastFailure: expect.any(Number),
      lastProblem: expect.stringContaining("The model fell over"),
    },
  ]);
});
