import { createExampleAgents } from "@/lib/agents/example-agents";
import { createApi } from "@/lib/api/app";
import { needsSetup } from "@/lib/auth/setup";
import { attachSockets, type Sockets } from "@/lib/realtime/socket";
import { RetentionSettings } from "@/lib/retention/settings";
import { RunLimitSettings } from "@/lib/runs/admission/settings";
import type { Services } from "@/lib/services";
import { type Core, ensureConfiguredAdmin } from "./core";
import { createEngine } from "./engine";
import type { HttpServer } from "./http";
import { createIdentity } from "./identity";
import { createOperations, type Operations } from "./operations";

/** The product in one process, apart from HTTP and Next. */
export interface App {
  services: Services;
  operations: Operations;
  /** Joins the live connections to the HTTP server. */
  attach(http: HttpServer): void;
  /** Starts taking up runs. */
  start(): Promise<void>;
  /** Hands runs over to other processes, or to the next start, and closes the database. */
  stop(): Promise<void>;
}

export async function compose(core: Core): Promise<App> {
  const { env, log, database, secrets } = core;
  await ensureConfiguredAdmin(core, createExampleAgents);
  const identity = createIdentity(core);
  const engine = await createEngine(core, env.role === "web" ? 0 : env.workerConcurrency);
  const { live, outside, runs } = engine;
  const operations = createOperations(core, engine, identity.actorOf);
  const api = createApi({
    db: database.db,
    log,
    publicUrl: env.publicUrl,
    actorOf: identity.actorOf,
    visitors: identity.visitors,
    signInProviders: identity.providers,
    secrets,
    models: outside.models,
    breakers: engine.breakers,
    runs: runs.service,
    retention: new RetentionSettings(database.pool, env.retention),
    system: operations.system,
    runLimits: new RunLimitSettings(database.pool, env.runLimits),
    announceDraft: (change) => live.bus.draftChanged(change),
    announceAccess: (change) => live.bus.accessChanged(change),
  });
  let sockets: Sockets | undefined;
  return {
    services: {
      api,
      actorOf: identity.actorOf,
      needsSetup: () => needsSetup(database.db),
      authOptions: identity.authOptions,
    },
    operations,
    attach({ server }) {
      const { actorOf } = identity;
      const { publicUrl } = env;
      const { bus, news } = live;
      const deps = { runs: runs.service, bus, news, db: database.db, actorOf, publicUrl, log };
      sockets = attachSockets(server, deps);
    },
    async start() {
      await operations.start();
      await runs.start();
      if (env.role !== "web") engine.warm();
    },
    async stop() {
      await sockets?.close();
      await engine.stop(() => operations.stop());
      await database.close();
    },
  };
}
