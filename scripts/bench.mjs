// Prints the figures of bench/ as a table.
import { ensureBuilt } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { tool } from "./lib/paths.mjs";
import { exitUnlessZero, run } from "./lib/run.mjs";

exitUnlessZero(await ensureInstalled());
exitUnlessZero(await ensureBuilt());
const args = ["bench/main.ts", ...process.argv.slice(2)];
process.exit(await run(tool("tsx"), args, { env: { NODE_ENV: "production" } }));
