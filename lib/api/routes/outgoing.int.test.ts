import { afterAll, beforeAll, expect, test } from "vitest";
import { agentsApi, modelsApi, outgoingApi, runsApi } from "@/lib/api/contract";
import { streamedEvents } from "@/lib/api/testing/event-text";
import { createWorld, type World } from "@/lib/api/testing/world";
import { type ProviderServer, startProviderServer } from "@/lib/models/testing/provider-server/server";
import { emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import { layoutOf } from "@/workflows/graph/layout";

let world: World;
let provider: ProviderServer;
let connection: string;
let fails = true;

beforeAll(async () => {
  world = await createWorld();
  provider = await startProviderServer({
    // The last two ask to be left alone for longer than this test takes.
    script: ({ model, number }) =>
      fails && model === "first"
        ? number > 3
          ? { status: 429, message: "We are down.", retryAfterSeconds: 60 }
          : { status: 500, message: "We are down." }
        : {
            text: `I am ${model}.`,
            toolCalls: [],
            usage: { input: 1, output: 3, cached: 0, cacheWrites: 0 },
          },
  });
  const body = {
    provider: "openai-compatible",
    name: "Shaky",
    baseUrl: `${provider.url}/v1`,
    models: ["first", "second"],
    allowPrivate: true,
  };
  const made = await world.send(modelsApi.createConnection, { body });
  connection = modelsApi.createConnection.response.parse(made.body).id;
});
afterAll(async () => {
  await provider.close();
  await world.close();
});

/** Asks one model; what fails goes on by the error port, if there is one. */
function asking(more: { fallbacks?: string[]; onError?: "port"; attempts?: number } = {}): GraphDocument {
  const node = (type: string, title: string, config: JsonObject) => ({
    type,
    typeVersion: 1,
    title,
    config,
    policy: { onError: "fail" as const },
  });
  const model = `${connection}/first`;
  const fallbacks = (more.fallbacks ?? []).map((name) => ({ model: `${connection}/${name}` }));
  const rescue = node("set-state", "Rescue", { assignments: [{ channel: "said", value: "error.code" }] });
  const ask = node("model", "Ask", { model, fallbacks, prompt: "Who are you?", output: "said" });
  const retry = more.attempts && { maxAttempts: more.attempts, initialIntervalMs: 1, backoffFactor: 1 };
  const policy = { onError: more.onError ?? ("fail" as const), ...(retry && { retry }) };
  return {
    ...emptyDocument(),
    channels: { said: { type: "string", reducer: "replace" } },
    nodes: {
      start: node("start", "Start", { inputs: [] }),
      ask: { ...ask, policy },
      ...(more.onError && { rescue }),
      end: node("end", "End", { outputs: ["said"] }),
    },
    edges: {
      e1: { source: "start", port: "out", target: "ask" },
      e2: { source: "ask", port: "out", target: "end" },
      ...(more.onError && {
        e3: { source: "ask", port: "error", target: "rescue" },
        e4: { source: "rescue", port: "out", target: "end" },
      }),
    },
    layout: layoutOf({
      start: { x: 0, y: 0 },
      ask: { x: 1, y: 0 },
      rescue: { x: 1, y: 1 },
      end: { x: 2, y: 0 },
    }),
  };
}

async function run(document: GraphDocument) {
  const from = { kind: "document", document };
  const agent = await world.send(agentsApi.createAgent, { body: { name: "Asks", from } });
  const { id } = agentsApi.createAgent.response.parse(agent.body);
  const begun = await world.send(runsApi.createTestRun, { params: { id }, body: { revision: 1, input: {} } });
  const { id: runId } = runsApi.createTestRun.response.parse(begun.body);
  const events = await streamedEvents(await world.fetch(runsApi.streamRun, { params: { id: runId } }));
  const answer = await world.send(runsApi.getRunView, { params: { id: runId } });
  return { ...runsApi.getRunView.response.parse(answer.body), events };
}

const breakers = async () => {
  const { body } = await world.send(outgoingApi.listBreakers);
  return outgoingApi.listBreakers.response.parse(body).items;
};

test("a model that fails is left alone; a fallback or the error port goes on at once; a person may try it again", async () => {
  const tried = await run(asking({ attempts: 3 }));
  expect(tried.run).toMatchObject({ status: "error" });
  expect(provider.requests).toHaveLength(3);
  await run(asking());
  await run(asking());
  const [open] = await breakers();
  expect(open).toMatchObject({
    kind: "provider",
    name: "Shaky · first",
    connectionId: connection,
    state: "open",
    failures: 5,
    lastError: expect.stringContaining("We are down."),
  });

  const refused = await run(asking({ attempts: 5 }));
  expect(refused.run).toMatchObject({ status: "error", problem: { code: "circuit_open" } });
  expect(refused.events.filter(({ type }) => type === "node.failed")).toHaveLength(1);
  expect((await run(asking({ onError: "port" }))).run).toMatchObject({ output: { said: "circuit_open" } });
  expect(provider.requests).toHaveLength(5);

  const helped = await run(asking({ fallbacks: ["second"] }));
  expect(helped.run).toMatchObject({ status: "success", output: { said: "I am second." } });
  expect(helped.view.spans.filter(({ kind }) => kind === "model")).toMatchObject([
    { status: "failed", problem: { code: "circuit_open" } },
    { status: "done", usage: { input: 1, output: 3 } },
  ]);
  expect(JSON.stringify(helped.events)).toMatch(
    /first was not called: 5 calls in a row failed.* second is asked instead/,
  );
  expect(provider.requests).toHaveLength(6);

  fails = false;
  expect((await run(asking())).run).toMatchObject({ status: "error" });
  expect(await world.send(outgoingApi.tryBreaker, { body: { key: open?.key } })).toMatchObject({
    status: 204,
  });
  expect((await run(asking())).run).toMatchObject({ output: { said: "I am first." } });
  expect(await breakers()).toEqual([]);
});

test("nobody tries what is not there, or another workspace's", async () => {
  for (const key of ["provider:none:none/none", `host:${world.away.id}:api.test`]) {
    expect(await world.send(outgoingApi.tryBreaker, { body: { key } })).toMatchObject({ status: 404 });
  }
});
