import { afterAll, beforeAll, expect, test } from "vitest";
import { echoDocument } from "@/lib/agents/testing/documents";
import { createLog } from "@/lib/log/log";
import { FakeClock } from "@/lib/runs/testing/fake-clock";
import { createRunWorld, type RunWorld, type TestProcess } from "@/lib/runs/testing/run-world";
import { readInstallation, readProcesses, readQueue } from "../installation/installation";
import { judge } from "../installation/judge";
import { stateOf } from "../installation/process-state";
import { report } from "../testing/seen";
import { Reporter, reportEveryMs } from "./reporter";

let world: RunWorld;
beforeAll(async () => {
  world = await createRunWorld();
});
afterAll(() => world.close());

function reporterOf(process: TestProcess, clock = new FakeClock()) {
  const { notifier } = process.live;
  const log = createLog("silent");
  return new Reporter({ notifier, role: "worker", log, clock, report: () => report() });
}

/** Lets time pass for the installation's rows. */
const age = (id: number, ms: number) =>
  world.database.pool.query(
    `update processes set seen_at = seen_at - $2 * interval '1 ms', started_at = started_at - $2 * interval '1 ms'
     where id = $1`,
    [id, ms],
  );
const seenAs = async (id: number) =>
  (await readProcesses(world.database.pool)).find((found) => found.id === id);

test("a process is seen while it lives, missed when it dies, and not when it signs off", async () => {
  const [one, two] = [await world.startProcess(), await world.startProcess()];
  const [first, second] = [one.live.notifier.processId, two.live.notifier.processId];
  const reporter = reporterOf(two);
  await reporterOf(one).start();
  await reporter.start();
  const alive = await seenAs(first);
  expect(alive).toMatchObject({ role: "worker", connected: true, report: report() });
  expect(alive && stateOf(alive).state).toBe("well");

  await one.kill();
  await age(first, 11_000);
  const gone = await seenAs(first);
  expect(gone && stateOf(gone).state).toBe("dead");
  expect(judge(await readInstallation(world.database.pool))[0]).toMatchObject({ check: "workers" });

  await reporter.stop();
  expect(await seenAs(second)).toBeUndefined();
  await two.stop(0);
});

test("whoever took a dead one's place may leave in good order", async () => {
  const [died, heir] = [await world.startProcess(), await world.startProcess()];
  await reporterOf(died).start();
  await died.kill();
  await age(died.live.notifier.processId, 20_000);
  const reporter = reporterOf(heir);
  await reporter.start();
  const workers = async () => judge(await readInstallation(world.database.pool))[0]?.found;
  expect(await workers()).toBe("ok");
  await reporter.stop();
  expect(await workers()).toBe("ok");
  await heir.stop(0);
});

test("shows itself again and again, by the database's clock", async () => {
  const process = await world.startProcess();
  const { processId } = process.live.notifier;
  const clock = new FakeClock();
  const reporter = reporterOf(process, clock);
  await reporter.start();
  await age(processId, 60_000);
  expect((await seenAs(processId))?.seenMsAgo).toBeGreaterThan(59_000);
  await clock.pass(reportEveryMs);
  await expect.poll(async () => (await seenAs(processId))?.seenMsAgo).toBeLessThan(5_000);
  expect((await seenAs(processId))?.upMs).toBeGreaterThan(59_000);
  await reporter.stop();
  await process.stop(0);
});

test("a row of one that died is kept for a while, and one that only hangs for as long as it does", async () => {
  const [died, hangs, lives] = [
    await world.startProcess(),
    await world.startProcess(),
    await world.startProcess(),
  ];
  for (const process of [died, hangs]) await reporterOf(process).start();
  await died.kill();
  const ids = [died, hangs].map(({ live }) => live.notifier.processId);
  for (const id of ids) await age(id, 14 * 60_000);
  await reporterOf(lives).start();
  expect(await Promise.all(ids.map(seenAs))).toMatchObject([{ connected: false }, { connected: true }]);
  for (const id of ids) await age(id, 2 * 60_000);
  const clock = new FakeClock();
  await reporterOf(lives, clock).start();
  expect(await Promise.all(ids.map(seenAs))).toMatchObject([undefined, { connected: true }]);
  await hangs.stop(0);
  await lives.stop(0);
});

test("a report of another release is no fault", async () => {
  const process = await world.startProcess();
  const { processId } = process.live.notifier;
  await reporterOf(process).start();
  await world.database.pool.query(`update processes set report = '{"news": 1}' where id = $1`, [processId]);
  const found = await seenAs(processId);
  expect(found?.report).toBeNull();
  expect(found && stateOf(found).state).toBe("well");
  await process.stop(0);
});

test("the queue tells how many wait and for how long; a run that was stopped waits no more", async () => {
  const idle = await world.startProcess(0);
  const agent = await world.publish(echoDocument());
  expect(await readQueue(world.database.pool)).toMatchObject({ waiting: 0, oldestMs: 0, running: 0 });
  const [first, second] = [
    await world.start(idle, agent, { question: "One?" }),
    await world.start(idle, agent, { question: "Two?" }),
  ];
  await world.database.pool.query(
    `update pgboss.job set created_on = created_on - interval '1 minute', start_after = start_after - interval '1 minute'
     where data->>'runId' = $1`,
    [first.runId],
  );
  const queue = await readQueue(world.database.pool);
  expect(queue.waiting).toBe(2);
  expect(queue.oldestMs).toBeGreaterThanOrEqual(60_000);
  await idle.service.cancel(world.ada, first.runId);
  await idle.service.cancel(world.ada, second.runId);
  expect(await readQueue(world.database.pool)).toMatchObject({ waiting: 0, oldestMs: 0 });
  await idle.stop(0);
});
