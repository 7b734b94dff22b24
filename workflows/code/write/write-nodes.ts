import type { GraphPlan, PlanNode } from "@/workflows/compile/plan-types";
import type { NodeDefinition } from "@/workflows/nodes/definition";
import { definitionIn, type NodeDefinitions } from "@/workflows/nodes/ports";
import { nodeWriters } from "@/workflows/nodes/registry.code";
import type { Files } from "../files";
import { fileNames, functionNames } from "./names";
import { nodeFile } from "./node-file";
import { type WrittenGraph, type WrittenNode, writeIn } from "./scope";

/** A node as code: its function, the file that holds it, and what it needs elsewhere. */
export interface NodeCode extends Omit<WrittenNode, "body" | "imports"> {
  id: string;
  fn: string;
  file: string;
}

/** How the graph inside a node is written. */
type WriteInside = (plan: GraphPlan) => WrittenGraph;

/** The functions of all nodes, each in a file of its own. */
export function writeNodes(
  plan: GraphPlan,
  definitions: NodeDefinitions,
  writeInside: WriteInside,
): NodeCode[] {
  const ids = plan.nodes.map(({ id }) => id);
  const files = fileNames(ids);
  const drafts = plan.nodes.map((planNode) => {
    const file = files.get(planNode.id) ?? planNode.id;
    return { planNode, file, written: writtenNode(planNode, plan, file, writeInside) };
  });
  const imported = drafts.flatMap(({ written }) =>
    [...written.imports.values()].flatMap((names) => [...names]),
  );
  const fns = functionNames(ids, imported);
  return drafts.map(({ planNode: { id, node }, file, written }) => {
    const fn = fns.get(id) ?? id;
    const summary = definitionFor(definitions, node.type).summary;
    const own: Files = { [`src/nodes/${file}.ts`]: nodeFile(fn, node, summary, written), ...written.files };
    return { id, fn, file, files: own, models: written.models, env: written.env, notes: written.notes };
  });
}

function writtenNode(
  { id, node, inside }: PlanNode,
  { channels }: GraphPlan,
  file: string,
  write: WriteInside,
): WrittenNode {
  const writer = Object.entries(nodeWriters).find(([type]) => type === node.type)?.[1];
  if (!writer) throw new Error(`The plan holds a node of the unknown type “${node.type}”.`);
  const place = {
    id,
    title: node.title,
    channels,
    file,
    ...(inside && { writeInside: () => write(inside) }),
  };
  return writeIn(place, (scope) => writer(node.config, scope));
}

function definitionFor(definitions: NodeDefinitions, type: string): NodeDefinition {
  const definition = definitionIn(definitions, type);
  if (!definition) throw new Error(`The plan holds a node of the unknown type “${type}”.`);
  return definition;
}
