import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { modelConnections, workspaces } from "@/drizzle/schema";
import type { KeyLimits } from "@/lib/api/contract/models";
import { type DatabaseHandle, openDatabase } from "@/lib/db/database";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import { KeyQueue } from "./key-queue";

let database: DatabaseHandle;
let other: DatabaseHandle;
beforeAll(async () => {
  database = await createTestDatabase();
  // Another process has a pool of its own.
  other = openDatabase(database.url);
  await database.db.insert(workspaces).values({ id: "wsp_1", name: "One" });
});
afterAll(async () => {
  await other.close();
  await database.close();
});
beforeEach(async () => {
  await database.db.delete(modelConnections);
  const row = { id: "con_1", workspaceId: "wsp_1", provider: "openai", name: "Cloud", models: ["m"] };
  await database.db.insert(modelConnections).values(row);
});

const key = (limits: KeyLimits) => ({ connectionId: "con_1", name: "Cloud", limits });
const queues = () => [new KeyQueue(database.pool), new KeyQueue(other.pool)] as const;

describe("the line before a limited key", () => {
  it("lets nobody wait, and asks nobody, where nothing is limited", async () => {
    const queue = new KeyQueue({ query: () => Promise.reject(new Error("asked")) });
    expect(await queue.enter(key({}), { tokens: 1_000_000 })).toBeUndefined();
  });

  it("spaces the calls of two processes as one line, in the order in which they came", async () => {
    const [a, b] = queues();
    // 60 at once, then one every 110.9 ms.
    const limits = { requestsPerMinute: 600 };
    await a.enter(key({ requestsPerMinute: 600 }), { tokens: 1 });
    await database.pool.query(
      "update model_queues set requests_until = now() + interval '1 millisecond' * 60 * 60000 / 541",
    );
    const start = performance.now();
    const order: number[] = [];
    const done: Promise<unknown>[] = [];
    for (let call = 0; call < 10; call += 1) {
      const queue = call % 2 === 0 ? a : b;
      let reserved: () => void = () => {};
      const asked = new Promise<void>((resolve) => {
        reserved = resolve;
      });
      const watched = new KeyQueue({
        query: async (sql, values) => {
          const answer = await (queue === a ? database : other).pool.query(sql, values);
          reserved();
          return answer;
        },
      });
      done.push(watched.enter(key(limits), { tokens: 1 }).then(() => order.push(call)));
      await asked;
    }
    await Promise.all(done);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(performance.now() - start).toBeGreaterThan(900);
  });

  it("counts tokens, and gives back what was promised and not taken", async () => {
    const [a, b] = queues();
    const limits = { tokensPerMinute: 10_000 };
    const turn = await a.enter(key(limits), { tokens: 5_000 });
    await expect(b.enter(key(limits), { tokens: 100, deadline: Date.now() + 5_000 })).rejects.toMatchObject({
      code: "model_rate_limited",
      message: expect.stringMatching(
        /^The key of “Cloud” is limited to 10000 tokens a minute: this call's turn would come in 2\d s, and it can wait 5\.0 s\.$/,
      ),
      details: { data: { retryAfterSeconds: expect.any(Number) } },
    });
    turn?.ended(200);
    await expect
      .poll(async () => b.enter(key(limits), { tokens: 100, deadline: Date.now() + 50 }))
      .toBeDefined();
  });

  it("leaves at once when it is stopped, and gives its place back", async () => {
    const [a, b] = queues();
    const limits = { requestsPerMinute: 1 };
    await a.enter(key(limits), { tokens: 1 });
    const stop = new AbortController();
    const untilOf = async () =>
      (await database.pool.query("select requests_until::text as until from model_queues")).rows[0].until;
    const before = await untilOf();
    const waiting = b.enter(key(limits), { tokens: 1, signal: stop.signal });
    await expect.poll(untilOf).not.toBe(before);
    stop.abort(new Error("cancelled"));
    await expect(waiting).rejects.toThrow();
    expect(await untilOf()).toBe(before);
  });

  it("holds everybody back when the provider asks for it, those that wait as well", async () => {
    const [a, b] = queues();
    const limits = { requestsPerMinute: 600, maxWaitSeconds: 30 };
    const turn = await a.enter(key(limits), { tokens: 1 });
    const start = performance.now();
    turn?.refused(700);
    await expect
      .poll(async () => (await database.pool.query("select shifted_ms from model_queues")).rows[0].shifted_ms)
      .toBeGreaterThan(0);
    const told: string[] = [];
    await b.enter(key(limits), { tokens: 1, log: (_, line) => told.push(line) });
    expect(performance.now() - start).toBeGreaterThan(650);
    expect(told).toEqual([
      expect.stringMatching(
        /^Waited 0\.\d s for its turn: the key of “Cloud” is limited to 600 requests a minute\.$/,
      ),
    ]);
  });

  it("puts off again whoever waits while the provider refuses another", async () => {
    const [a, b] = queues();
    const limits = { requestsPerMinute: 600 };
    const turn = await a.enter(key(limits), { tokens: 1 });
    await database.pool.query("update model_queues set held_until = now() + interval '200 milliseconds'");
    const start = performance.now();
    const waiting = b.enter(key(limits), { tokens: 1 });
    turn?.refused(900);
    await waiting;
    expect(performance.now() - start).toBeGreaterThan(800);
  });

  it("refuses a wait that is longer than the connection allows", async () => {
    const [a] = queues();
    const limits = { requestsPerMinute: 1, maxWaitSeconds: 2 };
    await a.enter(key(limits), { tokens: 1 });
    await expect(a.enter(key(limits), { tokens: 1 })).rejects.toMatchObject({ code: "model_rate_limited" });
    await expect(a.enter(key(limits), { tokens: 1 })).rejects.toThrow("it can wait 2.0 s");
  });

  it("asks nothing of a connection that is gone", async () => {
    await database.db.delete(modelConnections);
    const [a] = queues();
    expect(await a.enter(key({ requestsPerMinute: 1 }), { tokens: 1 })).toBeDefined();
  });
});
