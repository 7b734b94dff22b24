import { agentDefinition } from "./agent/definition";
import { branchDefinition } from "./branch/definition";
import { callAgentDefinition } from "./call-agent/definition";
import { codeDefinition } from "./code/definition";
import type { NodeDefinition } from "./definition";
import { endDefinition } from "./end/definition";
import { httpDefinition } from "./http/definition";
import { humanDefinition } from "./human/definition";
import { mapDefinition } from "./map/definition";
import { modelDefinition } from "./model/definition";
import { definitionIn } from "./ports";
import { setStateDefinition } from "./set-state/definition";
import { startDefinition } from "./start/definition";
import { subgraphDefinition } from "./subgraph/definition";
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
} satisfies Record<NodeType, NodeDefinition>;

/** The definition of a type, `undefined` where this build does not know it. */
export function definitionOf(type: string): NodeDefinition | undefined {
  return definitionIn(nodeDefinitions, type);
}
