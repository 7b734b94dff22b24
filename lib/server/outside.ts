import { breakingHttp } from "@/lib/egress/breaking-http";
import { createEgress, type Egress } from "@/lib/egress/egress";
import { SharedReads } from "@/lib/egress/shared-reads";
import { modelGateways } from "@/lib/models/model-gateway";
import { createModelService, type ModelService } from "@/lib/models/service";
import { Breakers } from "@/lib/resilience/breakers";
import { type CodeSandboxPool, createCodeSandbox } from "@/lib/sandbox/code-sandbox";
import type { AgentGateway, NodeServices } from "@/workflows/runtime/ports";
import type { Core } from "./core";

/** The world outside the product: models, HTTP, code that people wrote, secrets. */
export interface Outside {
  egress: Egress;
  sandbox: CodeSandboxPool;
  models: ModelService;
  /** Who outside does not answer. */
  breakers: Breakers;
  /** What the nodes of a workspace's runs may use. */
  nodeServices(workspaceId: string, agents: AgentGateway): NodeServices;
  close(): Promise<void>;
}

export function createOutside({ env, log, database, vault, secrets }: Core): Outside {
  const egress = createEgress(env.allowPrivateNetwork);
  const sandbox = createCodeSandbox();
  const breakers = new Breakers(log);
  const reads = new SharedReads();
  const modelsOf = modelGateways({ db: database.db, vault, egress, breakers });
  return {
    egress,
    sandbox,
    breakers,
    models: createModelService(database.db, vault, egress),
    nodeServices: (workspaceId, agents) => ({
      models: modelsOf(workspaceId),
      http: reads.over(breakingHttp(egress.http, breakers, workspaceId), workspaceId),
      code: sandbox,
      agents,
      secrets: secrets.gateway(workspaceId),
    }),
    async close() {
      await Promise.all([egress.close(), sandbox.close()]);
    },
  };
}
