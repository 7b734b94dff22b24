// The same server from its sources: Next rebuilds screens, tsx starts the server part again on a change.
import { ensureInstalled } from "./lib/install.mjs";
import { tool } from "./lib/paths.mjs";
import { exitUnlessZero, run } from "./lib/run.mjs";

exitUnlessZero(await ensureInstalled());
const watch = ["watch", "--clear-screen=false", "--exclude=.next/**", "--exclude=.data/**", "server.ts"];
process.exit(await run(tool("tsx"), watch, { env: { NODE_ENV: "development" } }));
