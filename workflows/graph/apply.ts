import type { GraphDocument } from "./document";
import type { Operation, SingleOperation } from "./operation";
import type { OperationProblem } from "./operations/problem";
import { handlerOf } from "./operations/registry";
import { ok, type Result } from "./result";

/**
 * The document after an operation, sharing what did not change; or why it cannot be applied. Never mutates.
 * A batch applies whole or not at all.
 */
export function apply(
  document: GraphDocument,
  operation: Operation,
): Result<GraphDocument, OperationProblem> {
  if (operation.op !== "batch") return handlerOf(operation).apply(document, operation);
  let current = document;
  for (const [index, step] of operation.operations.entries()) {
    const result = handlerOf(step).apply(current, step);
    if (!result.ok) return { ok: false, problem: { ...result.problem, index } };
    current = result.value;
  }
  return ok(current);
}

/** The single operations inside an operation, in order. */
export function stepsOf(operation: Operation): SingleOperation[] {
  return operation.op === "batch" ? operation.operations : [operation];
}

/** One operation that runs all of these as a single undoable gesture. */
export function batchOf(operations: SingleOperation[], label?: string): Operation {
  const [only] = operations;
  if (only && operations.length === 1 && label === undefined) return only;
  return { op: "batch", ...(label === undefined ? {} : { label }), operations };
}
