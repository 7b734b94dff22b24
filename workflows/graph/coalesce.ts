import type { Operation } from "./operation";
import { handlerOf } from "./operations/registry";

/**
 * One operation in place of `first` followed by `second`, where both are the same gesture going on (typing into
 * one field, dragging the same nodes); `undefined` where each deserves its own undo. The inverse of `first`
 * undoes the result.
 */
export function coalesce(first: Operation, second: Operation): Operation | undefined {
  if (first.op === "batch" || second.op === "batch" || first.op !== second.op) return undefined;
  return handlerOf(first).coalesce?.(first, second);
}

/** Whether `second` only carries on what `first` began, so that one undo takes both back. */
export function mergeable(first: Operation, second: Operation): boolean {
  return coalesce(first, second) !== undefined;
}
