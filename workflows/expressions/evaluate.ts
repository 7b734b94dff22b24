import { EvaluationError } from "@marcbachmann/cel-js";
import { AppError } from "@/workflows/errors/app-error";
import type { Json } from "@/workflows/graph/json";
import { TooMuchWork, withBudget } from "./budget";
import { plainValue } from "./messages";
import { withOwnConstructors } from "./own-constructor";
import { type Expression, parseExpression } from "./parse";
import { BadPattern } from "./patterns";
import { programOf } from "./program";
import { NotJson, toJson } from "./values";

/** Channel values; messages channels may hold LangChain messages. */
export type ExpressionState = Readonly<Record<string, unknown>>;

/**
 * The value of an expression over the state, as plain JSON. A channel without a value yet reads as null.
 * @throws AppError expression_failed, with the expression and the reason in its message
 */
export function evaluate(expression: Expression | string, state: ExpressionState): Json {
  const parsed = typeof expression === "string" ? parsedOrThrow(expression) : expression;
  return explained(parsed.source, () =>
    withBudget(() => toJson(withOwnConstructors(programOf(parsed), contextOf(parsed, state)))),
  );
}

/**
 * The value of an expression for each entry of a list, which it sees as `item` and its place as `index`, beside the
 * state. All entries share the steps of one evaluation.
 * @throws AppError expression_failed, naming the entry
 */
export function evaluateEach(expression: string, entries: readonly Json[], state: ExpressionState): Json[] {
  const parsed = parsedOrThrow(expression);
  const context = contextOf(parsed, state);
  const program = programOf(parsed);
  let place = 0;
  return explained(
    parsed.source,
    () =>
      withBudget(() =>
        entries.map((item, index) => {
          place = index;
          return toJson(withOwnConstructors(program, Object.assign(context, { item, index })));
        }),
      ),
    () => ` For entry ${place + 1}:`,
  );
}

/** Says of which expression something is wrong, and where. @throws AppError expression_failed */
function explained<Value>(source: string, run: () => Value, place = () => ""): Value {
  try {
    return run();
  } catch (error) {
    if (error instanceof EvaluationError) throw failed(source, explain(error), error, place());
    if (isRefusal(error)) throw failed(source, error.message, error, place());
    throw error;
  }
}

/** The value of a condition. @throws AppError expression_failed, also where the value is not true or false */
export function evaluateCondition(expression: Expression | string, state: ExpressionState): boolean {
  const value = evaluate(expression, state);
  if (typeof value === "boolean") return value;
  const source = typeof expression === "string" ? expression : expression.source;
  throw failed(source, `It gave ${JSON.stringify(value)}; a condition must give true or false.`);
}

function parsedOrThrow(text: string): Expression {
  const result = parseExpression(text);
  if (result.ok) return result.value;
  throw failed(text, result.problem.message);
}

/** Only what is asked for is converted, into an object that inherits no names. */
function contextOf(expression: Expression, state: ExpressionState): Record<string, unknown> {
  const context: Record<string, unknown> = Object.create(null);
  for (const { name } of expression.roots) {
    context[name] = Object.hasOwn(state, name) ? (plainValue(state[name]) ?? null) : null;
  }
  return context;
}

function isRefusal(error: unknown): error is Error {
  return error instanceof NotJson || error instanceof TooMuchWork || error instanceof BadPattern;
}

function explain(error: EvaluationError): string {
  switch (error.code) {
    case "no_such_key":
      return `${error.summary}. Where a key may be absent, ask with has(…) first.`;
    case "no_such_overload":
    case "no_matching_overload":
      return `These values do not fit together: ${error.summary.replace(/dyn<(\w+)>/g, "$1")}. A channel without a value is null.`;
    default:
      return `${error.summary}.`;
  }
}

function failed(source: string, reason: string, cause?: unknown, place = ""): AppError {
  const shown = source.length > 120 ? `${source.slice(0, 119)}…` : source;
  const message = `The expression “${shown}” failed.${place} ${reason}`;
  return new AppError("expression_failed", message, {}, { cause });
}
