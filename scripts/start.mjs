// Installs, builds and starts what is needed. Plain Node without dependencies: it runs before there are any.
import { ensureBuilt } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { nodeBinary } from "./lib/paths.mjs";
import { exitUnlessZero, run } from "./lib/run.mjs";
import { serverArguments } from "./lib/server-command.mjs";

exitUnlessZero(await ensureInstalled());
exitUnlessZero(await ensureBuilt());
/** `all` unless named: `node scripts/start.mjs web` or `worker`. */
const [, , role] = process.argv;
const env = { NODE_ENV: "production", ...(role && { ROLE: role }) };
process.exit(await run(nodeBinary(), serverArguments, { env }));
