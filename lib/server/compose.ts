import { createExampleAgents } from "@/lib/agents/example-agents";
import { createApi } from "@/lib/api/app";
import { needsSetup } from "@/lib/auth/setup";
import { Conversations } from "@/lib/conversations/conversations";
import { createDashboards } from "@/lib/dashboards/dashboards";
import { EgressSettings } from "@/lib/egress/settings";
import { FeedbackService } from "@/lib/feedback/feedback-service";
import { RunFiles } from "@/lib/files/run-files";
import { attachSockets, type Sockets } from "@/lib/realtime/socket";
import { deleteRun } from "@/lib/retention/delete-runs";
import { RetentionSettings } from "@/lib/retention/settings";
import { RunLimitSettings } from "@/lib/runs/admission/settings";
import { Arrivals } from "@/lib/runs/arrivals/arrivals";
import { AnswerLinks } from "@/lib/runs/links/answer-links";
import type { Services } from "@/lib/services";
import { announceOperator } from "@/lib/telemetry/operator";
import { TestCases } from "@/lib/testcases/test-cases";
import { createPriceGateway } from "@/lib/usage/price-gateway";
import { WhatIf } from "@/lib/what-if/what-if";
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
    modelsOf: outside.modelsOf,
    breakers: engine.breakers,
    tools: outside.tools,
    whatIf: new WhatIf({
      pool: database.pool,
      runs: runs.service,
      modelsOf: (workspaceId) => outside.nodeServices(workspaceId, runs.agentGateway(workspaceId)).models,
      pricesOf: (workspaceId) => createPriceGateway(database.db, workspaceId),
    }),
    mail: outside.mail,
    telemetry: outside.telemetry,
    egress: new EgressSettings(env.allowPrivateNetwork),
    runs: runs.service,
    testCases: new TestCases(database.db, runs.service),
    answerLinks: new AnswerLinks(runs.context),
    deleteRun: (workspaceId, runId) => deleteRun(database.pool, workspaceId, runId),
    dashboards: createDashboards(database),
    files: new RunFiles({ pool: database.pool, blobs: outside.blobs, runs: runs.service }),
    arrivals: new Arrivals(runs.context),
    conversations: new Conversations(runs.context, runs.service),
    feedback: new FeedbackService(runs.context, runs.service),
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
      await announceOperator(database.pool, env.telemetry);
      await runs.start();
      if (env.role !== "web") {
        engine.sender.start();
        engine.warm();
      }
    },
    async stop() {
      await sockets?.close();
      await engine.stop(() => operations.stop());
      await database.close();
    },
  };
}
