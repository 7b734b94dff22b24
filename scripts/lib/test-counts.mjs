import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";

/** @typedef {{ passed: number, failed: number, failures?: string[], unsteady?: string[] }} Counts `failures` names the failed tests, `unsteady` those that passed at their second try only */
/** @typedef {{ testResults?: { name: string, status?: string, assertionResults: { status: string, fullName: string }[] }[] }} VitestReport */
/** @typedef {{ specs?: { ok: boolean, file: string, title: string, tests?: { status: string }[] }[], suites?: Suite[] }} Suite Playwright's */

/**
 * A tool without a report counts as one test.
 * @param {number} exitCode
 * @returns {Counts}
 */
export const countTool = (exitCode) => (exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/**
 * @param {string} file Vitest's JSON report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countVitest(file, exitCode) {
  const report = readReport(file);
  const failures = vitestFailures(report);
  const failed = Math.max(report?.numFailedTests ?? 0, failures.length);
  return honest({ passed: report?.numPassedTests ?? 0, failed, failures }, exitCode);
}

/**
 * @param {string} file Playwright's JSON report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countPlaywright(file, exitCode) {
  const report = readReport(file);
  const stats = report?.stats;
  const passed = (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  const specs = specsOf(report ?? {});
  const named = specs.map((spec) => ({ ...spec, name: `${spec.file}: ${spec.title}` }));
  const failures = named.filter((spec) => !spec.ok).map(({ name }) => name);
  const unsteady = named
    .filter((spec) => spec.tests?.some(({ status }) => status === "flaky"))
    .map(({ name }) => name);
  return honest({ passed, failed: stats?.unexpected ?? 0, failures, unsteady }, exitCode);
}

/** Files with failed tests, as Vitest takes them. @param {Counts} counts */
export const failedFiles = ({ failures = [] }) => [
  ...new Set(failures.map((failure) => failure.slice(0, failure.indexOf(": ")))),
];

/**
 * What is left of a part's failures after its failed files ran once more, alone.
 * @param {Counts} first
 * @param {Counts} again
 * @returns {Counts}
 */
export function afterSecondTry(first, again) {
  // Without a single passed test nothing has been tried again.
  if (again.passed === 0) return first;
  const stillFails = new Set(again.failures);
  const failures = first.failures?.filter((name) => stillFails.has(name)) ?? [];
  const unsteady = first.failures?.filter((name) => !stillFails.has(name)) ?? [];
  return {
    passed: first.passed + unsteady.length,
    failed: first.failed - unsteady.length,
    failures,
    unsteady,
  };
}

/** @param {VitestReport | undefined} report */
function vitestFailures(report) {
  return (report?.testResults ?? []).flatMap((file) => {
    const name = relative(process.cwd(), file.name);
    const failed = file.assertionResults.filter((test) => test.status === "failed");
    // A file that does not load fails without a test, and would be lost behind the failures of others.
    if (file.status === "failed" && failed.length === 0) return [`${name}: the file itself`];
    return failed.map((test) => `${name}: ${test.fullName}`);
  });
}

/**
 * @param {Suite} suite
 * @returns {NonNullable<Suite["specs"]>}
 */
const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

/**
 * A file that does not load, an empty run or a crash fails without a failing test: it still has to show.
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
function honest(counts, exitCode) {
  const silent = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0);
  return silent ? { ...counts, failed: 1 } : counts;
}

/** @param {string} file */
function readReport(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** @param {Counts[]} all */
export const sum = (all) =>
  all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
