import { batchOf, stepsOf } from "@/workflows/graph/apply";
import type { Issue } from "@/workflows/graph/issue";
import type { SingleOperation } from "@/workflows/graph/operation";

const known = new WeakMap<readonly Issue[], Map<string, readonly Issue[]>>();

/** Those issues that sit inside these nodes, as the graph inside sees them; the same array for the same list. */
export function issuesInside(issues: readonly Issue[], at: readonly string[]): readonly Issue[] {
  const made = known.get(issues) ?? new Map<string, readonly Issue[]>();
  known.set(issues, made);
  const key = at.join("/");
  const found =
    made.get(key) ??
    at.reduce((list: readonly Issue[], nodeId) => list.flatMap((issue) => inner(issue, nodeId)), issues);
  made.set(key, found);
  return found;
}

function inner({ path, message, fix, ...issue }: Issue, nodeId: string): Issue[] {
  if (path.nodeId !== nodeId || !path.inside) return [];
  return [
    {
      ...issue,
      path: path.inside,
      message: message.replace(/^In “[^”]*”: /, ""),
      ...(fix && { fix: { ...fix, operation: batchOf(stepsOf(fix.operation).map(stepInside)) } }),
    },
  ];
}

function stepInside(step: SingleOperation): SingleOperation {
  if (step.op !== "node.inside") return step;
  const [, ...rest] = step.at;
  return rest.length > 0 ? { ...step, at: rest } : step.operation;
}
