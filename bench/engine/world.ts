import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
import { insertAgent } from "@/lib/agents/insert-agent";
import { insertVersion } from "@/lib/agents/publish-agent";
import type { WorkspaceActor } from "@/lib/auth/actor";
import { createFirstAdmin } from "@/lib/auth/setup";
import { checkpointSchema } from "@/lib/db/migrate";
import { parseEnv } from "@/lib/env";
import { createLog } from "@/lib/log/log";
import { type CheckpointOwner, checkpointOwnerKey, RunSaver } from "@/lib/runs/checkpoint/saver";
import { openCore } from "@/lib/server/core";
import { createEngine } from "@/lib/server/engine";
import type { GraphDocument } from "@/workflows/graph/document";
import { countingGraph } from "./graphs";

/** What runs, chats and approvals need even if nobody ever reads a trace. */
const withoutTraces = ["run.", "checkpoint.", "interrupt.", "node.interrupted", "child.", "model.delta"];

/** The whole engine in this process, on an embedded Postgres of its own. */
export async function openWorld(concurrency: number, baseUrl: string) {
  const dataDir = await mkdtemp(join(tmpdir(), "signalbox-bench-"));
  const core = await openCore(parseEnv({ DATA_DIR: dataDir, NODE_ENV: "production" }), createLog("warn"));
  let workspaceId = "";
  const account = {
    name: "Bench",
    email: "bench@example.com",
    password: "bench password",
    workspace: "Bench",
  };
  const user = await createFirstAdmin(core.database.db, account, async (_, workspace) => {
    workspaceId = workspace.id;
  });
  let keepsTraces = true;
  const engine = await createEngine(
    core,
    concurrency,
    ({ type }) => !keepsTraces && !withoutTraces.some((kept) => type.startsWith(kept)),
  );
  await engine.runs.start();
  const actor: WorkspaceActor = {
    kind: "member",
    userId: user.id,
    name: user.name,
    workspaceId,
    role: "admin",
  };
  const connection = await engine.outside.models.createConnection(actor, {
    provider: "openai-compatible",
    name: "Stand-in",
    baseUrl,
    key: "none",
    models: ["words-100"],
    allowPrivate: true,
  });
  return {
    actor,
    service: engine.runs.service,
    connectionId: connection.id,
    dataDir,
    workspaceId,
    db: core.database.db,
    pool: core.database.pool,
    databaseUrl: core.database.url,
    traceSender: engine.sender,
    /** From now on traces are sent there, while `turnTelemetry` says so. */
    async sendTracesTo(endpoint: string): Promise<void> {
      const settings = { enabled: true, protocol: "http/protobuf" as const, endpoint, headers: [], share: 1 };
      const more = { allowPrivate: true, content: false, propagate: true };
      await engine.outside.telemetry.set(core.database.db, workspaceId, { ...settings, ...more });
      engine.sender.start();
    },
    async turnTelemetry(on: boolean): Promise<void> {
      await core.database.pool.query("update telemetry_targets set enabled = $1", [on]);
    },
    /** Whether runs that start from now on keep what only their traces show. */
    turnTraces(on: boolean): void {
      keepsTraces = on;
    },
    /** Signalbox's saver, for graphs written by hand. */
    ownSaver: new RunSaver(core.database.pool),
    /** Lets graphs written by hand store their steps as a run does, fence included: for a new thread each. */
    async checkpointOwner(): Promise<() => object> {
      const agent = await this.publish(countingGraph(1));
      const { service } = engine.runs;
      const { runId } = await service.create(actor, {
        agent,
        graph: { version: 1 },
        source: "api",
        input: {},
      });
      await service.wait(actor, runId);
      return () => ({ [checkpointOwnerKey]: ownerOf(runId) });
    },
    /** LangGraph's own saver on the same pool and schema. */
    stockSaver: new PostgresSaver(core.database.pool, undefined, { schema: checkpointSchema }),
    /** A live agent with this graph. */
    async publish(document: GraphDocument): Promise<{ id: string; workspaceId: string }> {
      const { db } = core.database;
      const id = await insertAgent(db, { workspaceId, name: "Bench", draft: document, createdBy: user.id });
      await insertVersion(db, { agentId: id, document, note: "", by: user.id });
      return { id, workspaceId };
    },
    async close() {
      await engine.stop();
      await core.database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;

function ownerOf(runId: string): CheckpointOwner {
  const written = new Set<string>();
  return {
    runId,
    epoch: 1,
    isEmpty: (namespace) => !written.has(namespace),
    writing: (namespace) => written.add(namespace),
    assertHeld: () => {},
    storing: () => false,
  };
}
