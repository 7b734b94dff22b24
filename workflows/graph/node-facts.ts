import type { z } from "zod";
import type { ChannelType } from "@/workflows/graph/channel";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Issue } from "@/workflows/graph/issue";
import { migrateConfig } from "@/workflows/graph/migrate-config";
import type { Node } from "@/workflows/graph/node";
import { fieldValues } from "@/workflows/graph/schema-walk";
import type { Subgraph } from "@/workflows/graph/subgraph";
import type {
  ChannelRead,
  ChannelWrite,
  Choice,
  Comparison,
  NodeDefinition,
} from "@/workflows/nodes/definition";
import type { Need } from "@/workflows/nodes/need";
import type { Port } from "@/workflows/nodes/port";
import { definitionIn, errorPort, type NodeDefinitions } from "@/workflows/nodes/ports";

/** An expression or template that stands in a node's config. */
export interface ExpressionUse {
  field: string;
  text: string;
  kind: "expression" | "template";
  expects?: ChannelType | undefined;
  /** The channel its value is written to. */
  writesTo?: string | undefined;
  /** Names beside channels that this field may use. */
  names: readonly string[];
}

/** What the node's type says about its config. Nothing here depends on the rest of the document. */
export interface NodeFacts {
  definition: NodeDefinition | undefined;
  /** Whether the config fits its schema; if not, ports, reads and writes are unknown and stay empty. */
  complete: boolean;
  configIssues: readonly z.core.$ZodIssue[];
  ownIssues: readonly Issue[];
  expressions: readonly ExpressionUse[];
  ports: readonly Port[];
  reads: readonly ChannelRead[];
  writes: readonly ChannelWrite[];
  choices: readonly Choice[];
  comparisons: readonly Comparison[];
  needs: readonly Need[];
  inputs: readonly { channel: string; required: boolean }[];
  outputs: readonly string[];
  /** The graph it runs as its own. */
  subgraph: Subgraph | undefined;
  idempotent: boolean;
  interrupts: boolean;
}

const nothing: NodeFacts = {
  definition: undefined,
  complete: false,
  configIssues: [],
  ownIssues: [],
  expressions: [],
  ports: [],
  reads: [],
  writes: [],
  choices: [],
  comparisons: [],
  needs: [],
  inputs: [],
  outputs: [],
  subgraph: undefined,
  idempotent: true,
  interrupts: false,
};

const known = new WeakMap<NodeDefinitions, WeakMap<Node, NodeFacts>>();

/** Kept per node object: an operation replaces only the nodes it touches, so validating again costs little. */
export function factsOf(node: Node, definitions: NodeDefinitions): NodeFacts {
  const ofDefinitions = known.get(definitions) ?? new WeakMap<Node, NodeFacts>();
  known.set(definitions, ofDefinitions);
  const facts = ofDefinitions.get(node) ?? gather(node, definitions);
  ofDefinitions.set(node, facts);
  return facts;
}

/** Channels whose values models are shown, as images and files. */
export function shownChannels(
  { nodes }: Pick<GraphDocument, "nodes">,
  definitions: NodeDefinitions,
): ReadonlySet<string> {
  const reads = Object.values(nodes).flatMap((node) => factsOf(node, definitions).reads);
  return new Set(reads.flatMap(({ channel, attachments }) => (attachments ? [channel] : [])));
}

function gather(node: Node, definitions: NodeDefinitions): NodeFacts {
  const definition = definitionIn(definitions, node.type);
  if (!definition || node.typeVersion > definition.typeVersion) return nothing;
  const config = migrateConfig(node, definition).config;
  const parsed = definition.config.safeParse(config);
  if (!parsed.success) {
    return {
      ...nothing,
      definition,
      configIssues: parsed.error.issues,
      expressions: expressionsIn(definition, config),
    };
  }
  return {
    definition,
    complete: true,
    configIssues: [],
    ownIssues: definition.check?.(parsed.data) ?? [],
    expressions: expressionsIn(definition, parsed.data),
    ports: [...definition.ports(parsed.data), ...(node.policy.onError === "port" ? [errorPort] : [])],
    reads: definition.reads(parsed.data),
    writes: definition.writes(parsed.data),
    choices: definition.choices?.(parsed.data) ?? [],
    comparisons: definition.comparisons?.(parsed.data) ?? [],
    needs: definition.needs?.(parsed.data) ?? [],
    inputs: definition.inputs?.(parsed.data) ?? [],
    outputs: definition.outputs?.(parsed.data) ?? [],
    subgraph: definition.subgraph?.(parsed.data),
    idempotent: definition.idempotent(parsed.data),
    interrupts: definition.interrupts?.(parsed.data) ?? false,
  };
}

function expressionsIn(definition: NodeDefinition, config: unknown): ExpressionUse[] {
  const values = fieldValues(definition.config, config);
  const beside = (keys: readonly string[], name: string) =>
    values.find((other) => other.path === [...keys.slice(0, -1), name].join("."))?.value;
  return values.flatMap(({ path, keys, value, hints }): ExpressionUse[] => {
    const control = hints?.control;
    if (typeof value !== "string" || value.trim() === "") return [];
    if (control !== "expression" && control !== "template") return [];
    const channel = hints?.writesTo && beside(keys, hints.writesTo);
    const writesTo = typeof channel === "string" ? channel : undefined;
    const { expects, names = [] } = hints ?? {};
    return [{ field: path, text: value, kind: control, expects, writesTo, names }];
  });
}
