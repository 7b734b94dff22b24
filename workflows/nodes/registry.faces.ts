import { own } from "@/workflows/graph/record";
import { agentFace } from "./agent/face";
import { aggregateFace } from "./aggregate/face";
import { branchFace } from "./branch/face";
import { callAgentFace } from "./call-agent/face";
import { classifyFace } from "./classify/face";
import { codeFace } from "./code/face";
import { dateFace } from "./date/face";
import { deduplicateFace } from "./deduplicate/face";
import { embedFace } from "./embed/face";
import { endFace } from "./end/face";
import { errorHandlerFace } from "./error-handler/face";
import { eventAddressFace } from "./event-address/face";
import { extractFace } from "./extract/face";
import type { NodeFace } from "./face";
import { fileFace } from "./file/face";
import { filterFace } from "./filter/face";
import { guardrailFace } from "./guardrail/face";
import { httpFace } from "./http/face";
import { humanFace } from "./human/face";
import { mapFace } from "./map/face";
import { mergeFace } from "./merge/face";
import { modelFace } from "./model/face";
import { modelRouterFace } from "./model-router/face";
import { moderateFace } from "./moderate/face";
import { notifyFace } from "./notify/face";
import { parseFace } from "./parse/face";
import type { NodeType } from "./registry";
import { rerankFace } from "./rerank/face";
import { setStateFace } from "./set-state/face";
import { sortFace } from "./sort/face";
import { sqlFace } from "./sql/face";
import { startFace } from "./start/face";
import { stopWithErrorFace } from "./stop-with-error/face";
import { storeFace } from "./store/face";
import { subgraphFace } from "./subgraph/face";
import { summariseFace } from "./summarise/face";
import { switchFace } from "./switch/face";
import { templateFace } from "./template/face";
import { transformFace } from "./transform/face";
import { validateFace } from "./validate/face";
import { waitFace } from "./wait/face";

/** How every node type shows itself, for what is drawn before the definitions are loaded. */
export const nodeFaces = {
  start: startFace,
  end: endFace,
  model: modelFace,
  agent: agentFace,
  branch: branchFace,
  human: humanFace,
  code: codeFace,
  http: httpFace,
  "set-state": setStateFace,
  subgraph: subgraphFace,
  wait: waitFace,
  "call-agent": callAgentFace,
  map: mapFace,
  switch: switchFace,
  "stop-with-error": stopWithErrorFace,
  "error-handler": errorHandlerFace,
  "model-router": modelRouterFace,
  classify: classifyFace,
  extract: extractFace,
  summarise: summariseFace,
  moderate: moderateFace,
  guardrail: guardrailFace,
  transform: transformFace,
  template: templateFace,
  parse: parseFace,
  validate: validateFace,
  merge: mergeFace,
  filter: filterFace,
  sort: sortFace,
  aggregate: aggregateFace,
  deduplicate: deduplicateFace,
  date: dateFace,
  notify: notifyFace,
  file: fileFace,
  sql: sqlFace,
  "event-address": eventAddressFace,
  embed: embedFace,
  rerank: rerankFace,
  store: storeFace,
} satisfies Record<NodeType, NodeFace>;

/** The face of a type, `undefined` where this build does not know it. */
export function faceOf(type: string): NodeFace | undefined {
  const faces: Readonly<Record<string, NodeFace>> = nodeFaces;
  return own(faces, type);
}
