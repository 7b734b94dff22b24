import type { z } from "zod";
import type { Issue, IssuePath } from "./issue";

/** zod's findings about a whole document as issues that name the place. */
export function malformed(issues: readonly z.core.$ZodIssue[]): Issue[] {
  return issues.map((issue) => {
    const what = reason(issue)
      .replace(/^Invalid input: /, "")
      .replace(/\.$/, "");
    return malformedAt(issue.path.map(String), what);
  });
}

/** One problem at a place of the document, e.g. `["nodes", "a", "title"]`. */
export function malformedAt(path: string[], what: string): Issue {
  const place = path.length > 0 ? `At ${path.join(".")}` : "The graph";
  return documentMalformed(`${place}: ${what}.`, pathOf(path));
}

/** A record only says that a key is invalid; what is wrong with it stands inside. */
function reason(issue: z.core.$ZodIssue): string {
  const inner = issue.code === "invalid_key" ? issue.issues[0] : undefined;
  return inner?.message ?? issue.message;
}

export function documentMalformed(message: string, path: IssuePath = {}): Issue {
  return { code: "document_malformed", severity: "error", path, message };
}

function pathOf([table, id, ...rest]: string[]): IssuePath {
  if (id === undefined) return {};
  const field = rest.length > 0 ? { field: rest.join(".") } : {};
  if (table === "nodes")
    return { nodeId: id, ...(rest[0] === "config" ? { field: rest.slice(1).join(".") } : field) };
  if (table === "edges") return { edgeId: id, ...field };
  return table === "channels" ? { channel: id, ...field } : {};
}
