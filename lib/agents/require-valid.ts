import { AppError } from "@/workflows/errors/app-error";
import type { Configured } from "@/workflows/graph/configured";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Issue } from "@/workflows/graph/issue";
import { isError } from "@/workflows/graph/issue";
import { issuesOfPart, type Part } from "@/workflows/graph/part";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { issuesOf } from "./graph";

/**
 * Warnings of a document without errors.
 * @param configured what the workspace has set up, where that counts
 * @param part what of it is to run: errors elsewhere do not matter
 * @throws AppError graph_invalid (data: the issues)
 */
export function requireValid(
  document: GraphDocument,
  purpose: "published" | "run",
  { configured, part = {} }: { configured?: Configured | undefined; part?: Part } = {},
): Issue[] {
  const issues = issuesOfPart(issuesOf(document, configured), document, nodeDefinitions, part);
  const errors = issues.filter(isError);
  if (errors.length === 0) return issues;
  const count = errors.length === 1 ? "an error" : `${errors.length} errors`;
  throw new AppError("graph_invalid", `The graph has ${count}, so it was not ${purpose}.`, {
    hint: "Mend what the problems panel lists, then try again.",
    data: issues,
  });
}
