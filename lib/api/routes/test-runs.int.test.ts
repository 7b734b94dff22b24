import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { echoDocument } from "@/lib/agents/testing/documents";
import { agentsApi, runsApi } from "@/lib/api/contract";
import { streamedEvents } from "@/lib/api/testing/event-text";
import { createWorld, type Sent, type World } from "@/lib/api/testing/world";
import type { GraphDocument } from "@/workflows/graph/document";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function agentOf(document: GraphDocument): Promise<string> {
  const body = { name: "Tried out", from: { kind: "document", document } };
  const made = await world.send(agentsApi.createAgent, { body });
  return agentsApi.createAgent.response.parse(made.body).id;
}

const start = (id: string, body: object, as: Sent["as"] = "developer") =>
  world.send(runsApi.createTestRun, { as, params: { id }, body: { revision: 1, ...body } });

/** A test run that has ended, with what happened in it. */
async function tried(id: string, body: object) {
  const { id: runId } = runsApi.createTestRun.response.parse((await start(id, body)).body);
  await streamedEvents(await world.fetch(runsApi.streamRun, { params: { id: runId } }));
  return runsApi.getRunView.response.parse(
    (await world.send(runsApi.getRunView, { params: { id: runId } })).body,
  );
}

describe("pins", () => {
  const document = { ...echoDocument(), pins: { echo: { port: "out", update: { answer: "pinned" } } } };

  test("stand in for their nodes unless the run is to go without", async () => {
    const id = await agentOf(document);
    const input = { question: "Why?" };
    expect((await tried(id, { input })).run).toMatchObject({
      output: { answer: "pinned" },
      test: { pins: true },
    });
    expect((await tried(id, { input, pins: false })).run).toMatchObject({
      output: { answer: "Why?" },
      test: { pins: false },
    });
  });
});

describe("a part of the graph", () => {
  const document = relay();
  const question = "Why?";

  test("ends after a node, and gives what that wrote", async () => {
    const { run, view } = await tried(await agentOf(document), { input: { question }, until: "echo" });
    expect(run).toMatchObject({ status: "success", output: { answer: "Why?" }, test: { until: "echo" } });
    expect(Object.keys(view.nodes)).toEqual(["echo"]);
  });

  test("begins at a node with the values given, and skips Start's own check", async () => {
    const from = { nodeId: "loud", values: { answer: "Because" } };
    const { run, view } = await tried(await agentOf(document), { from });
    expect(run).toMatchObject({
      status: "success",
      input: { answer: "Because" },
      output: { loud: "Because!" },
      test: { from: "loud", pins: true },
    });
    expect(Object.keys(view.nodes)).toEqual(["loud"]);
  });

  test("is one node alone, also while the rest is not finished and leads nowhere", async () => {
    const { echo, ...nodes } = document.nodes;
    const unfinished = echo && { ...echo, config: {} };
    const id = await agentOf({
      ...document,
      edges: {},
      nodes: { ...nodes, ...(unfinished && { echo: unfinished }) },
    });
    const from = { nodeId: "loud", values: { answer: "A" } };
    expect((await tried(id, { from, until: "loud" })).run).toMatchObject({ output: { loud: "A!" } });
    expect(await start(id, { input: { question } })).toMatchObject({
      status: 422,
      body: { code: "graph_invalid" },
    });
  });

  test.each([
    ["a value of another type", { from: { nodeId: "loud", values: { answer: 7 } } }, "from.values.answer"],
    ["an unknown channel", { from: { nodeId: "loud", values: { nope: 7 } } }, "from.values.nope"],
    ["an unknown node", { from: { nodeId: "nope", values: {} } }, "from"],
    ["Start", { until: "start" }, "until"],
    ["a node it does not come to", { from: { nodeId: "loud", values: {} }, until: "echo" }, "until"],
    ["input of Start beside values", { input: { question }, from: { nodeId: "loud", values: {} } }, "input"],
    ["a conversation", { threadId: "thr_1", from: { nodeId: "loud", values: {} } }, "threadId"],
  ])("is refused for %s", async (_name, body, field) => {
    expect(await start(await agentOf(document), body)).toMatchObject({
      status: 422,
      body: { code: "invalid_input", field },
    });
  });

  test("asks for the permission of any test run", async () => {
    const id = await agentOf(document);
    expect(await start(id, { input: { question }, until: "echo" }, "viewer")).toMatchObject({ status: 403 });
  });
});

/** question → echo → loud, which makes it an exclamation. */
function relay(): GraphDocument {
  const document = echoDocument();
  const loud = {
    type: "set-state",
    typeVersion: 1,
    title: "Loud",
    config: { assignments: [{ channel: "loud", value: 'answer + "!"' }] },
    policy: { onError: "fail" as const },
  };
  return {
    ...document,
    channels: { ...document.channels, loud: { type: "string", reducer: "replace" } },
    nodes: {
      ...document.nodes,
      loud,
      end: { type: "end", typeVersion: 1, title: "End", config: { outputs: ["loud"] }, policy: loud.policy },
    },
    edges: {
      e1: { source: "start", port: "out", target: "echo" },
      e2: { source: "echo", port: "out", target: "loud" },
      e3: { source: "loud", port: "out", target: "end" },
    },
  };
}
