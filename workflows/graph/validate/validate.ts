import type { Configured } from "@/workflows/graph/configured";
import type { GraphDocument } from "@/workflows/graph/document";
import { type Issue, isError } from "@/workflows/graph/issue";
import type { NodeDefinitions } from "@/workflows/nodes/ports";
import { branches } from "./branches";
import { calledAgents } from "./called-agents";
import { channelNames } from "./channel-names";
import { channelTypes } from "./channel-types";
import { channelsKnown } from "./channels-known";
import { comparisons } from "./comparisons";
import { concurrentWriters } from "./concurrent-writers";
import { config } from "./config";
import { configured as configuredRule } from "./configured";
import { cyclesEnd } from "./cycles";
import { disabled } from "./disabled";
import { edges } from "./edges";
import { expressions } from "./expressions";
import { inside } from "./inside";
import { interruptBesideWriter } from "./interrupt-beside-writer";
import { interrupts } from "./interrupts";
import { knownTypes } from "./known-types";
import { pins } from "./pins";
import { ports } from "./ports";
import { reachable } from "./reachable";
import { readBeforeWrite } from "./read-before-write";
import { channelReducers } from "./reducers";
import { secretInText } from "./secret-in-text";
import { startsAndEnds } from "./starts-and-ends";
import { subgraphMapping } from "./subgraph-mapping";
import { type Rule, type Subject, subjectOf } from "./subject";
import { unstoredEffects } from "./unstored-effects";

const rules: readonly Rule[] = [
  knownTypes,
  config,
  edges,
  ports,
  expressions,
  channelsKnown,
  channelNames,
  channelTypes,
  channelReducers,
  concurrentWriters,
  readBeforeWrite,
  cyclesEnd,
  reachable,
  branches,
  comparisons,
  interrupts,
  interruptBesideWriter,
  unstoredEffects,
  disabled,
  pins,
  secretInText,
  configuredRule,
  calledAgents,
  subgraphMapping,
  inside(validate),
];

/**
 * Everything that is wrong or doubtful about a document, errors first. Pure and deterministic; never throws for a
 * document that `parseDocument` accepts. What did not change since the last call is not looked at anew: all of it while
 * things are only moved, nodes and their expressions one by one, the shape of the graph while settings are typed.
 * @param configured what the workspace has set up; left out, nothing is said about that
 */
export function validate(
  document: GraphDocument,
  definitions: NodeDefinitions,
  configured?: Configured,
): Issue[] {
  const { subject, issues: rest } = looked(document, definitions, configured);
  // A repair here says where the new node goes, so this one depends on the layout.
  const issues = [...startsAndEnds({ ...subject, document }), ...rest];
  return [...issues.filter(isError), ...issues.filter((issue) => !isError(issue))];
}

interface Look {
  subject: Subject;
  issues: readonly Issue[];
}

const known = new WeakMap<GraphDocument["nodes"], Look>();

/** Kept with the nodes: moving them, drawing a group or writing a sticky note leaves the graph as it is. */
function looked(
  document: GraphDocument,
  definitions: NodeDefinitions,
  configured: Configured | undefined,
): Look {
  const kept = known.get(document.nodes);
  if (kept && sameGraph(kept.subject.document, document)) {
    const { subject } = kept;
    if (subject.definitions === definitions && subject.configured === configured) return kept;
  }
  const subject = subjectOf(document, definitions, configured);
  const look = { subject, issues: rules.flatMap((rule) => rule(subject)) };
  known.set(document.nodes, look);
  return look;
}

function sameGraph(one: GraphDocument, other: GraphDocument): boolean {
  const parts = ["nodes", "edges", "channels", "pins", "settings"] as const;
  return parts.every((part) => one[part] === other[part]);
}
