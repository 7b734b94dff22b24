import { createEgress, type Egress } from "@/lib/egress/egress";
import { createModelGateway } from "@/lib/models/model-gateway";
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

export function createOutside({ env, database, vault, secrets }: Core): Outside {
  const egress = createEgress(env.allowPrivateNetwork);
  const sandbox = createCodeSandbox();
  return {
    egress,
    sandbox,
    breakers: new Breakers(),
    models: createModelService(database.db, vault, egress),
    nodeServices: (workspaceId, agents) => ({
      models: createModelGateway({ db: database.db, vault, egress }, workspaceId),
      http: egress.http,
      code: sandbox,
      agents,
      secrets: secrets.gateway(workspaceId),
    }),
    async close() {
      await Promise.all([egress.close(), sandbox.close()]);
    },
  };
}
