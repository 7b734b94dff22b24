import type { NodeScope, WriteNode } from "@/workflows/code/write/scope";
import type { JsonObject } from "@/workflows/graph/json";
import { writeAgent } from "./agent/code";
import { writeAggregate } from "./aggregate/code";
import { writeBranch } from "./branch/code";
import { writeCallAgent } from "./call-agent/code";
import { writeClassify } from "./classify/code";
import { writeCode } from "./code/code";
import { writeDate } from "./date/code";
import { writeDeduplicate } from "./deduplicate/code";
import type { NodeDefinition } from "./definition";
import { writeEmbed } from "./embed/code";
import { writeEnd } from "./end/code";
import { writeErrorHandler } from "./error-handler/code";
import { writeEventAddress } from "./event-address/code";
import { writeExtract } from "./extract/code";
import { writeFile } from "./file/code";
import { writeFilter } from "./filter/code";
import { writeGuardrail } from "./guardrail/code";
import { writeHttp } from "./http/code";
import { writeHuman } from "./human/code";
import { writeMap } from "./map/code";
import { writeMerge } from "./merge/code";
import { writeModel } from "./model/code";
import { writeModelRouter } from "./model-router/code";
import { writeModerate } from "./moderate/code";
import { writeNotify } from "./notify/code";
import { writeParse } from "./parse/code";
import { type NodeType, nodeDefinitions } from "./registry";
import { writeRerank } from "./rerank/code";
import { writeSetState } from "./set-state/code";
import { writeSort } from "./sort/code";
import { writeSql } from "./sql/code";
import { writeStart } from "./start/code";
import { writeStopWithError } from "./stop-with-error/code";
import { writeStore } from "./store/code";
import { writeSubgraph } from "./subgraph/code";
import { writeSummarise } from "./summarise/code";
import { writeSwitch } from "./switch/code";
import { writeTemplate } from "./template/code";
import { writeTransform } from "./transform/code";
import { writeValidate } from "./validate/code";
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
  switch: bind(nodeDefinitions.switch, writeSwitch),
  "stop-with-error": bind(nodeDefinitions["stop-with-error"], writeStopWithError),
  "error-handler": bind(nodeDefinitions["error-handler"], writeErrorHandler),
  "model-router": bind(nodeDefinitions["model-router"], writeModelRouter),
  classify: bind(nodeDefinitions.classify, writeClassify),
  extract: bind(nodeDefinitions.extract, writeExtract),
  summarise: bind(nodeDefinitions.summarise, writeSummarise),
  moderate: bind(nodeDefinitions.moderate, writeModerate),
  guardrail: bind(nodeDefinitions.guardrail, writeGuardrail),
  transform: bind(nodeDefinitions.transform, writeTransform),
  template: bind(nodeDefinitions.template, writeTemplate),
  parse: bind(nodeDefinitions.parse, writeParse),
  validate: bind(nodeDefinitions.validate, writeValidate),
  merge: bind(nodeDefinitions.merge, writeMerge),
  filter: bind(nodeDefinitions.filter, writeFilter),
  sort: bind(nodeDefinitions.sort, writeSort),
  aggregate: bind(nodeDefinitions.aggregate, writeAggregate),
  deduplicate: bind(nodeDefinitions.deduplicate, writeDeduplicate),
  date: bind(nodeDefinitions.date, writeDate),
  notify: bind(nodeDefinitions.notify, writeNotify),
  file: bind(nodeDefinitions.file, writeFile),
  sql: bind(nodeDefinitions.sql, writeSql),
  "event-address": bind(nodeDefinitions["event-address"], writeEventAddress),
  embed: bind(nodeDefinitions.embed, writeEmbed),
  rerank: bind(nodeDefinitions.rerank, writeRerank),
  store: bind(nodeDefinitions.store, writeStore),
} satisfies Record<NodeType, NodeWriter>;

/** Ties a writer to the definition whose config it takes. */
function bind<Config>(definition: NodeDefinition<Config>, write: WriteNode<Config>): NodeWriter {
  return (config, scope) => write(definition.config.parse(config), scope);
}
