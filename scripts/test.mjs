// Every check of the project, in the order in which they fail fastest. Ends with one line that counts them.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "./lib/build.mjs";
import { ensureChromium } from "./lib/chromium.mjs";
import { faultArguments } from "./lib/faults.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { localPostgres } from "./lib/local-postgres.mjs";
import { tool } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import {
  afterSecondTry,
  countPlaywright,
  countTool,
  countVitest,
  failedFiles,
  sum,
} from "./lib/test-counts.mjs";

/** @typedef {import("./lib/test-counts.mjs").Counts} Counts */

const reports = mkdtempSync(join(tmpdir(), "signalbox-test-"));
/** @type {{ name: string, counts: Counts }[]} */
const results = [];

/**
 * @param {string} name
 * @param {() => Promise<Counts>} check
 */
async function part(name, check) {
  process.stdout.write(`\n── ${name}\n`);
  results.push({ name, counts: await check() });
}

/** @param {string} script a script of package.json */
const script = async (script) => countTool(await run("npm", ["run", "--silent", script]));

/** More files than these fail for a reason that a second try does not mend. */
const mostTriedAgain = 5;

/**
 * What fails beside everything else runs once more, alone; what passes then is named as unsteady in the end.
 * @param {string} project
 * @param {Record<string, string | undefined>} [env]
 */
async function vitest(project, env = {}) {
  const first = await vitestRun(project, env, []);
  const files = failedFiles(first);
  if (files.length === 0 || files.length > mostTriedAgain) return first;
  process.stdout.write(`\n── ${project}: a second try of what failed\n`);
  return afterSecondTry(first, await vitestRun(project, env, files));
}

/**
 * @param {string} project
 * @param {Record<string, string | undefined>} env
 * @param {string[]} files all, if none is named
 */
async function vitestRun(project, env, files) {
  const file = join(reports, `${project}-${results.length}-${files.length}.json`);
  const args = [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...files,
  ];
  return countVitest(file, await run(tool("vitest"), args, { env }));
}

/** In brief; `npm run test:faults` plays all of them in full. */
async function faults() {
  const file = join(reports, "faults.json");
  const args = [...faultArguments(), "--reporter=json", `--outputFile.json=${file}`];
  return countVitest(file, await run(tool("vitest"), args, { env: { FAULTS: "test" } }));
}

async function browser() {
  const chromium = await ensureChromium();
  if ("missing" in chromium) {
    process.stderr.write(`${chromium.missing}\n`);
    return countTool(1);
  }
  const file = join(reports, "browser.json");
  const env = { CHROMIUM_PATH: chromium.path, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  return countPlaywright(
    file,
    await run(tool("playwright"), ["test", "--retries=1", "--reporter=list,json"], { env }),
  );
}

if ((await ensureInstalled()) !== 0) {
  process.stdout.write("The dependencies could not be installed.\n0 passed, 1 failed\n");
  process.exit(1);
}
await part("Lint", () => script("lint"));
await part("Types", () => script("types"));
await part("Dependency rules", () => script("deps"));
await part("Unused code", () => script("unused"));
await part("Unit tests", () => vitest("unit"));
await part("Integration tests on the embedded Postgres", () =>
  vitest("integration", { TEST_DATABASE_URL: undefined }),
);
const postgres = await localPostgres();
if (postgres) {
  await part("Integration tests on a Postgres server", () =>
    vitest("integration", { TEST_DATABASE_URL: postgres }),
  );
}
await part("Build", async () => countTool(await ensureBuilt()));
await part("Faults, in brief", faults);
await part("Browser tests", browser);

rmSync(reports, { recursive: true, force: true });
process.stdout.write("\n");
for (const { name, counts } of results) {
  process.stdout.write(`${name}: ${counts.passed} passed, ${counts.failed} failed\n`);
  for (const failure of counts.failures ?? []) process.stdout.write(`  failed: ${failure}\n`);
  for (const name of counts.unsteady ?? []) process.stdout.write(`  passed at its second try: ${name}\n`);
}
const total = sum(results.map((result) => result.counts));
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 ? 0 : 1);
