import type { Issue } from "@/workflows/graph/issue";

const none: readonly Issue[] = [];
const byNode = new WeakMap<readonly Issue[], ReadonlyMap<string, readonly Issue[]>>();

/** Issues that sit at a node; the same array for the same list of issues. */
export function issuesOfNode(issues: readonly Issue[], nodeId: string): readonly Issue[] {
  let index = byNode.get(issues);
  if (!index) {
    index = Map.groupBy(
      issues.filter((issue) => issue.path.nodeId !== undefined),
      (issue) => issue.path.nodeId ?? "",
    );
    byNode.set(issues, index);
  }
  return index.get(nodeId) ?? none;
}

export function worstOf(issues: readonly Issue[]): Issue["severity"] | null {
  if (issues.some((issue) => issue.severity === "error")) return "error";
  return issues.length > 0 ? "warning" : null;
}
