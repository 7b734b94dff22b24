import type { Issue } from "@/workflows/graph/issue";
import { secretNames } from "@/workflows/http/secret-names";
import { configIssue } from "../issues";

/** A body is kept in the trace, a header is not: so a secret may not stand in a body. */
export function httpIssues(config: { body: string; content: string; url: string }): Issue[] {
  const issues: Issue[] = [];
  if (config.body !== "none" && secretNames(config.content).length > 0)
    issues.push(
      configIssue("content", "A secret may stand in the URL, the query or a header, not in the body."),
    );
  if (!/^(https?:\/\/|\{\{)/.test(config.url.trim()))
    issues.push(configIssue("url", "Begin the address with https:// or http://."));
  return issues;
}
