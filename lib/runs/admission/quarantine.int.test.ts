import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { draw, end, mark, node, start, text, trail } from "@/workflows/compile/testing/draw";
import { Gate, gatedGraph } from "../testing/gated";
import { createRunWorld, eventOf, eventsOf, type RunWorld } from "../testing/run-world";

let world: RunWorld;
beforeAll(async () => {
  world = await createRunWorld();
});
afterEach(async () => {
  await world.stopAll();
  await world.database.pool.query("delete from threads");
  await world.database.pool.query("delete from processes");
});
afterAll(() => world.close());

const q = { q: "?" };
const enters = (type: string, count: number) => {
  let seen = 0;
  return (event: { type: string }) => event.type === type && ++seen === count;
};

async function crashesOf(): Promise<Record<string, number>> {
  const { rows } = await world.database.pool.query("select id, crashes from runs");
  return Object.fromEntries(rows.map(({ id, crashes }) => [String(id), Number(crashes)]));
}

async function epochOf(runId: string): Promise<number> {
  const { rows } = await world.database.pool.query("select epoch from runs where id = $1", [runId]);
  return Number(rows[0]?.epoch);
}

/** A process that dies as soon as it is at the run's model call, for the so-manieth time. */
async function dieAt(runId: string, attempt: number): Promise<void> {
  const process = await world.startProcess();
  await eventOf(process, world.ada, runId, enters("model.started", attempt));
  await process.kill();
}

test("a run with which three workers died is not tried again, and says so", async () => {
  const gate = new Gate();
  world.script("gate/model", gate.script);
  const web = await world.startProcess(0);
  const { runId, threadId } = await world.start(web, await world.publish(gatedGraph), q);
  for (let attempt = 1; attempt <= 3; attempt += 1) await dieAt(runId, attempt);
  const last = await world.startProcess();
  const run = await last.service.wait(world.ada, runId);
  expect(run).toMatchObject({ status: "error", problem: { code: "run_quarantined" } });
  expect(gate.entered).toBe(3);
  const { view } = await last.service.view(world.ada, runId);
  expect(view).toMatchObject({ status: "error", nodes: { ask: { status: "failed" } } });
  const thread = await world.database.pool.query("select status from threads where id = $1", [threadId]);
  expect(thread.rows).toEqual([{ status: "error" }]);
  gate.letAll();
});

/** Workers that ended without a word, a moment ago. */
async function lostWorkers(count: number): Promise<void> {
  await world.database.pool.query(
    `insert into processes (id, role, host, pid, version, report)
     select -n, 'worker', 'gone', n, '1', '{}' from generate_series(1, $1) n`,
    [count],
  );
}

test.each([
  { deaths: 8, status: "success" },
  { deaths: 9, status: "error" },
])("in a storm, when many workers end, a run with which $deaths died ends as $status", async (storm) => {
  const gate = new Gate();
  world.script("gate/model", gate.script);
  const web = await world.startProcess(0);
  await lostWorkers(9);
  const { runId } = await world.start(web, await world.publish(gatedGraph), q);
  for (let attempt = 1; attempt <= storm.deaths; attempt += 1) await dieAt(runId, attempt);
  const last = await world.startProcess();
  // Only then is what the dead had begun theirs no more.
  await expect.poll(() => epochOf(runId)).toBe(storm.deaths + 1);
  await gate.until(9);
  gate.letAll();
  expect(await last.service.wait(world.ada, runId)).toMatchObject({ status: storm.status });
  expect(gate.entered).toBe(9);
});

/** Soon after the database's own start, missed heartbeats say nothing about a worker. */
async function isPastStart(): Promise<boolean> {
  const { rows } = await world.database.pool.query(
    "select now() - pg_postmaster_start_time() > interval '31 seconds' as past",
  );
  return rows[0]?.past;
}

test("a run with which three workers hang is set aside alike, though all of them keep their locks", {
  timeout: 120_000,
}, async () => {
  await expect.poll(isPastStart, { timeout: 60_000, interval: 500 }).toBe(true);
  const gate = new Gate();
  world.script("gate/model", gate.script);
  const web = await world.startProcess(0);
  const { runId } = await world.start(web, await world.publish(gatedGraph), q);
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const process = await world.startProcess();
    await eventOf(process, world.ada, runId, enters("model.started", attempt));
    expect(await crashesOf()).toEqual({ [runId]: attempt - 1 });
    await process.hang();
  }
  const last = await world.startProcess();
  const run = await last.service.wait(world.ada, runId);
  expect(run).toMatchObject({ status: "error", problem: { code: "run_quarantined" } });
  expect(gate.entered).toBe(3);
  gate.letAll();
});

test("whoever died beside it is worked on alone then, gets on, and is free of suspicion", async () => {
  const gate = new Gate();
  world.script("gate/model", gate.script);
  const web = await world.startProcess(0);
  const agent = await world.publish(gatedGraph);
  const made = [
    await world.start(web, agent, q),
    await world.start(web, agent, q),
    await world.start(web, agent, q),
  ];
  for (let death = 1; death <= 2; death += 1) {
    const process = await world.startProcess();
    await gate.until(made.length * death);
    await Promise.all(
      made.map(({ runId }) => eventOf(process, world.ada, runId, enters("model.started", death))),
    );
    await process.kill();
  }
  gate.most = 0;
  gate.inside = 0;
  const last = await world.startProcess();
  await gate.until(7);
  expect(Object.values(await crashesOf())).toEqual([2, 2, 2]);
  const fresh = await world.start(web, agent, q);
  await gate.until(8);
  expect(gate.most).toBe(2);
  gate.letAll();
  for (const { runId } of [...made, fresh]) {
    expect((await last.service.wait(world.ada, runId)).status).toBe("success");
  }
});

test("a run that gets on between the deaths of its workers goes on for ever", async () => {
  const gate = new Gate();
  world.script("gate/model", gate.script);
  const rounds = 5;
  const names = Array.from({ length: rounds }, (_, at) => `n${at}`);
  const ask = () => node("model", { model: "gate/model", prompt: "{{ q }}", output: "answer" });
  const graph = draw({
    channels: { q: text, answer: text, trail },
    nodes: {
      s: start("q"),
      ...Object.fromEntries(names.map((name) => [name, ask()])),
      m: mark("m"),
      done: end("trail"),
    },
    edges: [
      "s > n0",
      ...names.slice(1).map((name, at) => `n${at} > ${name}`),
      `n${rounds - 1} > m`,
      "m > done",
    ],
  });
  const web = await world.startProcess(0);
  const { runId } = await world.start(web, await world.publish(graph), q);
  for (let round = 1; round <= rounds; round += 1) {
    const process = await world.startProcess();
    await gate.until(2 * round - 1);
    if (round > 1) gate.letOne(); // The call of the process that died.
    gate.letOne();
    if (round < rounds) await gate.until(2 * round);
    // The input, what it starts, and each node so far.
    await eventOf(process, world.ada, runId, enters("checkpoint.saved", round + 2));
    if (round < rounds) await process.kill();
  }
  const events = await eventsOf(web, world.ada, runId);
  expect(events.filter(({ type }) => type === "run.failed")).toEqual([]);
  gate.letAll();
  expect((await web.service.wait(world.ada, runId)).status).toBe("success");
});

test("a run that its worker gave back was with nobody's death", async () => {
  const gate = new Gate();
  world.script("gate/model", gate.script);
  const web = await world.startProcess(0);
  const { runId } = await world.start(web, await world.publish(gatedGraph), q);
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    const process = await world.startProcess();
    await gate.until(attempt);
    await process.stop(0);
  }
  const last = await world.startProcess();
  gate.letAll();
  expect((await last.service.wait(world.ada, runId)).status).toBe("success");
  expect(await crashesOf()).toEqual({ [runId]: 0 });
});
