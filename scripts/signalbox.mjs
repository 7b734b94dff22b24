// The command line. Uses the built bundle when it is current, else the sources.
import { isBuilt } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { nodeBinary, tool } from "./lib/paths.mjs";
import { exitUnlessZero, run } from "./lib/run.mjs";

exitUnlessZero(await ensureInstalled());
const args = process.argv.slice(2);
const env = { NODE_ENV: process.env.NODE_ENV ?? "production" };
const code = isBuilt()
  ? await run(nodeBinary(), ["dist/cli.js", ...args], { env })
  : await run(tool("tsx"), ["lib/cli/main.ts", ...args], { env });
process.exit(code);
