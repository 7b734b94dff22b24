import type { JsonObject } from "@/workflows/graph/json";
import type { NodeServices } from "@/workflows/runtime/ports";
import { executeAgent } from "./agent/execute.server";
import { executeAggregate } from "./aggregate/execute.server";
import { executeBranch } from "./branch/execute.server";
import { executeCallAgent } from "./call-agent/execute.server";
import { executeClassify } from "./classify/execute.server";
import { executeCode } from "./code/execute.server";
import { executeDate } from "./date/execute.server";
import { executeDeduplicate } from "./deduplicate/execute.server";
import type { NodeDefinition } from "./definition";
import { executeEmbed } from "./embed/execute.server";
import { executeEnd } from "./end/execute.server";
import { executeErrorHandler } from "./error-handler/execute.server";
import { executeEventAddress } from "./event-address/execute.server";
import type { NodeExecute, NodeRun } from "./execute";
import { executeExtract } from "./extract/execute.server";
import { executeFile } from "./file/execute.server";
import { executeFilter } from "./filter/execute.server";
import { executeGuardrail } from "./guardrail/execute.server";
import { executeHttp } from "./http/execute.server";
import { executeHuman } from "./human/execute.server";
import { executeMap } from "./map/execute.server";
import { executeMerge } from "./merge/execute.server";
import { executeModel } from "./model/execute.server";
import { executeModelRouter } from "./model-router/execute.server";
import { executeModerate } from "./moderate/execute.server";
import { executeNotify } from "./notify/execute.server";
import { executeParse } from "./parse/execute.server";
import { type NodeType, nodeDefinitions } from "./registry";
import { executeRerank } from "./rerank/execute.server";
import { executeSetState } from "./set-state/execute.server";
import { executeSort } from "./sort/execute.server";
import { executeSql } from "./sql/execute.server";
import { executeStart } from "./start/execute.server";
import { executeStopWithError } from "./stop-with-error/execute.server";
import { executeStore } from "./store/execute.server";
import { executeSubgraph } from "./subgraph/execute.server";
import { executeSummarise } from "./summarise/execute.server";
import { executeSwitch } from "./switch/execute.server";
import { executeTemplate } from "./template/execute.server";
import { executeTransform } from "./transform/execute.server";
import { executeValidate } from "./validate/execute.server";
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
  switch: bind(nodeDefinitions.switch, executeSwitch),
  "stop-with-error": bind(nodeDefinitions["stop-with-error"], executeStopWithError),
  "error-handler": bind(nodeDefinitions["error-handler"], executeErrorHandler),
  "model-router": bind(nodeDefinitions["model-router"], executeModelRouter),
  classify: bind(nodeDefinitions.classify, executeClassify),
  extract: bind(nodeDefinitions.extract, executeExtract),
  summarise: bind(nodeDefinitions.summarise, executeSummarise),
  moderate: bind(nodeDefinitions.moderate, executeModerate),
  guardrail: bind(nodeDefinitions.guardrail, executeGuardrail),
  transform: bind(nodeDefinitions.transform, executeTransform),
  template: bind(nodeDefinitions.template, executeTemplate),
  parse: bind(nodeDefinitions.parse, executeParse),
  validate: bind(nodeDefinitions.validate, executeValidate),
  merge: bind(nodeDefinitions.merge, executeMerge),
  filter: bind(nodeDefinitions.filter, executeFilter),
  sort: bind(nodeDefinitions.sort, executeSort),
  aggregate: bind(nodeDefinitions.aggregate, executeAggregate),
  deduplicate: bind(nodeDefinitions.deduplicate, executeDeduplicate),
  date: bind(nodeDefinitions.date, executeDate),
  notify: bind(nodeDefinitions.notify, executeNotify),
  file: bind(nodeDefinitions.file, executeFile),
  sql: bind(nodeDefinitions.sql, executeSql),
  "event-address": bind(nodeDefinitions["event-address"], executeEventAddress),
  embed: bind(nodeDefinitions.embed, executeEmbed),
  rerank: bind(nodeDefinitions.rerank, executeRerank),
  store: bind(nodeDefinitions.store, executeStore),
} satisfies Record<NodeType, NodePrepare>;

/** Ties behaviour to the definition whose config it takes. */
function bind<Config>(definition: NodeDefinition<Config>, execute: NodeExecute<Config>): NodePrepare {
  return (config, services) => execute(definition.config.parse(config), services);
}
