import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { checkpointSchema } from "@/lib/db/migrate";
import { draw, end, mark, node, start, text, trail } from "@/workflows/compile/testing/draw";
import { createRunWorld, eventsOf, type RunWorld } from "./testing/run-world";

let world: RunWorld;
beforeAll(async () => {
  world = await createRunWorld();
});
afterEach(() => world.stopAll());
afterAll(() => world.close());

/** Nothing can be stored or read of checkpoints until it is released. */
async function lockCheckpoints() {
  const connection = await world.database.pool.connect();
  await connection.query(`begin; lock table ${checkpointSchema}.checkpoints in access exclusive mode`);
  return async () => {
    await connection.query("rollback");
    connection.release();
  };
}

const epochOf = async (runId: string) => {
  const { rows } = await world.database.pool.query("select epoch from runs where id = $1", [runId]);
  return Number(rows[0]?.epoch);
};

const waitingPuts = async () => {
  const { rows } = await world.database.pool.query(
    "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%checkpoint_blobs%'",
  );
  return rows.length;
};

const graph = draw({
  channels: { q: text, receipt: text, trail },
  nodes: {
    s: start("q"),
    a: mark("a"),
    b: mark("b"),
    order: node("http", {
      method: "POST",
      url: "https://shop.test/order",
      output: "receipt",
      parse: "text",
    }),
    done: end("trail", "receipt"),
  },
  edges: ["s > a", "a > b", "b > order", "order > done"],
});

describe("a run whose checkpoints are not stored yet", () => {
  test("acts on nobody outside and tells of nothing, and whoever takes it over begins where it was stored", async () => {
    const orders: (string | undefined)[] = [];
    world.answerHttp(async (call) => {
      orders.push(call.headers["idempotency-key"]);
      return { status: 200, headers: {}, body: "thanks", url: call.url };
    });
    const first = await world.startProcess();
    const agent = await world.publish(graph);
    const release = await lockCheckpoints();
    const { runId } = await world.start(first, agent, { q: "?" });
    await expect.poll(waitingPuts).toBeGreaterThan(0);
    await first.kill();
    const next = await world.startProcess();
    await expect.poll(() => epochOf(runId)).toBe(2);
    expect(orders).toEqual([]);
    expect((await eventsOf(next, world.ada, runId)).map(({ type }) => type)).toEqual(["run.started"]);
    await release();
    expect(await next.service.wait(world.ada, runId)).toMatchObject({
      output: { trail: ["a", "b"], receipt: "thanks" },
    });
    expect(orders).toEqual([`${runId}:order:1:request`]);
    const events = await eventsOf(next, world.ada, runId);
    const visits = events.flatMap(({ type, node: of, visit }) =>
      type === "node.started" ? [`${of}:${visit}`] : [],
    );
    expect(visits).toEqual(["a:1", "b:1", "order:1"]);
  });

  test("ends only when the last is stored", async () => {
    world.answerHttp(async (call) => ({ status: 200, headers: {}, body: "thanks", url: call.url }));
    const server = await world.startProcess();
    const agent = await world.publish(
      draw({
        channels: { q: text, trail },
        nodes: { s: start("q"), a: mark("a"), b: mark("b"), done: end("trail") },
        edges: ["s > a", "a > b", "b > done"],
      }),
    );
    const release = await lockCheckpoints();
    const { runId } = await world.start(server, agent, { q: "?" });
    await expect.poll(waitingPuts).toBeGreaterThan(0);
    expect((await eventsOf(server, world.ada, runId)).map(({ type }) => type)).toEqual(["run.started"]);
    await release();
    expect(await server.service.wait(world.ada, runId)).toMatchObject({ output: { trail: ["a", "b"] } });
    const events = await eventsOf(server, world.ada, runId);
    const told = events.map(({ type, node: of }) => (of ? `${type} ${of}` : type));
    expect(told).toEqual([
      "run.started",
      "checkpoint.saved",
      "checkpoint.saved",
      "node.started a",
      "node.finished a",
      "checkpoint.saved",
      "node.started b",
      "node.finished b",
      "checkpoint.saved",
      "run.finished",
    ]);
  });
});
