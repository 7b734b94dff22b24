import { agentDefinition } from "./agent/definition";
import { aggregateDefinition } from "./aggregate/definition";
import { branchDefinition } from "./branch/definition";
import { callAgentDefinition } from "./call-agent/definition";
import { classifyDefinition } from "./classify/definition";
import { codeDefinition } from "./code/definition";
import { dateDefinition } from "./date/definition";
import { deduplicateDefinition } from "./deduplicate/definition";
import type { NodeDefinition } from "./definition";
import { embedDefinition } from "./embed/definition";
import { endDefinition } from "./end/definition";
import { errorHandlerDefinition } from "./error-handler/definition";
import { eventAddressDefinition } from "./event-address/definition";
import { extractDefinition } from "./extract/definition";
import { fileDefinition } from "./file/definition";
import { filterDefinition } from "./filter/definition";
import { guardrailDefinition } from "./guardrail/definition";
import { httpDefinition } from "./http/definition";
import { humanDefinition } from "./human/definition";
import { mapDefinition } from "./map/definition";
import { mergeDefinition } from "./merge/definition";
import { modelDefinition } from "./model/definition";
import { modelRouterDefinition } from "./model-router/definition";
import { moderateDefinition } from "./moderate/definition";
import { notifyDefinition } from "./notify/definition";
import { parseDefinition } from "./parse/definition";
import { definitionIn } from "./ports";
import { rerankDefinition } from "./rerank/definition";
import { setStateDefinition } from "./set-state/definition";
import { sortDefinition } from "./sort/definition";
import { sqlDefinition } from "./sql/definition";
import { startDefinition } from "./start/definition";
import { stopWithErrorDefinition } from "./stop-with-error/definition";
import { storeDefinition } from "./store/definition";
import { subgraphDefinition } from "./subgraph/definition";
import { summariseDefinition } from "./summarise/definition";
import { switchDefinition } from "./switch/definition";
import { templateDefinition } from "./template/definition";
import { transformDefinition } from "./transform/definition";
import { validateDefinition } from "./validate/definition";
import { waitDefinition } from "./wait/definition";

export const nodeTypes = [
  "start",
  "end",
  "model",
  "agent",
  "branch",
  "human",
  "code",
  "http",
  "set-state",
  "subgraph",
  "wait",
  "call-agent",
  "map",
  "switch",
  "stop-with-error",
  "error-handler",
  "model-router",
  "classify",
  "extract",
  "summarise",
  "moderate",
  "guardrail",
  "transform",
  "template",
  "parse",
  "validate",
  "merge",
  "filter",
  "sort",
  "aggregate",
  "deduplicate",
  "date",
  "notify",
  "file",
  "sql",
  "event-address",
  "embed",
  "rerank",
  "store",
] as const;
export type NodeType = (typeof nodeTypes)[number];

/** Every node type. Palette, inspector, documentation, validator, compiler and tests read it. */
export const nodeDefinitions = {
  start: startDefinition,
  end: endDefinition,
  model: modelDefinition,
  agent: agentDefinition,
  branch: branchDefinition,
  human: humanDefinition,
  code: codeDefinition,
  http: httpDefinition,
  "set-state": setStateDefinition,
  subgraph: subgraphDefinition,
  wait: waitDefinition,
  "call-agent": callAgentDefinition,
  map: mapDefinition,
  switch: switchDefinition,
  "stop-with-error": stopWithErrorDefinition,
  "error-handler": errorHandlerDefinition,
  "model-router": modelRouterDefinition,
  classify: classifyDefinition,
  extract: extractDefinition,
  summarise: summariseDefinition,
  moderate: moderateDefinition,
  guardrail: guardrailDefinition,
  transform: transformDefinition,
  template: templateDefinition,
  parse: parseDefinition,
  validate: validateDefinition,
  merge: mergeDefinition,
  filter: filterDefinition,
  sort: sortDefinition,
  aggregate: aggregateDefinition,
  deduplicate: deduplicateDefinition,
  date: dateDefinition,
  notify: notifyDefinition,
  file: fileDefinition,
  sql: sqlDefinition,
  "event-address": eventAddressDefinition,
  embed: embedDefinition,
  rerank: rerankDefinition,
  store: storeDefinition,
} satisfies Record<NodeType, NodeDefinition>;

/** The definition of a type, `undefined` where this build does not know it. */
export function definitionOf(type: string): NodeDefinition | undefined {
  return definitionIn(nodeDefinitions, type);
}
