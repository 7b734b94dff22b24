import { AppError } from "@/workflows/errors/app-error";
import type { Configured } from "@/workflows/graph/configured";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Issue } from "@/workflows/graph/issue";
import { isError } from "@/workflows/graph/validate/validate";
import { issuesOf } from "./graph";

/**
 * Warnings of a document without errors.
 * @param configured what the workspace has set up, where that counts
 * @throws AppError graph_invalid (data: the issues)
 */
export function requireValid(
  document: GraphDocument,
  purpose: "published" | "run",
  configured?: Configured,
): Issue[] {
  const issues = issuesOf(document, configured);
  const errors = issues.filter(isError);
  if (errors.length === 0) return issues;
  const count = errors.length === 1 ? "an error" : `${errors.length} errors`;
  throw new AppError("graph_invalid", `The graph has ${count}, so it was not ${purpose}.`, {
    hint: "Mend what the problems panel lists, then try again.",
    data: issues,
  });
}
