import type { NodeScope, WriteNode } from "@/workflows/code/write/scope";
import type { JsonObject } from "@/workflows/graph/json";
import { writeAgent } from "./agent/code";
import { writeBranch } from "./branch/code";
import { writeCallAgent } from "./call-agent/code";
import { writeCode } from "./code/code";
import type { NodeDefinition } from "./definition";
import { writeEnd } from "./end/code";
import { writeHttp } from "./http/code";
import { writeHuman } from "./human/code";
import { writeMap } from "./map/code";
import { writeModel } from "./model/code";
import { type NodeType, nodeDefinitions } from "./registry";
import { writeSetState } from "./set-state/code";
import { writeStart } from "./start/code";
import { writeSubgraph } from "./subgraph/code";
import { writeWait } from "./wait/code";

/** Parses a node's config and writes its function. @throws ZodError */
export type NodeWriter = (config: JsonObject, scope: NodeScope) => string[];

/** How every node type is written as LangGraph.js code, beside its definition in `registry.ts`. */
export const nodeWriters = {
  start: bind(nodeDefinitions.start, writeStart),
  end: bind(nodeDefinitions.end, writeEnd),
  model: bind(nodeDefinitions.model, writeModel),
  agent: bind(nodeDefinitions.agent, writeAgent),
  branch: bind(nodeDefinitions.branch, writeBranch),
  human: bind(nodeDefinitions.human, writeHuman),
  code: bind(nodeDefinitions.code, writeCode),
  http: bind(nodeDefinitions.http, writeHttp),
  "set-state": bind(nodeDefinitions["set-state"], writeSetState),
  subgraph: bind(nodeDefinitions.subgraph, writeSubgraph),
  wait: bind(nodeDefinitions.wait, writeWait),
  "call-agent": bind(nodeDefinitions["call-agent"], writeCallAgent),
  map: bind(nodeDefinitions.map, writeMap),
} satisfies Record<NodeType, NodeWriter>;

/** Ties a writer to the definition whose config it takes. */
function bind<Config>(definition: NodeDefinition<Config>, write: WriteNode<Config>): NodeWriter {
  return (config, scope) => write(definition.config.parse(config), scope);
}
