import type { Issue } from "@/workflows/graph/issue";

/** An error in one field of a node's config; the validator adds the node. */
export function configIssue(field: string, message: string): Issue {
  return { code: "config_invalid", severity: "error", path: { field }, message };
}
