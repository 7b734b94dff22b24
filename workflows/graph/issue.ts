import type { Operation } from "./operation";

export const issueCodes = [
  "document_malformed",
  "no_start",
  "several_starts",
  "no_end",
  "unknown_node_type",
  "config_invalid",
  "expression_invalid",
  "node_unreachable",
  "port_unconnected",
  "port_unknown",
  "edge_dangling",
  "edge_into_start",
  "channel_unknown",
  "channel_type_mismatch",
  "channel_reducer_mismatch",
  "concurrent_writers",
  "read_before_write",
  "cycle_without_exit",
  "branch_never_matches",
  "case_never_matches",
  "interrupt_after_side_effect",
  "interrupt_beside_writer",
  "effect_not_stored",
  "node_disabled",
  "pin_invalid",
  "subgraph_mapping",
  "secret_in_text",
  "model_not_configured",
  "model_lacks_ability",
  "agent_not_published",
  "agent_mapping",
  "secret_not_stored",
  "tool_not_configured",
  "prompt_not_found",
  "prompt_variable_unbound",
] as const;
export type IssueCode = (typeof issueCodes)[number];

/** Where in the document an issue sits; absent parts mean the whole document. */
export interface IssuePath {
  nodeId?: string;
  edgeId?: string;
  channel?: string;
  /** Name of a port of the node. */
  port?: string;
  /** Dotted path inside the node's config, e.g. `tools.0.url`. */
  field?: string;
  /** Where inside the node's own graph, for an issue that sits there. */
  inside?: IssuePath;
}

/** A located finding of `validate`. Errors refuse publishing; warnings are shown. */
export interface Issue {
  code: IssueCode;
  severity: "error" | "warning";
  path: IssuePath;
  message: string;
  /** The way on which it happens: ids of nodes, from the start on. */
  way?: readonly string[];
  /** The workspace settings in which it is put right, where no change of the graph can do it. */
  settings?: "secrets" | "models" | "tools";
  /** The one right repair, where there is one. */
  fix?: { label: string; operation: Operation };
}

/**
 * Whether an issue refuses a test run too. What the workspace lacks does not: only the node that needs it fails, if
 * the run gets there at all.
 */
export function refusesRun(issue: Issue): boolean {
  return isError(issue) && issue.settings === undefined;
}

/** Whether an issue refuses publishing. */
export function isError(issue: Issue): boolean {
  return issue.severity === "error";
}
