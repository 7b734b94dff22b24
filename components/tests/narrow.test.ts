import { expect, it } from "vitest";
import type { CaseSummary } from "@/lib/api/contract/test-cases";
import { narrowed, type Outcome } from "./narrow";

const result = (ok: boolean): CaseSummary["last"] => ({
  ok,
  checks: [],
  runId: "run_1",
  mode: "mocked",
  at: "2026-01-01T00:00:00Z",
  revision: 1,
  graphHash: "",
  prompts: [],
});
const cases = [
  { name: "A refund", last: result(true), outdated: false },
  { name: "A parcel", last: result(false), outdated: false },
  { name: "Old refund", last: result(false), outdated: true },
  { name: "Nothing yet", last: null, outdated: false },
];

it.each<[text: string, outcome: Outcome | null, names: string[]]>([
  ["", null, ["A refund", "A parcel", "Old refund", "Nothing yet"]],
  [" REFUND ", null, ["A refund", "Old refund"]],
  ["", "failed", ["A parcel"]],
  ["", "passed", ["A refund"]],
  ["", "untried", ["Old refund", "Nothing yet"]],
  ["refund", "failed", []],
])("“%s” and %s leave %j", (text, outcome, names) => {
  expect(narrowed(cases, { text, outcome }).map(({ name }) => name)).toEqual(names);
});
