import { batchOf, stepsOf } from "@/workflows/graph/apply";
import type { Configured } from "@/workflows/graph/configured";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Issue } from "@/workflows/graph/issue";
import { insideNode } from "@/workflows/graph/operations/inside-node";
import type { NodeDefinitions } from "@/workflows/nodes/ports";
import { type Rule, type Subject, titleOf } from "./subject";

type Validate = (
  document: GraphDocument,
  definitions: NodeDefinitions,
  configured: Configured | undefined,
) => Issue[];

interface Known {
  definitions: NodeDefinitions;
  configured: Configured | undefined;
  issues: Issue[];
}

/** What is wrong inside the graphs that nodes run as their own, placed at those nodes. */
export function inside(validate: Validate): Rule {
  const known = new WeakMap<GraphDocument, Known>();
  const issuesOf = (graph: GraphDocument, { definitions, configured }: Subject) => {
    const kept = known.get(graph);
    if (kept?.definitions === definitions && kept.configured === configured) return kept.issues;
    const issues = validate(graph, definitions, configured);
    known.set(graph, { definitions, configured, issues });
    return issues;
  };
  return (subject) =>
    subject.nodes.flatMap(({ id, subgraph }) =>
      subgraph ? issuesOf(subgraph.graph, subject).map((issue) => at(subject, id, issue)) : [],
    );
}

/** Without the way on which it happens: that leads over nodes inside, which cannot be shown out here. */
function at(
  subject: Subject,
  nodeId: string,
  { path, message, fix, code, severity, settings }: Issue,
): Issue {
  const steps = fix && stepsOf(fix.operation).map((step) => insideNode(nodeId, step));
  return {
    code,
    severity,
    ...(settings ? { settings } : {}),
    path: { nodeId, inside: path },
    message: `In ${titleOf(subject, nodeId)}: ${message}`,
    ...(fix && steps ? { fix: { label: fix.label, operation: batchOf(steps) } } : {}),
  };
}
