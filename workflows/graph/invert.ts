import { apply, batchOf, stepsOf } from "./apply";
import type { GraphDocument } from "./document";
import type { Operation, SingleOperation } from "./operation";
import { handlerOf } from "./operations/registry";

/**
 * The operation that undoes `operation`, computed against the document **before** it. A removed node comes back
 * with its edges and its place. What does not apply changes nothing, so its inverse is an empty batch.
 */
export function invert(document: GraphDocument, operation: Operation): Operation {
  let current = document;
  const back: SingleOperation[][] = [];
  for (const step of stepsOf(operation)) {
    const next = apply(current, step);
    if (!next.ok) return batchOf([]);
    back.unshift(handlerOf(step).invert(current, step));
    current = next.value;
  }
  return batchOf(back.flat(), operation.op === "batch" ? operation.label : undefined);
}
