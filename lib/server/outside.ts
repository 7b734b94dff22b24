import { breakingHttp } from "@/lib/egress/breaking-http";
import { createEgress, type Egress } from "@/lib/egress/egress";
import { workspaceRules } from "@/lib/egress/settings";
import { SharedReads } from "@/lib/egress/shared-reads";
import { workspaceHttp } from "@/lib/egress/workspace-http";
import type { BlobStore } from "@/lib/files/blob-store";
import { fileGateway } from "@/lib/files/file-gateway";
import { openBlobStore } from "@/lib/files/open-blob-store";
import { createMailService, type MailService } from "@/lib/mail/mail-service";
import { AnswerCache } from "@/lib/models/cache/answer-cache";
import { AnswerStore } from "@/lib/models/cache/answer-store";
import { Latencies } from "@/lib/models/latency/latencies";
import { modelGateways } from "@/lib/models/model-gateway";
import { KeyQueue } from "@/lib/models/queue/key-queue";
import { createModelService, type ModelService } from "@/lib/models/service";
import { textModelGateways } from "@/lib/models/text-gateway";
import { personalGateway } from "@/lib/personal/personal-gateway";
import { Breakers } from "@/lib/resilience/breakers";
import { eventGateway } from "@/lib/runs/arrivals/event-gateway";
import { type CodeSandboxPool, createCodeSandbox } from "@/lib/sandbox/code-sandbox";
import { sqlGateway } from "@/lib/sql/sql-gateway";
import { storeGateway } from "@/lib/store/store-gateway";
import { Telemetry } from "@/lib/telemetry/telemetry";
import { Grants } from "@/lib/tools/oauth/grants";
import { ToolService } from "@/lib/tools/service";
import type { AnswersOfAgent } from "@/workflows/graph/kept-answers";
import type { AgentGateway, ModelGateway, NodeServices } from "@/workflows/runtime/ports";
import { addressFor } from "./address";
import type { Core } from "./core";

/** The world outside the product: models, HTTP, imported tools, code that people wrote, secrets. */
export interface Outside {
  egress: Egress;
  sandbox: CodeSandboxPool;
  models: ModelService;
  /** The same models as runs ask, for trials. */
  modelsOf: (workspaceId: string) => ModelGateway;
  tools: ToolService;
  mail: MailService;
  /** Where traces are sent to. */
  telemetry: Telemetry;
  /** What files hold. */
  blobs: BlobStore;
  /** Who outside does not answer. */
  breakers: Breakers;
  /** What the nodes of a workspace's runs may use. */
  nodeServices(workspaceId: string, agents: AgentGateway, answers?: AnswersOfAgent): NodeServices;
  close(): Promise<void>;
}

export function createOutside({ env, log, database, vault, secrets }: Core): Outside {
  const egress = createEgress(env.allowPrivateNetwork);
  const sandbox = createCodeSandbox();
  const breakers = new Breakers(log);
  const reads = new SharedReads();
  const rulesOf = workspaceRules(database.db);
  const latencies = new Latencies(database.db);
  const queue = new KeyQueue(database.pool);
  const modelParts = { db: database.db, vault, egress, rulesOf, breakers, queue, latencies };
  const textsOf = textModelGateways(modelParts);
  const cache = new AnswerCache(new AnswerStore(database.pool), log);
  const modelsOf = modelGateways({ ...modelParts, keeper: { cache, textsOf } });
  const publicUrl = addressFor(env, env.port);
  const grants = new Grants(database.db, vault, {
    egress,
    rulesOf,
    redirectUrl: `${publicUrl}/settings/tools/signed-in`,
  });
  const tools = new ToolService(database.db, {
    egress,
    rulesOf,
    breakers,
    secrets,
    sandbox,
    commands: env.mcpCommands,
    grants,
  });
  const blobs = openBlobStore(env);
  const mail = createMailService({ db: database.db, egress, rulesOf, secrets });
  return {
    egress,
    sandbox,
    breakers,
    blobs,
    tools,
    mail,
    telemetry: new Telemetry({ db: database.db, vault, egress, rulesOf, operator: env.telemetry }),
    models: createModelService({ db: database.db, vault, egress, rulesOf }),
    modelsOf: (workspaceId) => modelsOf(workspaceId),
    nodeServices: (workspaceId, agents, answers) => ({
      models: modelsOf(workspaceId, answers),
      texts: textsOf(workspaceId),
      http: reads.over(
        breakingHttp(workspaceHttp(egress, rulesOf, workspaceId), breakers, workspaceId),
        workspaceId,
      ),
      code: sandbox.of(workspaceId),
      agents,
      secrets: secrets.gateway(workspaceId),
      tools: tools.gateway(workspaceId),
      mail: mail(workspaceId),
      sql: sqlGateway(
        { egress, rulesOf, secrets: secrets.gateway(workspaceId), sqliteDir: env.sqliteDir },
        workspaceId,
      ),
      files: fileGateway({ pool: database.pool, blobs }, workspaceId),
      personal: personalGateway({ pool: database.pool, vault }, workspaceId),
      store: storeGateway(database.pool, workspaceId),
      events: eventGateway({ pool: database.pool, vault, publicUrl }, workspaceId),
    }),
    async close() {
      await Promise.all([
        egress.close(),
        sandbox.close(),
        cache.settled(),
        latencies.flush().catch(() => {}),
      ]);
    },
  };
}
