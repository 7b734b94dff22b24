import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";

/** @typedef {{ passed: number, failed: number, failures?: string[] }} Counts `failures` names the failed tests */
/** @typedef {{ testResults?: { name: string, assertionResults: { status: string, fullName: string }[] }[] }} VitestReport */
/** @typedef {{ specs?: { ok: boolean, file: string, title: string }[], suites?: Suite[] }} Suite Playwright's */

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
  const passed = report?.numPassedTests ?? 0;
  return honest({ passed, failed: report?.numFailedTests ?? 0, failures: vitestFailures(report) }, exitCode);
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
  const failures = playwrightFailures(report ?? {});
  return honest({ passed, failed: stats?.unexpected ?? 0, failures }, exitCode);
}

/** @param {VitestReport | undefined} report */
function vitestFailures(report) {
  return (report?.testResults ?? []).flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status === "failed")
      .map((test) => `${relative(process.cwd(), file.name)}: ${test.fullName}`),
  );
}

/**
 * @param {Suite} suite
 * @returns {string[]}
 */
function playwrightFailures(suite) {
  const own = (suite.specs ?? []).filter((spec) => !spec.ok);
  const inner = (suite.suites ?? []).flatMap((nested) => playwrightFailures(nested));
  return [...own.map((spec) => `${spec.file}: ${spec.title}`), ...inner];
}

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
