import type { AppError } from "@/workflows/errors/app-error";
import type { ErrorCode } from "@/workflows/errors/codes";

/** The HTTP status of every expected problem. */
const statuses = {
  invalid_input: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale_revision: 409,
  already_answered: 409,
  rate_limited: 429,
  too_large: 413,
  unavailable: 503,
  internal: 500,
  graph_invalid: 422,
  graph_format_unknown: 422,
  operation_not_applicable: 422,
  recursion_limit: 422,
  loop_cap_reached: 422,
  node_timeout: 504,
  run_timeout: 504,
  run_cancelled: 409,
  run_quarantined: 422,
  queue_full: 429,
  outcome_unknown: 422,
  replay_diverged: 422,
  node_failed: 422,
  stopped: 422,
  expression_failed: 422,
  output_invalid: 422,
  model_not_configured: 422,
  model_not_allowed: 403,
  model_auth: 502,
  model_rate_limited: 502,
  model_unavailable: 502,
  model_timeout: 504,
  model_bad_request: 502,
  circuit_open: 503,
  tool_failed: 502,
  tool_not_configured: 422,
  egress_refused: 422,
  http_failed: 502,
  mail_failed: 502,
  sql_failed: 502,
  http_too_large: 502,
  code_failed: 422,
  code_timeout: 422,
  code_memory: 422,
} as const satisfies Record<ErrorCode, number>;

export type ErrorStatus = (typeof statuses)[ErrorCode];

export const httpStatus = (code: ErrorCode): ErrorStatus => statuses[code];

/** The status of one problem: the same codes may stand for the caller's doing and for the installation's. */
export const statusOf = ({ code, details }: AppError): ErrorStatus =>
  details.unavailable ? httpStatus("unavailable") : httpStatus(code);
