import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { livenessLock } from "@/lib/realtime/notifier";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { FakeClock } from "../testing/fake-clock";
import { createRunWorld, eventOf, type RunWorld, type TestProcess } from "../testing/run-world";
import { queueLastingOrphans, reconnectMs } from "./orphans";

let world: RunWorld;
beforeAll(async () => {
  world = await createRunWorld();
});
afterEach(() => world.stopAll());
afterAll(() => world.close());

const graph = draw({
  channels: { q: text, answer: text },
  nodes: {
    s: start("q"),
    ask: node("model", { model: "acme/1", prompt: "{{ q }}", output: "answer" }),
    done: end("answer"),
  },
  edges: ["s > ask", "ask > done"],
});

/** A run inside a model call that does not end, and the round of another process, halted while it waits. */
async function halfway(lose: (process: TestProcess) => Promise<void>) {
  const process = await world.startProcess();
  world.script("acme/1", async function* () {
    yield* [];
    await new Promise(() => {});
  });
  const { runId } = await world.start(process, await world.publish(graph), { q: "?" });
  await eventOf(process, world.ada, runId, ({ type }) => type === "model.started");
  const back = new Promise<void>((resolve) => process.live.notifier.onReconnect(resolve));
  await lose(process);
  const clock = new FakeClock();
  const queued: string[] = [];
  const queue = {
    sendAll: async (_connection: unknown, runs: readonly { runId: string }[]) => {
      queued.push(...runs.map((run) => run.runId));
    },
  };
  const waits = new Promise<void>((resolve) => {
    const after = clock.after.bind(clock);
    clock.after = (ms, callback) => {
      resolve();
      return after(ms, callback);
    };
  });
  const round = queueLastingOrphans(world.database.pool, queue, clock);
  // Whoever is back by then is not even looked at again.
  await Promise.race([waits, round]);
  return { runId, back, queued, finish: () => clock.pass(reconnectMs).then(() => round) };
}

test("a process that lost its listening connection for a moment keeps its runs", async () => {
  const { back, queued, finish } = await halfway(async ({ live }) => {
    await world.database.pool.query(
      "select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and classid = $1 and objid = $2",
      [livenessLock, live.notifier.processId],
    );
  });
  await back;
  await finish();
  expect(queued).toEqual([]);
});

test("a process that stays dead loses them", async () => {
  const { runId, queued, finish } = await halfway((process) => process.kill());
  await finish();
  expect(queued).toContain(runId);
});
