import { afterAll, beforeAll, expect, test } from "vitest";
import { Reporter } from "@/lib/health/processes/reporter";
import { report } from "@/lib/health/testing/seen";
import { createLog } from "@/lib/log/log";
import { Notifier } from "@/lib/realtime/notifier";
import { FakeClock } from "@/lib/runs/testing/fake-clock";
import { systemApi } from "../contract";
import { createWorld, type World } from "../testing/world";

let world: World;
let notifier: Notifier;
const log = createLog("silent");
beforeAll(async () => {
  world = await createWorld();
  notifier = new Notifier({ url: world.url, log });
  await notifier.start();
});
afterAll(async () => {
  await notifier.stop();
  await world.close();
});

const present = async () => (await world.send(systemApi.getWorkers, { as: "anonymous" })).body;

test("whoever waits learns whether anybody works, and administrators who it is", async () => {
  expect(await present()).toEqual({ present: false });
  const memory = { ...report().memory, rss: 123 };
  const reporter = new Reporter({
    notifier,
    role: "worker",
    log,
    clock: new FakeClock(),
    report: () => report({ memory }),
  });
  await reporter.start();
  expect(await present()).toEqual({ present: true });
  const { status, body } = await world.send(systemApi.getSystem, { as: "admin" });
  expect(status).toBe(200);
  expect(systemApi.getSystem.response.parse(body).processes).toMatchObject([
    {
      role: "worker",
      pid: process.pid,
      state: "well",
      work: { places: 10, active: 0 },
      memory: { rss: 123 },
    },
  ]);
  await reporter.stop();
  expect(await present()).toEqual({ present: false });
});

test("administrators of other workspaces do not see the installation", async () => {
  const answer = await world.send(systemApi.getSystem, { as: world.away.headers.admin });
  expect(answer.status).toBe(403);
});
