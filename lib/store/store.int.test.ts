import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { agents, runs, threads } from "@/drizzle/schema";
import { createRunWorld, eventOf, type RunWorld } from "@/lib/runs/testing/run-world";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import type { Channel } from "@/workflows/graph/channel";
import { storeScopes } from "@/workflows/runtime/ports";
import { storeGateway } from "./store-gateway";
import { mostItems } from "./write";

let world: RunWorld;
let calls = 0;
beforeAll(async () => {
  world = await createRunWorld();
});
afterEach(() => world.stopAll());
afterAll(() => world.close());

const anything: Channel = { type: "any", reducer: "replace" };
const counting = (scope: string) =>
  draw({
    channels: { name: text, times: anything },
    nodes: {
      start: start("name"),
      count: node("store", { action: "increment", scope, key: "visits/{{ name }}", output: "times" }),
      end: end("times"),
    },
    edges: ["start > count", "count > end"],
  });

/** A run that has ended, whose nodes' calls are made here. */
async function place(scope: (typeof storeScopes)[number] = "thread") {
  const server = await world.startProcess();
  const agent = await world.publish(counting("thread"));
  const { runId } = await world.start(server, agent, { name: "x" });
  await eventOf(server, world.ada, runId, ({ type }) => type === "run.finished");
  return { scope, runId };
}
const call = (at: Awaited<ReturnType<typeof place>>) => {
  calls += 1;
  return { place: at, callKey: `${at.runId}:node:${calls}:call` };
};
const storeOf = (workspaceId: string) => storeGateway(world.database.pool, workspaceId);
const home = () => storeOf(Object(world.ada).workspaceId);

describe("a stored value", () => {
  test("is there until it is deleted, and only under its own key", async () => {
    const [at, store] = [await place(), home()];
    await store.set(call(at), { key: "a", value: { deep: [1, null] } });
    await store.set(call(at), { key: "a", value: { deep: [2] } });
    expect(await store.get(at, "a")).toEqual({ deep: [2] });
    expect(await store.get(at, "A")).toBeUndefined();
    expect(await store.delete(call(at), "a")).toBe(true);
    expect(await store.delete(call(at), "a")).toBe(false);
    expect(await store.get(at, "a")).toBeUndefined();
  });

  test("may be nothing, and hold what jsonb refuses", async () => {
    const [at, store] = [await place(), home()];
    await store.set(call(at), { key: "none", value: null });
    await store.set(call(at), { key: "odd", value: "a\u0000b" });
    expect([await store.get(at, "none"), await store.get(at, "odd")]).toEqual([null, "a\ufffdb"]);
  });

  test("is gone when its time is over, for every way to look", async () => {
    const [at, store] = [await place(), home()];
    await store.set(call(at), { key: "t/1", value: 1, ttlMs: 60_000 });
    await store.increment(call(at), { key: "t/n", by: 5, ttlMs: 60_000 });
    await store.increment(call(at), { key: "t/n", by: 1, ttlMs: 3_600_000 });
    expect(await store.list(at, { prefix: "t/", limit: 10 })).toEqual([
      { key: "t/1", value: 1 },
      { key: "t/n", value: 6 },
    ]);
    await world.database.pool.query("update store_items set expires_at = expires_at - interval '1 minute'");
    expect(await store.get(at, "t/1")).toBeUndefined();
    expect(await store.list(at, { prefix: "t/", limit: 10 })).toEqual([]);
    expect(await store.delete(call(at), "t/1")).toBe(false);
    expect(await store.increment(call(at), { key: "t/n", by: 2 })).toBe(2);
  });

  test("is listed by prefix, which is no pattern", async () => {
    const [at, store] = [await place(), home()];
    for (const key of ["p%1", "px1", "p%2", "P%3"]) await store.set(call(at), { key, value: key });
    const keys = async (prefix: string, limit = 10) =>
      (await store.list(at, { prefix, limit })).map(({ key }) => key);
    expect(await keys("p%")).toEqual(["p%1", "p%2"]);
    expect(await keys("p", 2)).toEqual(["p%1", "p%2"]);
  });

  test("has its bounds: size, number of keys, and what a list brings", async () => {
    const [at, store] = [await place(), home()];
    const large = store.set(call(at), { key: "l", value: "x".repeat(300_000) });
    await expect(large).rejects.toMatchObject({ code: "too_large" });
    for (let index = 0; index < 5; index += 1) {
      await store.set(call(at), { key: `big/${index}`, value: "x".repeat(250_000) });
    }
    await expect(store.list(at, { prefix: "big/", limit: 10 })).rejects.toMatchObject({ code: "too_large" });
    expect(await store.list(at, { prefix: "big/", limit: 3 })).toHaveLength(3);
    await world.database.pool.query(
      `insert into store_items (id, workspace_id, scope, owner, key, value)
       select 'f' || n, workspace_id, scope, owner, 'fill/' || n, '0'
       from store_items, generate_series(1, $1) n where key = 'big/0'`,
      [mostItems - 5 - 1],
    );
    const none = store.set(call(at), { key: "one more", value: 1 });
    await expect(none).rejects.toMatchObject({ code: "too_large" });
    await store.set(call(at), { key: "big/0", value: "small" });
  });
});

describe("a change", () => {
  test("that is made again by a node that runs twice changes nothing", async () => {
    const [at, store] = [await place(), home()];
    const [add, set, drop] = [call(at), call(at), call(at)];
    expect(await store.increment(add, { key: "n", by: 3 })).toBe(3);
    await store.increment(call(at), { key: "n", by: 1 });
    expect(await store.increment(add, { key: "n", by: 3 })).toBe(3);
    expect(await store.get(at, "n")).toBe(4);
    await store.set(set, { key: "s", value: "first" });
    await store.set(call(at), { key: "s", value: "second" });
    await store.set(set, { key: "s", value: "first" });
    expect(await store.get(at, "s")).toBe("second");
    expect(await store.delete(drop, "s")).toBe(true);
    await store.set(call(at), { key: "s", value: "third" });
    expect(await store.delete(drop, "s")).toBe(true);
    expect(await store.get(at, "s")).toBe("third");
  });

  test("of many at once counts each, and one call made by two processes once", async () => {
    const [at, store] = [await place(), home()];
    const same = call(at);
    const each = Array.from({ length: 40 }, () => store.increment(call(at), { key: "m", by: 1 }));
    const twice = Array.from({ length: 8 }, () => store.increment(same, { key: "m", by: 100 }));
    await Promise.all([...each, ...twice]);
    expect(await store.get(at, "m")).toBe(140);
    expect(new Set(await Promise.all(twice)).size).toBe(1);
  });

  test("that fails leaves no trace and may be tried again", async () => {
    const [at, store] = [await place(), home()];
    const add = call(at);
    await store.set(call(at), { key: "word", value: "hello" });
    await expect(store.increment(add, { key: "word", by: 1 })).rejects.toMatchObject({ code: "node_failed" });
    expect(await store.get(at, "word")).toBe("hello");
    await store.set(call(at), { key: "word", value: 1 });
    expect(await store.increment(add, { key: "word", by: 1 })).toBe(2);
  });
});

describe("whose values they are", () => {
  test("is said by the run, scope by scope", async () => {
    const store = home();
    const first = await place();
    const other = await place();
    for (const scope of storeScopes) {
      await store.set(call({ ...first, scope }), { key: "who", value: scope });
    }
    const seen = async (runId: string) =>
      Promise.all(storeScopes.map((scope) => store.get({ scope, runId }, "who")));
    expect(await seen(first.runId)).toEqual(["thread", "user", "agent"]);
    // Another conversation with another agent, by the same person.
    expect(await seen(other.runId)).toEqual([undefined, "user", undefined]);
  });

  test("never reaches another workspace", async () => {
    const at = await place();
    await home().set(call(at), { key: "mine", value: 1 });
    const away = storeOf(await world.otherWorkspace());
    await expect(away.get(at, "mine")).rejects.toThrow();
    await expect(away.set(call(at), { key: "mine", value: 2 })).rejects.toThrow();
    expect(await home().get(at, "mine")).toBe(1);
  });

  test("goes with its thread and its agent", async () => {
    const [at, store] = [await place(), home()];
    for (const scope of storeScopes) await store.set(call({ ...at, scope }), { key: "gone", value: scope });
    const [run] = await world.database.db.select().from(runs).where(eq(runs.id, at.runId));
    const left = async () => {
      const { rows } = await world.database.pool.query(
        "select value from store_items where key = 'gone' order by 1",
      );
      return rows.map(({ value }) => value);
    };
    await world.database.db.delete(threads).where(eq(threads.id, run?.threadId ?? ""));
    expect(await left()).toEqual(["agent", "user"]);
    await world.database.db.delete(agents).where(eq(agents.id, run?.agentId ?? ""));
    expect(await left()).toEqual(["user"]);
  });
});

test("a graph counts over its runs", async () => {
  const server = await world.startProcess();
  const agent = await world.publish(counting("agent"));
  for (const times of [1, 2, 3]) {
    const { runId } = await world.start(server, agent, { name: "Ada" });
    await eventOf(server, world.ada, runId, ({ type }) => type === "run.finished");
    expect(await server.service.get(world.ada, runId)).toMatchObject({ output: { times } });
  }
});
