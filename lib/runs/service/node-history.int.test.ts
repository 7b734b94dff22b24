import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agents, runs, threads, workspaces } from "@/drizzle/schema";
import type { DatabaseHandle } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import type { EventBody, EventDraft } from "@/workflows/events/event";
import { appendEvents } from "../events/append";
import { nodeHistory } from "./node-history";

let database: DatabaseHandle;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.insert(workspaces).values({ id: "w", name: "W" });
});
afterAll(() => database.close());

async function newAgent(): Promise<string> {
  const id = newId("agt");
  await database.db.insert(agents).values({ id, workspaceId: "w", name: id, slug: id, draft: {} });
  return id;
}

/** A run that is stored as the runtime stores it. */
async function run(agentId: string, events: EventDraft[], end: EventBody = finished): Promise<void> {
  const id = newId("run");
  const place = { id, workspaceId: "w", agentId, source: "test" as const };
  await database.db.insert(threads).values({ ...place, status: "busy" });
  await database.db.insert(runs).values({ ...place, threadId: id, input: {}, epoch: 1, status: "running" });
  const group = { runId: id, epoch: 1, events: [...events, { ts: 1e6, ns: [], ...end }] };
  await appendEvents(database.pool, 1, [group]);
}

const finished: EventBody = { type: "run.finished", data: { output: {} } };
const spanId = "span";
const at = (node: string, visit: number, ts: number, body: EventBody): EventDraft => ({
  ts,
  ns: [],
  node,
  visit,
  ...body,
});
const started: EventBody = { type: "node.started", data: { spanId, taskId: "task" } };
const left = (port: string, pinned?: true): EventBody => ({
  type: "node.finished",
  data: { spanId, port, edgeIds: [], update: {}, ...(pinned && { pinned }) },
});
const paused: EventBody = {
  type: "node.interrupted",
  data: { spanId, interruptId: "i", payload: { message: "?", answers: [], allowText: false } },
};
const called = (input: number, output: number, costMicros: number | null): EventBody => ({
  type: "model.finished",
  data: {
    spanId: "call",
    provider: "acme",
    model: "acme-1",
    message: { role: "assistant", content: "" },
    usage: { input, output, cached: 0, cacheWrites: 0, reasoning: 0 },
    costMicros,
  },
});

/** A visit that takes so long and leaves by a port. */
const visit = (node: string, number: number, ms: number, port = "out", calls: EventBody[] = []) => [
  at(node, number, 100, started),
  ...calls.map((call) => at(node, number, 101, call)),
  at(node, number, 100 + ms, left(port)),
];
const level = (value: number) => ({ p5: value, p50: value, p95: value });

describe("what earlier runs took at each node", () => {
  test("is counted by visits: calls of one add up, ports are told apart by visit", async () => {
    const agent = await newAgent();
    await run(agent, [
      ...visit("a", 1, 20, "again", [called(10, 1, 5), called(30, 3, 7)]),
      ...visit("a", 2, 20, "done", [called(40, 4, 12)]),
      ...visit("b", 1, 3),
    ]);
    await run(agent, visit("a", 1, 20, "done", [called(40, 4, 12)]));
    expect(await nodeHistory(database.pool, agent)).toEqual({
      runs: 2,
      nodes: [
        {
          nodeId: "a",
          runs: 2,
          visits: 3,
          tokensIn: level(40),
          tokensOut: level(4),
          costMicros: level(12),
          unpricedCalls: 0,
          ms: level(20),
          ports: expect.arrayContaining([
            { visit: 1, port: "again", times: 1 },
            { visit: 1, port: "done", times: 1 },
            { visit: 2, port: "done", times: 1 },
          ]),
        },
        expect.objectContaining({ nodeId: "b", runs: 1, visits: 1, tokensIn: level(0), ms: level(3) }),
      ],
    });
  });

  test("spreads over the visits, five in a hundred below and above", async () => {
    const agent = await newAgent();
    for (let ms = 0; ms <= 100; ms += 5) await run(agent, visit("a", 1, ms));
    const { nodes } = await nodeHistory(database.pool, agent);
    expect(nodes[0]?.ms).toEqual({ p5: 5, p50: 50, p95: 95 });
  });

  test("leaves out the wait for a person, and counts a visit that was tried again from its first start", async () => {
    const agent = await newAgent();
    await run(agent, [
      at("ask", 1, 0, started),
      at("ask", 1, 10, paused),
      at("ask", 1, 9_000, started),
      at("ask", 1, 9_004, left("yes")),
      at("flaky", 1, 0, started),
      at("flaky", 1, 50, started),
      at("flaky", 1, 60, left("out")),
    ]);
    const { nodes } = await nodeHistory(database.pool, agent);
    expect(nodes.map(({ nodeId, ms }) => [nodeId, ms.p50])).toEqual([
      ["ask", 4],
      ["flaky", 60],
    ]);
  });

  test("says how many calls have no known price", async () => {
    const agent = await newAgent();
    await run(agent, visit("a", 1, 1, "out", [called(1, 1, null), called(1, 1, 9)]));
    const { nodes } = await nodeHistory(database.pool, agent);
    expect(nodes[0]).toMatchObject({ unpricedCalls: 1, costMicros: level(9) });
  });

  test("counts what happens inside a subgraph for it, too, in the visit during which it happens", async () => {
    const agent = await newAgent();
    const inside = (number: number, ts: number, input: number) => [
      at("sub", number, ts, started),
      at("sub/deep", number, ts, started),
      at("sub/deep/a", number, ts, started),
      at("sub/deep/a", number, ts + 1, called(input, 1, 3)),
      at("sub/deep/a", number, ts + 2, left("out")),
      at("sub/deep", number, ts + 3, left("out")),
      at("sub", number, ts + 4, left("out")),
    ];
    await run(agent, [...inside(1, 0, 10), ...inside(2, 100, 10), ...visit("subtle", 1, 1)]);
    const { nodes } = await nodeHistory(database.pool, agent);
    expect(nodes.map(({ nodeId, visits, tokensIn, ms }) => [nodeId, visits, tokensIn.p95, ms.p50])).toEqual([
      ["sub", 2, 10, 4],
      ["sub/deep", 2, 10, 3],
      ["sub/deep/a", 2, 10, 2],
      ["subtle", 1, 0, 1],
    ]);
  });

  test("leaves the wait for a person out of the subgraph in which it was asked", async () => {
    const agent = await newAgent();
    await run(agent, [
      at("sub", 1, 0, started),
      at("sub/ask", 1, 1, started),
      at("sub/ask", 1, 2, paused),
      at("sub", 1, 9_000, started),
      at("sub/ask", 1, 9_001, started),
      at("sub/ask", 1, 9_002, left("yes")),
      at("sub", 1, 9_003, left("out")),
    ]);
    const { nodes } = await nodeHistory(database.pool, agent);
    expect(nodes.map(({ nodeId, ms }) => [nodeId, ms.p50])).toEqual([
      ["sub", 3],
      ["sub/ask", 1],
    ]);
  });

  test("knows nothing of pinned visits, unfinished visits, failed runs and other agents", async () => {
    const [agent, other] = [await newAgent(), await newAgent()];
    await run(agent, [
      at("pinned", 1, 0, started),
      at("pinned", 1, 1, left("out", true)),
      at("open", 1, 0, started),
    ]);
    await run(agent, visit("a", 1, 1), { type: "run.cancelled", data: {} });
    await run(other, visit("b", 1, 1));
    expect(await nodeHistory(database.pool, agent)).toEqual({ runs: 1, nodes: [] });
    expect(await nodeHistory(database.pool, await newAgent())).toEqual({ runs: 0, nodes: [] });
  });

  test("is of the latest 200 runs, and from the twentieth visit on all count as that", async () => {
    const agent = await newAgent();
    await run(agent, visit("old", 1, 1));
    await database.pool.query("update runs set created_at = now() - interval '1 day' where agent_id = $1", [
      agent,
    ]);
    for (let index = 0; index < 200; index += 1) await run(agent, visit("a", 20 + index, 1));
    const { runs: seen, nodes } = await nodeHistory(database.pool, agent);
    expect(seen).toBe(200);
    expect(nodes.map(({ nodeId, ports }) => [nodeId, ports])).toEqual([
      ["a", [{ visit: 20, port: "out", times: 200 }]],
    ]);
  });
});
