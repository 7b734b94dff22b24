import { inspect } from "node:util";
import next from "next";
import { type Env, loadEnv } from "@/lib/env";
import { StartError } from "@/lib/errors/start-error";
import { createLog } from "@/lib/log/log";
import { apiFirst } from "@/lib/server/api-first";
import { compose } from "@/lib/server/compose";
import { openCore } from "@/lib/server/core";
import { openHttpServer } from "@/lib/server/http";
import { stopOnSignals } from "@/lib/server/shutdown";
import { setServices } from "@/lib/services";
import { isAppError } from "@/workflows/errors/app-error";

/** Requests in flight get this long when the server stops; event streams would go on for ever. */
const requestPatienceMs = 3000;

async function main(): Promise<void> {
  const env = loadEnv();
  const log = createLog(env.logLevel);
  const http = await openHttpServer(env);
  const core = await openCore(env, log);
  const app = await compose(core);
  stopOnSignals(async () => {
    await Promise.all([http.close(requestPatienceMs), app.stop()]);
  }, log);
  setServices(app.services);
  const pages = next({
    dev: env.mode === "development",
    dir: process.cwd(),
    hostname: env.host,
    port: http.port,
    httpServer: http.server,
  });
  await pages.prepare();
  app.attach(http);
  const render = pages.getRequestHandler();
  http.serve(
    apiFirst(
      (request) => app.services.api(request),
      (request, response) => void render(request, response),
    ),
  );
  await app.start();
  process.stdout.write(`\n  Signalbox is ready: ${addressFor(env, http.port)}\n\n`);
}

function addressFor(env: Env, port: number): string {
  if (env.publicUrl) return env.publicUrl;
  const isEverywhere = ["0.0.0.0", "::", "127.0.0.1", "::1"].includes(env.host);
  return `http://${isEverywhere ? "localhost" : env.host}:${port}`;
}

main().catch((error: unknown) => {
  const isExpected = error instanceof StartError || isAppError(error);
  process.stderr.write(`\n${isExpected ? error.message : inspect(error)}\n\n`);
  process.exit(1);
});
