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
