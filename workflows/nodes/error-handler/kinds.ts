import type { ErrorCode } from "@/workflows/errors/codes";

/** Kinds of failures that graphs tell apart, in the words of the form. */
export const failureKinds = [
  "timeout",
  "rate limited",
  "unavailable",
  "refused",
  "invalid",
  "codes",
] as const;
export type FailureKind = (typeof failureKinds)[number];

/** The problems of each kind; `codes` are those that a person lists. */
const codesOf: Record<Exclude<FailureKind, "codes">, readonly ErrorCode[]> = {
  timeout: ["node_timeout", "run_timeout", "model_timeout", "code_timeout"],
  "rate limited": ["rate_limited", "model_rate_limited", "queue_full"],
  unavailable: ["model_unavailable", "circuit_open", "unavailable", "http_failed", "tool_failed"],
  refused: [
    "model_auth",
    "model_bad_request",
    "model_not_allowed",
    "egress_refused",
    "forbidden",
    "unauthenticated",
  ],
  invalid: ["output_invalid", "invalid_input", "expression_failed", "http_too_large", "too_large"],
};

/** A port and the failures that leave by it. */
export interface HandledCase {
  id: string;
  kind: FailureKind;
  /** Apart by commas or spaces; for the kind `codes`. */
  codes?: string | undefined;
}

/** The first case that the code belongs to. */
export function handledBy<Case extends HandledCase>(code: string, cases: readonly Case[]): Case | undefined {
  return cases.find((each) => codesIn(each).includes(code));
}

/** All codes of a case. */
export function codesIn({ kind, codes = "" }: HandledCase): readonly string[] {
  return kind === "codes" ? codes.split(/[\s,;]+/).filter(Boolean) : codesOf[kind];
}
