import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { agents, agentVersions, users, workspaces } from "@/drizzle/schema";
import type { Actor } from "@/lib/auth/actor";
import { newId } from "@/lib/db/id";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import { fileGateway } from "@/lib/files/file-gateway";
import { folderStore } from "@/lib/files/folder-store";
import { createLog } from "@/lib/log/log";
import { personalGateway } from "@/lib/personal/personal-gateway";
import { Bus } from "@/lib/realtime/bus";
import { RunHub } from "@/lib/realtime/hub";
import { Notifier } from "@/lib/realtime/notifier";
import { createKeyring } from "@/lib/secrets/keyring";
import { createVault } from "@/lib/secrets/vault";
import { storeGateway } from "@/lib/store/store-gateway";
import { AppError } from "@/workflows/errors/app-error";
import type { RunEvent } from "@/workflows/events/event";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import type { NodeServices } from "@/workflows/runtime/ports";
import { type Script, ScriptedModel } from "@/workflows/runtime/testing/scripted-model";
import { eventGateway } from "../arrivals/event-gateway";
import type { RunWatch } from "../run-watch";
import { createRuns, type Runs, type RunsOptions } from "../runs";

/** A server process on the world's database. */
export interface TestProcess extends Runs {
  live: { notifier: Notifier; bus: Bus; hub: RunHub };
  /** Vanishes as a killed process does: its connections fall, its work is not ended but can reach nobody. */
  kill(): Promise<void>;
  /** Falls silent as a process does that stands still: it keeps its lock, and its jobs hear no heartbeat any more. */
  hang(): Promise<void>;
}

interface ProcessOptions
  extends Pick<RunsOptions, "limits" | "installationQueued" | "patienceMs" | "publicUrl"> {
  watch?: (live: TestProcess["live"]) => RunWatch;
}

/** A database with a workspace and a member, on which any number of processes run. */
export async function createRunWorld() {
  const database = await createTestDatabase();
  const { db } = database;
  const log = createLog("silent");
  const workspaceId = newId("wsp");
  const userId = newId("usr");
  await db.insert(workspaces).values({ id: workspaceId, name: "Home" });
  await db.insert(users).values({ id: userId, email: `${userId}@home.test`, name: "Ada" });
  const ada: Actor = { kind: "member", userId, name: "Ada", workspaceId, role: "admin" };
  const folder = await mkdtemp(join(tmpdir(), "signalbox-files-"));
  const blobs = folderStore(folder);
  const vault = createVault(createKeyring(["00".repeat(32)]));
  const scripts = new Map<string, Script[]>();
  const processes = new Set<TestProcess>();
  const outside: { mail: NodeServices["mail"]["send"]; reveal: NodeServices["secrets"]["reveal"] } = {
    mail: () => closed(),
    reveal: () => closed(),
  };
  const closed = async () => {
    throw new AppError("egress_refused", "This world has no outside.");
  };
  let http: NodeServices["http"]["send"] = closed;

  /** What nodes of the world can use: scripted models by reference, and other agents. */
  function services(gateway: NodeServices["agents"]): NodeServices {
    return {
      models: { resolve: async (reference) => new ScriptedModel(scripts.get(reference) ?? []) },
      texts: { embedder: closed, reranker: closed },
      http: { send: (call) => http(call) },
      code: { run: closed },
      agents: gateway,
      secrets: { reveal: (name) => outside.reveal(name) },
      tools: { open: closed },
      mail: { send: (mail) => outside.mail(mail) },
      sql: { query: closed },
      files: fileGateway({ pool: database.pool, blobs }, workspaceId),
      personal: personalGateway({ pool: database.pool, vault }, workspaceId),
      store: storeGateway(database.pool, workspaceId),
      events: eventGateway({ pool: database.pool, vault, publicUrl: "https://app.test" }, workspaceId),
    };
  }

  async function startProcess(
    concurrency = 10,
    { watch, ...options }: ProcessOptions = {},
  ): Promise<TestProcess> {
    const notifier = new Notifier({ url: database.url, log });
    await notifier.start();
    const send = (channel: string, payload: string) =>
      database.pool.query("select pg_notify($1, $2)", [channel, payload]);
    const live = { notifier, bus: new Bus(notifier, send, log), hub: new RunHub(notifier) };
    const runs = createRuns({
      database,
      log,
      live,
      concurrency,
      ...options,
      ...(watch && { watch: watch(live) }),
      servicesOf: async (_workspaceId, gateway) => services(gateway),
      pricesOf: async () => ({ price: (_provider, _model, usage) => usage.output * 10 }),
    });
    await runs.start();
    const started: TestProcess = {
      ...runs,
      live,
      hang: async () => {
        await runs.worker.abandon();
        await database.pool.query(
          "update pgboss.job set heartbeat_on = now() - interval '1 minute' where state = 'active'",
        );
      },
      stop: async (patienceMs) => {
        processes.delete(started);
        await runs.stop(patienceMs);
        await notifier.stop();
      },
      kill: async () => {
        processes.delete(started);
        await runs.worker.abandon();
        await notifier.stop();
      },
    };
    processes.add(started);
    return started;
  }

  /** A live agent with this graph. */
  async function publish(document: GraphDocument, name = "Agent", workspace = workspaceId) {
    const id = newId("agt");
    const slug = id.replace("_", "-");
    const row = { id, workspaceId: workspace, name, slug, draft: document, liveVersion: 1 };
    await db.insert(agents).values(row);
    await db.insert(agentVersions).values({ agentId: id, number: 1, document, hash: "" });
    return { id, workspaceId: workspace, slug };
  }

  /** A neighbour on the same installation, by its id. */
  async function otherWorkspace(): Promise<string> {
    const id = newId("wsp");
    await db.insert(workspaces).values({ id, name: "Next door" });
    return id;
  }

  const world = {
    database,
    log,
    ada,
    /** What files hold. */
    blobs,
    publish,
    otherWorkspace,
    startProcess,
    /** What a model answers, call by call. */
    script: (reference: string, ...answers: Script[]) => void scripts.set(reference, answers),
    /** Mail and secrets; nothing is there before somebody puts it. */
    outside,
    /** The outside that HTTP nodes reach. */
    answerHttp: (send: NodeServices["http"]["send"]) => {
      http = send;
    },
    start: async (
      process: Runs,
      agent: { id: string; workspaceId: string },
      input: JsonObject,
      threadId?: string,
    ) => process.service.create(ada, { agent, graph: { version: 1 }, source: "test", input, threadId }),
    /** Stops what is still running, also after a test that failed half-way. */
    stopAll: async () => {
      for (const process of processes) await process.stop(0);
    },
    close: async () => {
      await world.stopAll();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return world;
}
export type RunWorld = Awaited<ReturnType<typeof createRunWorld>>;

/** All events of a run, oldest first. */
export function eventsOf({ service }: Runs, actor: Actor, runId: string): Promise<RunEvent[]> {
  return service.events(actor, runId, 0, 2_000);
}

/** Resolves with the first event that matches, stored or to come. */
export async function eventOf(
  { service }: Runs,
  actor: Actor,
  runId: string,
  matches: (event: RunEvent) => boolean,
): Promise<RunEvent> {
  const found = Promise.withResolvers<RunEvent>();
  const reader = await service.subscribe(actor, runId, 0, (events) => {
    const event = events.find(matches);
    if (event) found.resolve(event);
  });
  return found.promise.finally(() => reader.close());
}
