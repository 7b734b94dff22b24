import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countPlaywright, countTool, countVitest, sum } from "./test-counts.mjs";

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

test("Playwright: failed tests are named with their file, nested ones too", () => {
  const spec = (title: string, ok: boolean) => ({ title, ok, file: "chat.spec.ts" });
  const suites = [{ specs: [spec("greets", true)], suites: [{ specs: [spec("answers", false)] }] }];
  const content = report({ stats: { expected: 1, flaky: 0, unexpected: 1 }, suites });
  expect(countPlaywright(content, 1).failures).toEqual(["chat.spec.ts: answers"]);
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
