import { inspect } from "node:util";
import { loadEnv } from "@/lib/env";
import { StartError } from "@/lib/errors/start-error";
import { createLog } from "@/lib/log/log";
import { isAppError } from "@/workflows/errors/app-error";

/** What one process does is loaded when it does it: a worker has no use for the screens. */
async function main(): Promise<void> {
  const env = loadEnv();
  const log = createLog(env.logLevel, { pretty: env.mode === "development" && process.stdout.isTTY });
  if (env.role === "worker") {
    const { startWorker } = await import("@/lib/server/start-worker");
    const health = await startWorker(env, log);
    say(`The worker is ready for ${env.workerConcurrency} runs at a time${health ? `: ${health}` : ""}`);
    return;
  }
  const { startWeb } = await import("@/lib/server/start-web");
  say(`Signalbox is ready: ${await startWeb(env, log)}`);
}

function say(line: string): void {
  process.stdout.write(`\n  ${line}\n\n`);
}

main().catch((error: unknown) => {
  const isExpected = error instanceof StartError || isAppError(error);
  process.stderr.write(`\n${isExpected ? error.message : inspect(error)}\n\n`);
  process.exit(1);
});
