import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { afterSecondTry, countPlaywright, countTool, countVitest, failedFiles, sum } from "./test-counts.mjs";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "signalbox-counts-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

test.each([
  ["all passed", { numPassedTests: 5, numFailedTests: 0 }, 0, { passed: 5, failed: 0 }],
  ["some failed", { numPassedTests: 5, numFailedTests: 2 }, 1, { passed: 5, failed: 2 }],
  ["a file that did not load", { numPassedTests: 5, numFailedTests: 0 }, 1, { passed: 5, failed: 1 }],
  ["no test at all", { numPassedTests: 0, numFailedTests: 0 }, 0, { passed: 0, failed: 1 }],
  ["a broken report", "{", 0, { passed: 0, failed: 1 }],
])("Vitest: %s", (_, content, exitCode, counts) => {
  expect(countVitest(report(content), exitCode)).toMatchObject(counts);
});

test("Vitest: failed tests are named with their file", () => {
  const assertionResults = [
    { status: "passed", fullName: "adds" },
    { status: "failed", fullName: "subtracts" },
  ];
  const testResults = [{ name: join(process.cwd(), "lib/sum.test.ts"), assertionResults }];
  const content = report({ numPassedTests: 1, numFailedTests: 1, testResults });
  expect(countVitest(content, 1).failures).toEqual(["lib/sum.test.ts: subtracts"]);
});

test("Vitest: a file that does not load is named beside the failures of others", () => {
  const testResults = [
    { name: join(process.cwd(), "lib/sum.test.ts"), status: "failed", assertionResults: [] },
    {
      name: join(process.cwd(), "lib/max.test.ts"),
      status: "failed",
      assertionResults: [{ status: "failed", fullName: "finds" }],
    },
  ];
  const content = report({ numPassedTests: 4, numFailedTests: 1, testResults });
  expect(countVitest(content, 1)).toMatchObject({
    passed: 4,
    failed: 2,
    failures: ["lib/sum.test.ts: the file itself", "lib/max.test.ts: finds"],
  });
});

test("Playwright: failed tests are named with their file, nested ones too", () => {
  const spec = (title: string, ok: boolean) => ({ title, ok, file: "chat.spec.ts" });
  const suites = [{ specs: [spec("greets", true)], suites: [{ specs: [spec("answers", false)] }] }];
  const content = report({ stats: { expected: 1, flaky: 0, unexpected: 1 }, suites });
  expect(countPlaywright(content, 1).failures).toEqual(["chat.spec.ts: answers"]);
});

test("Playwright: what passed at its second try only is named", () => {
  const specs = [
    { title: "greets", ok: true, file: "chat.spec.ts", tests: [{ status: "flaky" }] },
    { title: "answers", ok: true, file: "chat.spec.ts", tests: [{ status: "expected" }] },
  ];
  const content = report({ stats: { expected: 1, flaky: 1, unexpected: 0 }, suites: [{ specs }] });
  expect(countPlaywright(content, 0)).toMatchObject({
    passed: 2,
    failed: 0,
    unsteady: ["chat.spec.ts: greets"],
  });
});

test("a second try takes the files that failed, once each", () => {
  const failures = ["lib/sum.test.ts: a: b", "lib/sum.test.ts: c", "lib/max.test.ts: d"];
  expect(failedFiles({ passed: 1, failed: 3, failures })).toEqual(["lib/sum.test.ts", "lib/max.test.ts"]);
  expect(failedFiles({ passed: 1, failed: 1 })).toEqual([]);
});

const failedTwo = { passed: 8, failed: 2, failures: ["a.test.ts: x", "a.test.ts: y"] };
test.each([
  ["one passes", { passed: 1, failed: 1, failures: ["a.test.ts: y"] }, 9, 1, ["a.test.ts: x"]],
  ["all pass", { passed: 2, failed: 0, failures: [] }, 10, 0, ["a.test.ts: x", "a.test.ts: y"]],
  ["both fail again", { passed: 3, failed: 2, failures: failedTwo.failures }, 8, 2, []],
  ["nothing was run", { passed: 0, failed: 1, failures: [] }, 8, 2, undefined],
])("after a second try in which %s", (_, again, passed, failed, unsteady) => {
  expect(afterSecondTry(failedTwo, again)).toMatchObject({ passed, failed });
  expect(afterSecondTry(failedTwo, again).unsteady).toEqual(unsteady);
});

test("Vitest: a missing report is a failure", () => {
  expect(countVitest(join(folder, "missing.json"), 0)).toMatchObject({ passed: 0, failed: 1 });
});

test.each([
  ["a flaky test counts as passed", { expected: 3, flaky: 1, unexpected: 0 }, 0, { passed: 4, failed: 0 }],
  ["failures count", { expected: 3, flaky: 0, unexpected: 2 }, 1, { passed: 3, failed: 2 }],
])("Playwright: %s", (_, stats, exitCode, counts) => {
  expect(countPlaywright(report({ stats }), exitCode)).toMatchObject(counts);
});

test("parts add up, a tool counting as one", () => {
  expect(sum([countTool(0), countTool(2), { passed: 3, failed: 1 }])).toEqual({ passed: 4, failed: 2 });
});
