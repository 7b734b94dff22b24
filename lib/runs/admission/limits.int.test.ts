import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { agents, workspaces } from "@/drizzle/schema";
import { draw, end, node, start } from "@/workflows/compile/testing/draw";
import { Gate, gatedGraph } from "../testing/gated";
import { createRunWorld, type RunWorld } from "../testing/run-world";

let world: RunWorld;
let gate: Gate;
beforeAll(async () => {
  world = await createRunWorld();
});
beforeEach(() => {
  gate = new Gate();
  world.script("gate/model", gate.script);
});
afterEach(async () => {
  gate.letAll();
  await world.stopAll();
  await world.database.db.update(workspaces).set({ runLimits: {} });
  await world.database.pool.query("delete from threads");
});
afterAll(() => world.close());

const q = { q: "?" };
const limit = (runLimits: object) => world.database.db.update(workspaces).set({ runLimits });
const times = <Value>(count: number, make: () => Promise<Value>) =>
  Promise.all(Array.from({ length: count }, make));

async function held(): Promise<Record<string, number>> {
  const { rows } = await world.database.pool.query(
    "select coalesce(held, status) as state, count(*)::int from runs group by 1 order by 1",
  );
  return Object.fromEntries(rows.map(({ state, count }) => [String(state), Number(count)]));
}

/** A run that asks a person at once. */
const askingGraph = draw({
  nodes: {
    s: start(),
    ask: node("human", {
      message: "Go on?",
      answers: [{ id: "yes", label: "Yes", tone: "primary" }],
      edit: [],
    }),
    done: end(),
  },
  edges: ["s > ask", "ask.yes > done"],
});

describe("a workspace's limit of runs in progress", () => {
  test("is never exceeded, however many come at once and in however many processes, and all get their turn", async () => {
    await limit({ running: 3 });
    const server = await world.startProcess(20);
    const servers = [server, await world.startProcess(20), await world.startProcess(0)];
    const agent = await world.publish(gatedGraph);
    const made = (
      await Promise.all(servers.map((server) => times(10, () => world.start(server, agent, q))))
    ).flat();
    for (let ended = 0; ended < 30; ended += 1) {
      await gate.until(Math.min(30, 3 + ended));
      gate.letOne();
    }
    const runs = await Promise.all(made.map(({ runId }) => server.service.wait(world.ada, runId)));
    expect(runs.map(({ status }) => status)).toEqual(made.map(() => "success"));
    expect(gate.most).toBe(3);
  });

  test("is exact where runs of several processes take the last places without waiting for one another", async () => {
    const { rows } = await world.database.pool.query("show max_connections");
    const room = Number(rows[0]?.max_connections) + 5;
    const webs = [
      await world.startProcess(0, { limits: { running: room, queued: 1_000 } }),
      await world.startProcess(0, { limits: { running: room, queued: 1_000 } }),
    ];
    const agent = await world.publish(gatedGraph);
    await Promise.all(webs.map((web) => times(room, () => world.start(web, agent, q))));
    await world.stopAll();
    expect(await held()).toEqual({ limit: room, pending: room });
  });

  test("a run that waits for a person holds no place, and takes one again when it was answered", async () => {
    await limit({ running: 1 });
    const server = await world.startProcess();
    const first = await world.start(server, await world.publish(askingGraph), {});
    expect((await server.service.wait(world.ada, first.runId)).status).toBe("interrupted");
    const second = await world.start(server, await world.publish(gatedGraph), q);
    await gate.until(1);
    const { items } = await server.service.interrupts(world.ada, {}, { limit: 1 });
    await server.service.answer(world.ada, items[0]?.id ?? "", { answer: "yes" });
    expect(await server.service.get(world.ada, first.runId)).toMatchObject({ status: "pending" });
    expect(await held()).toEqual({ limit: 1, running: 1 });
    gate.letAll();
    expect((await server.service.wait(world.ada, first.runId)).status).toBe("success");
    expect((await server.service.wait(world.ada, second.runId)).status).toBe("success");
  });

  test("a run that is stopped, at work or while it waits, leaves its place to the next", async () => {
    await limit({ running: 1 });
    const server = await world.startProcess();
    const agent = await world.publish(gatedGraph);
    const atWork = await world.start(server, agent, q);
    await gate.until(1);
    const waits = await world.start(server, agent, q);
    const last = await world.start(server, agent, q);
    expect((await server.service.cancel(world.ada, waits.runId)).status).toBe("cancelled");
    await server.service.cancel(world.ada, atWork.runId);
    await gate.until(2);
    gate.letAll();
    expect((await server.service.wait(world.ada, last.runId)).status).toBe("success");
  });

  test("a place that nobody heard of is found by the sweep", async () => {
    await limit({ running: 1 });
    const web = await world.startProcess(0);
    const { runId } = await world.start(web, await world.publish(gatedGraph), q);
    await web.stop(0);
    await world.database.pool.query("update runs set held = 'limit' where id = $1", [runId]);
    await world.database.pool.query("delete from pgboss.job");
    gate.letAll();
    const server = await world.startProcess();
    expect((await server.service.wait(world.ada, runId)).status).toBe("success");
  });

  test("of one agent leaves the other agents their places", async () => {
    const server = await world.startProcess();
    const busy = await world.publish(gatedGraph);
    await world.database.db
      .update(agents)
      .set({ runLimits: { running: 1 } })
      .where(eq(agents.id, busy.id));
    await times(3, () => world.start(server, busy, q));
    await gate.until(1);
    await times(2, () => world.publish(gatedGraph).then((other) => world.start(server, other, q)));
    await gate.until(3);
    expect(await held()).toEqual({ limit: 2, running: 3 });
  });
});

test("among those that wait, the higher priority goes first, then the older", async () => {
  await limit({ running: 1 });
  const server = await world.startProcess();
  const agent = await world.publish(gatedGraph);
  const make = (priority: number) =>
    server.service.create(world.ada, { agent, graph: { version: 1 }, source: "api", input: q, priority });
  const first = await make(0);
  await gate.until(1);
  const order = [await make(-1), await make(0), await make(10), await make(0)];
  gate.letAll();
  await Promise.all([first, ...order].map(({ runId }) => server.service.wait(world.ada, runId)));
  const { rows } = await world.database.db.execute(sql`select id from runs order by started_at`);
  const [low, older, high, younger] = order.map(({ runId }) => runId);
  expect(rows.map(({ id }) => id)).toEqual([first.runId, high, older, younger, low]);
});

describe("a full queue", () => {
  test("refuses one more run, says when to come back, and keeps nothing of it", async () => {
    await limit({ running: 1, queued: 2 });
    const web = await world.startProcess(0);
    const agent = await world.publish(gatedGraph);
    for (let made = 0; made < 3; made += 1) {
      await world.start(web, agent, q);
      await web.settled();
    }
    await expect(world.start(web, agent, q)).rejects.toMatchObject({
      code: "queue_full",
      details: { data: { limit: 2, retryAfterSeconds: 60 } },
    });
    expect(await held()).toEqual({ limit: 2, pending: 1 });
  });

  test("leaves other workspaces alone", async () => {
    await limit({ running: 1, queued: 0 });
    const web = await world.startProcess(0);
    const other = await world.otherWorkspace();
    const agent = await world.publish(gatedGraph);
    await world.start(web, agent, q);
    await web.settled();
    await expect(world.start(web, agent, q)).rejects.toMatchObject({ code: "queue_full" });
    await world.start(web, await world.publish(gatedGraph, "Agent", other), q);
  });
});
