import next from "next";
import type { Env } from "@/lib/env";
import type { Log } from "@/lib/log/log";
import { setServices } from "@/lib/services";
import { addressFor } from "./address";
import { apiFirst } from "./api-first";
import { compose } from "./compose";
import { openCore } from "./core";
import { openHttpServer, unheardServer } from "./http";
import { stopOnSignals } from "./shutdown";

/** Requests in flight get this long when the server stops; event streams would go on for ever. */
const requestPatienceMs = 3000;

/**
 * The screens, the API and the sockets on one port; in role `all` this process works on runs, too.
 * @returns the address people open
 * @throws StartError
 */
export async function startWeb(env: Env, log: Log): Promise<string> {
  const http = await openHttpServer(env);
  const core = await openCore(env, log);
  const app = await compose(core);
  stopOnSignals(
    async () => {
      await Promise.all([http.close(requestPatienceMs), app.stop()]);
    },
    log,
    env.drainMs,
  );
  setServices(app.services);
  const dev = env.mode === "development";
  const pages = next({
    dev,
    dir: process.cwd(),
    hostname: env.host,
    port: http.port,
    // Only its hot reload talks over sockets. Elsewhere it would look for a page behind each of ours that opens.
    httpServer: dev ? http.server : unheardServer(),
  });
  await pages.prepare();
  app.attach(http);
  const render = pages.getRequestHandler();
  http.serve(
    app.operations.listener(
      apiFirst(
        (request) => app.services.api(request),
        (request, response) => void render(request, response),
      ),
    ),
  );
  await app.start();
  return addressFor(env, http.port);
}
