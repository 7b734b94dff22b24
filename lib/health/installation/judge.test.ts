import { expect, test } from "vitest";
import { dead, installation, report, seen, work } from "../testing/seen";
import type { Installation } from "./installation";
import { judge } from "./judge";

const failing = (seenNow: Installation) =>
  judge(seenNow)
    .filter(({ found }) => found !== "ok")
    .map(({ check }) => check);

const web = seen({ id: 9, role: "web", report: report({ work: null }) });
const full = seen({ report: report({ work: work({ active: 10, room: 0 }) }) });
/** Started that long ago. */
const young = (upMs: number) => seen({ id: 7, upMs });

test.each<[string, Installation, string[]]>([
  ["nothing runs and nothing waits", installation([web]), []],
  ["workers work", installation([web, seen()]), []],
  ["a worker signed off and nothing waits", installation([web]), []],
  ["a worker died", installation([web, dead(20_000)]), ["workers"]],
  ["a worker died while another lives on", installation([dead(20_000), seen()]), ["workers"]],
  ["a dead worker was replaced", installation([dead(20_000), young(10_000)]), []],
  ["one of two dead was replaced", installation([dead(60_000), dead(20_000), young(10_000)]), ["workers"]],
  [
    "another was started between two deaths",
    installation([dead(60_000), dead(20_000), young(40_000)]),
    ["workers"],
  ],
  ["both dead were replaced", installation([dead(60_000), dead(20_000), young(40_000), young(10_000)]), []],
  [
    "the successor of a dead one died as well",
    installation([dead(60_000), dead(20_000, { upMs: 40_000 })]),
    ["workers"],
  ],
  [
    "a worker died again and again, and lives now",
    installation([
      dead(60_000),
      dead(30_000, { upMs: 50_000 }),
      dead(20_000, { upMs: 25_000 }),
      young(10_000),
    ]),
    [],
  ],
  ["a worker died long ago", installation([dead(301_000)]), []],
  ["a web process died", installation([seen(), dead(20_000, { role: "web" })]), []],
  ["a process of both roles died", installation([dead(20_000, { role: "all" })]), ["workers"]],
  ["a worker hangs", installation([seen(), seen({ id: 2, seenMsAgo: 20_000 })]), ["workers"]],
  ["runs wait a moment for a first worker", installation([web], 9_000), []],
  ["runs wait and there is no worker", installation([web], 11_000), ["queue"]],
  [
    "runs wait and the only worker stops",
    installation([seen({ report: report({ work: work({ draining: true }) }) })], 11_000),
    ["queue"],
  ],
  [
    "runs wait and the only worker hangs",
    installation([seen({ seenMsAgo: 20_000 })], 11_000),
    ["workers", "queue"],
  ],
  ["runs wait because workers are busy", installation([full], 600_000), []],
  ["runs wait although there is room", installation([seen()], 31_000), ["queue"]],
  ["runs wait a moment although there is room", installation([seen()], 29_000), []],
])("%s", (_, seenNow, expected) => {
  expect(failing(seenNow)).toEqual(expected);
});

test("says which worker, what is the matter and what helps", () => {
  const [finding] = judge(installation([dead(20_000, { host: "two", pid: 22 })]));
  expect(finding?.found).toBe(
    "The worker two:22 is dead. It ended without signing off. It was last seen 20 s ago.",
  );
  expect(finding?.action).toContain("Start another worker");
});

test("says how many wait, and for how long", () => {
  expect(judge(installation([], 61_000))[1]?.found).toBe(
    "3 runs wait, for up to 61 s, and nobody works on runs.",
  );
});
