import { expect, test } from "vitest";
import type { Retention } from "@/lib/api/contract/retention";
import { keepEverything, limitsOf, type RetentionDefaults, storedRetention } from "./limits";

const month: RetentionDefaults = { runs: 30, events: "forever", checkpoints: 7, checkpointRuns: 10 };

test.each<[string, Retention, RetentionDefaults, ReturnType<typeof limitsOf>]>([
  ["nothing is limited by itself", {}, keepEverything, { runs: null, events: null, checkpoints: null }],
  ["the installation's holds where nothing is chosen", {}, month, { runs: 30, events: 30, checkpoints: 7 }],
  [
    "a workspace may keep what the installation would not",
    { runs: "forever", checkpoints: "forever" },
    month,
    { runs: null, events: null, checkpoints: null },
  ],
  [
    "nothing of a run is kept longer than the run",
    { runs: 7, events: 90, checkpoints: 3 },
    keepEverything,
    { runs: 7, events: 7, checkpoints: 3 },
  ],
])("%s", (_what, chosen, defaults, limits) => {
  expect(limitsOf(chosen, defaults)).toEqual(limits);
});

test("a stored choice that this release does not know is none: rather too much kept than too little", () => {
  expect(storedRetention({ runs: 30 })).toEqual({ runs: 30 });
  for (const odd of [{ runs: "a week" }, { runs: 30, later: 1 }, null, "x"])
    expect(storedRetention(odd)).toEqual({});
});
