import type { RequestListener } from "node:http";
import type { Env } from "@/lib/env";
import { databaseChecks, type Health, runChecks } from "@/lib/health/health";
import type { Log } from "@/lib/log/log";
import { openCore } from "./core";
import { createEngine } from "./engine";
import { type HttpServer, openHttpServer } from "./http";
import { stopOnSignals } from "./shutdown";

const requestPatienceMs = 1000;

/**
 * A process that only works on runs: no screens, no API, and without WORKER_PORT no port.
 * @returns where it answers health checks, if it does
 * @throws StartError
 */
export async function startWorker(env: Env, log: Log): Promise<string | undefined> {
  const http = await openHealthPort(env);
  const core = await openCore(env, log);
  const engine = await createEngine(core, env.workerConcurrency);
  stopOnSignals(async () => {
    await http?.close(requestPatienceMs);
    await engine.stop();
    await core.database.close();
  }, log);
  await engine.runs.start();
  engine.warm();
  http?.serve(
    healthListener({
      "/health": () => runChecks({ process: async () => {} }),
      "/ready": () => runChecks(databaseChecks(core.database.pool)),
    }),
  );
  return http && `http://${env.host}:${http.port}/health`;
}

function openHealthPort({ host, workerPort: port }: Env): Promise<HttpServer> | undefined {
  return port === undefined ? undefined : openHttpServer({ host, port, trustProxy: false });
}

function healthListener(pages: Record<string, () => Promise<Health>>): RequestListener {
  return (request, response) => {
    const page = pages[request.url ?? ""];
    if (!page) {
      response.writeHead(404).end();
      return;
    }
    void page().then((health) => {
      response.writeHead(health.ok ? 200 : 503, { "content-type": "application/json" });
      response.end(JSON.stringify(health));
    });
  };
}
