/** What kind of mistake an expression holds; stable, for tests and quick fixes. */
export type ExpressionProblemCode =
  | "syntax"
  | "unknown_channel"
  | "unknown_function"
  | "unknown_field"
  | "type"
  | "pattern"
  | "unclosed";

/** A located mistake. `start` and `end` count characters from the beginning of the checked text. */
export interface ExpressionProblem {
  code: ExpressionProblemCode;
  /** What is wrong, where, and what to do about it. */
  message: string;
  start: number;
  end: number;
  /** Left out: an error. A warning may be fine, e.g. a field that only sometimes is there. */
  severity?: "warning";
  /** The name that was not found, for `unknown_channel`. */
  channel?: string;
}

/** The same problem seen from a text in which the expression begins at `offset`. */
export function shifted(problem: ExpressionProblem, offset: number): ExpressionProblem {
  return { ...problem, start: problem.start + offset, end: problem.end + offset };
}
