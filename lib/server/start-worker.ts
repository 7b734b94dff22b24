import type { RequestListener } from "node:http";
import type { Env } from "@/lib/env";
import type { Log } from "@/lib/log/log";
import { announceOperator } from "@/lib/telemetry/operator";
import { openCore } from "./core";
import { createEngine } from "./engine";
import { type HttpServer, openHttpServer } from "./http";
import { createOperations } from "./operations";
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
  const operations = createOperations(core, engine);
  stopOnSignals(
    async () => {
      await http?.close(requestPatienceMs);
      await engine.stop(() => operations.stop());
      await core.database.close();
    },
    log,
    env.drainMs,
  );
  await operations.start();
  await announceOperator(core.database.pool, env.telemetry);
  await engine.runs.start();
  engine.sender.start();
  engine.warm();
  http?.serve(operations.listener(nothingElse));
  return http && `http://${env.host}:${http.port}/health`;
}

function openHealthPort({ host, workerPort: port }: Env): Promise<HttpServer> | undefined {
  return port === undefined ? undefined : openHttpServer({ host, port, trustProxy: false });
}

const nothingElse: RequestListener = (_request, response) => void response.writeHead(404).end();
