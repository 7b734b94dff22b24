// Plays the faults of e2e/faults in full: all of them, or those that are named. FAULTS=short plays them in brief.
import { ensureBuilt } from "./lib/build.mjs";
import { faultArguments } from "./lib/faults.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { tool } from "./lib/paths.mjs";
import { exitUnlessZero, run } from "./lib/run.mjs";

exitUnlessZero(await ensureInstalled());
exitUnlessZero(await ensureBuilt());
process.exit(await run(tool("vitest"), faultArguments(process.argv.slice(2))));
