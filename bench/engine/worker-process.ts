import { parseEnv } from "@/lib/env";
import { createLog } from "@/lib/log/log";
import { openCore } from "@/lib/server/core";
import { createEngine } from "@/lib/server/engine";

/** A process that only works on runs: `tsx worker-process.ts <data folder> <runs at once>`. */
const [dataDir = "", atOnce = "0"] = process.argv.slice(2);
const core = await openCore(parseEnv({ DATA_DIR: dataDir, NODE_ENV: "production" }), createLog("warn"));
const engine = await createEngine(core, Number(atOnce));
await engine.runs.start();
process.once("SIGTERM", async () => {
  await engine.stop();
  await core.database.close();
  process.exit(0);
});
