import { expect, test } from "vitest";
import { createLog } from "@/lib/log/log";
import { Aftermath } from "./aftermath";

const run = { runId: "run_1", workspaceId: "wsp_1", threadId: "thr_1" };

test("tells every hook, also after one that fails", async () => {
  const told: string[] = [];
  const aftermath = new Aftermath(createLog("silent"));
  aftermath.add({ name: "broken", afterRun: () => Promise.reject(new Error("away")) });
  aftermath.add({ name: "sweeps only", sweep: async () => void told.push("swept") });
  aftermath.add({ name: "well", afterRun: async ({ runId }) => void told.push(runId) });

  aftermath.afterRun(run);
  await aftermath.settled();
  expect(told).toEqual(["run_1"]);

  await aftermath.sweep();
  expect(told).toEqual(["run_1", "swept"]);
});

test("is settled only when what it caused is through", async () => {
  const gate = Promise.withResolvers<void>();
  const told: string[] = [];
  const aftermath = new Aftermath(createLog("silent"));
  aftermath.add({ name: "slow", afterRun: () => gate.promise.then(() => void told.push("through")) });

  aftermath.afterRun(run);
  const settled = aftermath.settled().then(() => told.push("settled"));
  gate.resolve();
  await settled;
  expect(told).toEqual(["through", "settled"]);
});
