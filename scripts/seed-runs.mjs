// Fills the database with runs that never ran: docs/lists.md.
import { ensureInstalled } from "./lib/install.mjs";
import { tool } from "./lib/paths.mjs";
import { exitUnlessZero, run } from "./lib/run.mjs";

exitUnlessZero(await ensureInstalled());
const env = { NODE_ENV: process.env.NODE_ENV ?? "production" };
process.exit(await run(tool("tsx"), ["bench/lists/seed.ts", ...process.argv.slice(2)], { env }));
