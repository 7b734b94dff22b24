import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DraftChange } from "@/lib/agents/announce";
import { createApi } from "@/lib/api/app";
import { urlOf } from "@/lib/api/client/call";
import type { Endpoint } from "@/lib/api/contract/endpoint";
import { createActorResolver } from "@/lib/auth/resolve-actor";
import { createVisitors } from "@/lib/auth/visitor";
import { Conversations } from "@/lib/conversations/conversations";
import { createDashboards } from "@/lib/dashboards/dashboards";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import { EgressSettings } from "@/lib/egress/settings";
import { parseEnv } from "@/lib/env";
import { FeedbackService } from "@/lib/feedback/feedback-service";
import { RunFiles } from "@/lib/files/run-files";
import { HealthPage } from "@/lib/health/health-page";
import { readInstallation } from "@/lib/health/installation/installation";
import { createSystem } from "@/lib/health/system";
import { createLog } from "@/lib/log/log";
import { createBreakerService } from "@/lib/resilience/breaker-service";
import { deleteRun } from "@/lib/retention/delete-runs";
import { keepEverything } from "@/lib/retention/limits";
import { RetentionSettings } from "@/lib/retention/settings";
import { defaultLimits } from "@/lib/runs/admission/limits";
import { RunLimitSettings } from "@/lib/runs/admission/settings";
import { Arrivals } from "@/lib/runs/arrivals/arrivals";
import { AnswerLinks } from "@/lib/runs/links/answer-links";
import { createRuns } from "@/lib/runs/runs";
import { createKeyring } from "@/lib/secrets/keyring";
import { createSecretStore } from "@/lib/secrets/secret-store";
import { createVault } from "@/lib/secrets/vault";
import type { Core } from "@/lib/server/core";
import { createLive } from "@/lib/server/live";
import { createOutside } from "@/lib/server/outside";
import { outgoingBy } from "@/lib/telemetry/listeners";
import { TestCases } from "@/lib/testcases/test-cases";
import { createPriceGateway } from "@/lib/usage/price-gateway";
import { WhatIf } from "@/lib/what-if/what-if";
import { type Caller, populate } from "./people";

export const sessionSecret = "session-secret-of-the-tests";

export interface Answer {
  status: number;
  headers: Headers;
  /** JSON if it was, else the text. */
  body: unknown;
}

export interface Sent {
  as?: Caller | Record<string, string>;
  params?: Record<string, string | number | undefined>;
  query?: Record<string, string | number>;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** The API and a worker on a database of their own, with two workspaces that must not see each other. */
/** @param variables of the environment that the installation is started with */
export async function createWorld(variables: Record<string, string> = {}) {
  const database = await createTestDatabase();
  const { db, pool, url } = database;
  const dataDir = await mkdtemp(join(tmpdir(), "signalbox-data-"));
  const core = coreOf(database, { DATA_DIR: dataDir, ...variables });
  const outside = createOutside(core);
  const live = await createLive(core);
  const runs = createRuns({
    database,
    live,
    log: core.log,
    concurrency: 5,
    servicesOf: async (workspaceId, agents, answers) => outside.nodeServices(workspaceId, agents, answers),
    pricesOf: async () => ({ price: () => null }),
    outgoingOf: outgoingBy(db, core.env.telemetry, core.log),
  });
  await runs.start();
  const visitors = createVisitors(sessionSecret, false);
  const announced: DraftChange[] = [];
  const accessChanges: string[] = [];
  /** Which limit each request was counted under, and for whom. Nothing is refused. */
  const counted: string[] = [];
  const installation = () => readInstallation(pool);
  const api = createApi(
    {
      db,
      log: core.log,
      actorOf: createActorResolver(db, { secret: sessionSecret, secureCookies: false }, visitors),
      visitors,
      signInProviders: [],
      secrets: core.secrets,
      models: outside.models,
      modelsOf: outside.modelsOf,
      tools: outside.tools,
      whatIf: new WhatIf({
        pool,
        runs: runs.service,
        modelsOf: (workspaceId) => outside.nodeServices(workspaceId, runs.agentGateway(workspaceId)).models,
        pricesOf: (workspaceId) => createPriceGateway(db, workspaceId),
      }),
      breakers: createBreakerService({ breakers: outside.breakers, bus: live.bus, others: async () => [] }),
      runs: runs.service,
      testCases: new TestCases(db, runs.service),
      answerLinks: new AnswerLinks(runs.context),
      deleteRun: (workspaceId, runId) => deleteRun(pool, workspaceId, runId),
      dashboards: createDashboards(database),
      files: new RunFiles({ pool, blobs: outside.blobs, runs: runs.service }),
      arrivals: new Arrivals(runs.context),
      conversations: new Conversations(runs.context, runs.service),
      feedback: new FeedbackService(runs.context, runs.service),
      retention: new RetentionSettings(pool, keepEverything),
      mail: outside.mail,
      telemetry: outside.telemetry,
      egress: new EgressSettings(core.env.allowPrivateNetwork),
      system: createSystem(installation, new HealthPage(async () => ({ findings: [] }), 0)),
      runLimits: new RunLimitSettings(pool, defaultLimits),
      announceDraft: (change) => announced.push(change),
      announceAccess: ({ userId }) => accessChanges.push(userId),
    },
    (name, caller) => counted.push(`${name} ${caller}`),
  );
  const home = await populate(db, "home", sessionSecret);
  const away = await populate(db, "away", sessionSecret);
  const visit = () => ({
    cookie: visitors.create().setCookie.split(";")[0] ?? "",
    "sec-fetch-site": "same-origin",
  });
  const visitor = visit();

  const headersOf = (as: Caller | Record<string, string> = "admin"): Record<string, string> => {
    if (typeof as !== "string") return as;
    if (as === "anonymous") return {};
    return as === "visitor" ? visitor : home.headers[as];
  };
  /** The answer as it comes, for streams. */
  const fetch = (endpoint: Endpoint, sent: Sent = {}): Promise<Response> =>
    api(
      new Request(`http://app.test${urlOf(endpoint, sent)}`, {
        method: endpoint.method.toUpperCase(),
        headers: {
          ...(endpoint.body && { "content-type": "application/json" }),
          ...headersOf(sent.as),
          ...sent.headers,
        },
        body: endpoint.body ? JSON.stringify(sent.body ?? {}) : undefined,
        signal: sent.signal,
      }),
    );
  const send = async (endpoint: Endpoint, sent: Sent = {}): Promise<Answer> => {
    const response = await fetch(endpoint, sent);
    return { status: response.status, headers: response.headers, body: await read(response) };
  };
  const close = async () => {
    await runs.stop(0);
    await live.notifier.stop();
    await outside.close();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  const { service } = runs;
  return {
    outside,
    api,
    db,
    pool,
    url,
    home,
    away,
    runs: service,
    announced,
    accessChanges,
    counted,
    visit,
    fetch,
    send,
    close,
  };
}

function coreOf(database: Core["database"], variables: Record<string, string>): Core {
  const vault = createVault(createKeyring([Buffer.alloc(32, 7).toString("base64")]));
  const secrets = createSecretStore(database.db, vault);
  return { env: parseEnv(variables), log: createLog("silent"), database, vault, secrets, sessionSecret };
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  return response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text;
}

export type World = Awaited<ReturnType<typeof createWorld>>;
