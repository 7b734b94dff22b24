/** Every expected problem of the product. The HTTP status of each stands in lib/errors/http-status.ts. */
export const errorCodes = [
  "invalid_input",
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "stale_revision",
  "already_answered",
  "rate_limited",
  "too_large",
  "unavailable",
  "internal",
  // graphs
  "graph_invalid",
  "graph_format_unknown",
  "operation_not_applicable",
  // runs
  "recursion_limit",
  "loop_cap_reached",
  "node_timeout",
  "run_timeout",
  "run_cancelled",
  "run_quarantined",
  "queue_full",
  "outcome_unknown",
  "node_failed",
  "expression_failed",
  "output_invalid",
  // models
  "model_not_configured",
  "model_auth",
  "model_rate_limited",
  "model_unavailable",
  "model_timeout",
  "model_bad_request",
  // tools, HTTP, code
  "circuit_open",
  "tool_failed",
  "egress_refused",
  "http_failed",
  "http_too_large",
  "code_failed",
  "code_timeout",
  "code_memory",
] as const;

export type ErrorCode = (typeof errorCodes)[number];
