import { expect, test } from "vitest";
import { dead, report, seen, work } from "../testing/seen";
import type { SeenProcess } from "./installation";
import { stateOf } from "./process-state";

test.each<[string, SeenProcess, string]>([
  ["shows itself", seen(), "well"],
  ["serves only", seen({ role: "web", report: report({ work: null }) }), "well"],
  ["is of another release", seen({ report: null }), "well"],
  ["has just lost its connection", dead(9_000), "well"],
  ["ended without a word", dead(11_000), "dead"],
  ["hangs with its connection open", seen({ seenMsAgo: 16_000 }), "hung"],
  [
    "was told to stop",
    seen({ report: report({ work: work({ draining: true, fetchedAgoMs: 60_000 }) }) }),
    "stopping",
  ],
  ["does not ask for runs", seen({ report: report({ work: work({ fetchedAgoMs: 21_000 }) }) }), "stuck"],
  [
    "is full, so does not ask",
    seen({ report: report({ work: work({ room: 0, fetchedAgoMs: 600_000 }) }) }),
    "well",
  ],
  ["stands still on its round", seen({ report: report({ work: work({ walkedAgoMs: 31_000 }) }) }), "stuck"],
  [
    "has a silent run, e.g. in a long model call",
    seen({ report: report({ work: work({ quietMs: 600_000 }) }) }),
    "well",
  ],
])("one that %s", (_, process, state) => {
  expect(stateOf(process).state).toBe(state);
});

test("says why one is not well", () => {
  expect(stateOf(seen({ seenMsAgo: 20_000 })).why).toBe("It is connected but has shown nothing for 20 s.");
});
