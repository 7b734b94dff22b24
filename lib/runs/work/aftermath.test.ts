import { expect, test } from "vitest";
import { createLog } from "@/lib/log/log";
import { Aftermath } from "./aftermath";

const run = { runId: "run_1", workspaceId: "wsp_1", threadId: "thr_1" };
const nothing = { callers: false, called: false, thread: false, places: false };
const all = { callers: true, called: true, thread: true, places: true };
/** @param needs of every run */
const aftermathOf = (needs = all) =>
  new Aftermath(createLog("silent"), async (runs) => runs.map(() => needs));
const nobody = async () => {};

test("tells every hook, also after one that fails", async () => {
  const told: string[] = [];
  const aftermath = aftermathOf();
  aftermath.add({ name: "broken", need: "thread", afterRun: () => Promise.reject(new Error("away")) });
  aftermath.add({
    name: "sweeps",
    need: "called",
    afterRun: nobody,
    sweep: async () => void told.push("swept"),
  });
  aftermath.add({ name: "well", need: "thread", afterRun: async ({ runId }) => void told.push(runId) });

  aftermath.afterRun(run);
  await aftermath.settled();
  expect(told).toEqual(["run_1"]);

  await aftermath.sweep();
  expect(told).toEqual(["run_1", "swept"]);
});

test("is settled only when what it caused is through", async () => {
  const gate = Promise.withResolvers<void>();
  const told: string[] = [];
  const aftermath = aftermathOf();
  aftermath.add({
    name: "slow",
    need: "places",
    afterRun: () => gate.promise.then(() => void told.push("through")),
  });

  aftermath.afterRun(run);
  const settled = aftermath.settled().then(() => told.push("settled"));
  gate.resolve();
  await settled;
  expect(told).toEqual(["through", "settled"]);
});

test("does nothing after a run for which there is nothing to do", async () => {
  const told: string[] = [];
  const aftermath = aftermathOf({ ...nothing, thread: true });
  aftermath.add({ name: "next", need: "thread", afterRun: async () => void told.push("next") });
  aftermath.add({ name: "callers", need: "callers", afterRun: async () => void told.push("callers") });
  aftermath.afterRun(run);
  await aftermath.settled();
  expect(told).toEqual(["next"]);
});

test("leaves to its sweeps what it could not ask about", async () => {
  const told: string[] = [];
  const aftermath = new Aftermath(createLog("silent"), () => Promise.reject(new Error("away")));
  const tell = async () => void told.push("told");
  aftermath.add({ name: "callers", need: "callers", afterRun: tell, sweep: tell });
  aftermath.afterRun(run);
  await aftermath.settled();
  expect(told).toEqual([]);
  await aftermath.sweep();
  expect(told).toEqual(["told"]);
});
