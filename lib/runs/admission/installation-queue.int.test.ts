import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { gatedGraph } from "../testing/gated";
import { createRunWorld, type RunWorld } from "../testing/run-world";
import { InstallationQueue } from "./installation-queue";

let world: RunWorld;
beforeAll(async () => {
  world = await createRunWorld();
});
afterEach(() => world.stopAll());
afterAll(() => world.close());

const q = { q: "?" };
const full = expect.objectContaining({
  code: "queue_full",
  details: expect.objectContaining({
    unavailable: true,
    data: { retryAfterSeconds: 10, limit: 2 },
    hint: expect.stringContaining("INSTALLATION_QUEUED_LIMIT"),
  }),
});

test("a run beyond the installation's limit is refused, and taken again once one of them has gone", async () => {
  const web = await world.startProcess(0);
  const agent = await world.publish(gatedGraph);
  const made = [await world.start(web, agent, q), await world.start(web, agent, q)];
  let now = 0;
  const queue = new InstallationQueue({ pool: world.database.pool, clock: { now: () => now }, limit: 2 });
  await expect(queue.requireRoom()).rejects.toEqual(full);
  const [first] = made;
  if (!first) throw new Error("No run was made");
  await web.service.cancel(world.ada, first.runId);
  now = 1_999;
  await expect(queue.requireRoom()).rejects.toEqual(full);
  now = 2_000;
  await expect(queue.requireRoom()).resolves.toBeUndefined();
});

test("is asked before a run is made", async () => {
  const web = await world.startProcess(0, { installationQueued: 0 });
  const agent = await world.publish(gatedGraph);
  await expect(world.start(web, agent, q)).rejects.toMatchObject({ code: "queue_full" });
});
