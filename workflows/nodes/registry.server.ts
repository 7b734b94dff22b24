import type { JsonObject } from "@/workflows/graph/json";
import type { NodeServices } from "@/workflows/runtime/ports";
import { executeAgent } from "./agent/execute.server";
import { executeBranch } from "./branch/execute.server";
import { executeCallAgent } from "./call-agent/execute.server";
import { executeCode } from "./code/execute.server";
import type { NodeDefinition } from "./definition";
import { executeEnd } from "./end/execute.server";
import type { NodeExecute, NodeRun } from "./execute";
import { executeHttp } from "./http/execute.server";
import { executeHuman } from "./human/execute.server";
import { executeMap } from "./map/execute.server";
import { executeModel } from "./model/execute.server";
import { type NodeType, nodeDefinitions } from "./registry";
import { executeSetState } from "./set-state/execute.server";
import { executeStart } from "./start/execute.server";
import { executeSubgraph } from "./subgraph/execute.server";
import { executeWait } from "./wait/execute.server";

/** Parses a node's config and prepares what runs once per visit. @throws ZodError */
export type NodePrepare = (config: JsonObject, services: NodeServices) => NodeRun;

/** The behaviour of every node type, beside its definition in `registry.ts`. */
export const nodePreparers = {
  start: bind(nodeDefinitions.start, executeStart),
  end: bind(nodeDefinitions.end, executeEnd),
  model: bind(nodeDefinitions.model, executeModel),
  agent: bind(nodeDefinitions.agent, executeAgent),
  branch: bind(nodeDefinitions.branch, executeBranch),
  human: bind(nodeDefinitions.human, executeHuman),
  code: bind(nodeDefinitions.code, executeCode),
  http: bind(nodeDefinitions.http, executeHttp),
  "set-state": bind(nodeDefinitions["set-state"], executeSetState),
  subgraph: bind(nodeDefinitions.subgraph, executeSubgraph),
  wait: bind(nodeDefinitions.wait, executeWait),
  "call-agent": bind(nodeDefinitions["call-agent"], executeCallAgent),
  map: bind(nodeDefinitions.map, executeMap),
} satisfies Record<NodeType, NodePrepare>;

/** Ties behaviour to the definition whose config it takes. */
function bind<Config>(definition: NodeDefinition<Config>, execute: NodeExecute<Config>): NodePrepare {
  return (config, services) => execute(definition.config.parse(config), services);
}
