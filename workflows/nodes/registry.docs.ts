import { agentDocs } from "./agent/docs";
import { aggregateDocs } from "./aggregate/docs";
import { branchDocs } from "./branch/docs";
import { callAgentDocs } from "./call-agent/docs";
import { classifyDocs } from "./classify/docs";
import { codeDocs } from "./code/docs";
import { dateDocs } from "./date/docs";
import { deduplicateDocs } from "./deduplicate/docs";
import type { NodeDocs } from "./docs";
import { embedDocs } from "./embed/docs";
import { endDocs } from "./end/docs";
import { errorHandlerDocs } from "./error-handler/docs";
import { eventAddressDocs } from "./event-address/docs";
import { extractDocs } from "./extract/docs";
import { fileDocs } from "./file/docs";
import { filterDocs } from "./filter/docs";
import { guardrailDocs } from "./guardrail/docs";
import { httpDocs } from "./http/docs";
import { humanDocs } from "./human/docs";
import { mapDocs } from "./map/docs";
import { mergeDocs } from "./merge/docs";
import { modelDocs } from "./model/docs";
import { modelRouterDocs } from "./model-router/docs";
import { moderateDocs } from "./moderate/docs";
import { notifyDocs } from "./notify/docs";
import { parseDocs } from "./parse/docs";
import type { NodeType } from "./registry";
import { rerankDocs } from "./rerank/docs";
import { setStateDocs } from "./set-state/docs";
import { sortDocs } from "./sort/docs";
import { sqlDocs } from "./sql/docs";
import { startDocs } from "./start/docs";
import { stopWithErrorDocs } from "./stop-with-error/docs";
import { storeDocs } from "./store/docs";
import { subgraphDocs } from "./subgraph/docs";
import { summariseDocs } from "./summarise/docs";
import { switchDocs } from "./switch/docs";
import { templateDocs } from "./template/docs";
import { transformDocs } from "./transform/docs";
import { validateDocs } from "./validate/docs";
import { waitDocs } from "./wait/docs";

/** What the documentation says of every node type. For its pages and for tests: no screen of the editor needs it. */
export const nodeDocs = {
  start: startDocs,
  end: endDocs,
  model: modelDocs,
  agent: agentDocs,
  branch: branchDocs,
  human: humanDocs,
  code: codeDocs,
  http: httpDocs,
  "set-state": setStateDocs,
  subgraph: subgraphDocs,
  wait: waitDocs,
  "call-agent": callAgentDocs,
  map: mapDocs,
  switch: switchDocs,
  "stop-with-error": stopWithErrorDocs,
  "error-handler": errorHandlerDocs,
  "model-router": modelRouterDocs,
  classify: classifyDocs,
  extract: extractDocs,
  summarise: summariseDocs,
  moderate: moderateDocs,
  guardrail: guardrailDocs,
  transform: transformDocs,
  template: templateDocs,
  parse: parseDocs,
  validate: validateDocs,
  merge: mergeDocs,
  filter: filterDocs,
  sort: sortDocs,
  aggregate: aggregateDocs,
  deduplicate: deduplicateDocs,
  date: dateDocs,
  notify: notifyDocs,
  file: fileDocs,
  sql: sqlDocs,
  "event-address": eventAddressDocs,
  embed: embedDocs,
  rerank: rerankDocs,
  store: storeDocs,
} satisfies Record<NodeType, NodeDocs>;
