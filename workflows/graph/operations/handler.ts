import type { GraphDocument } from "@/workflows/graph/document";
import type { SingleOperation } from "@/workflows/graph/operation";
import type { Result } from "@/workflows/graph/result";
import type { OperationProblem } from "./problem";

export type OperationName = SingleOperation["op"];
export type OperationOf<Name extends OperationName> = Extract<SingleOperation, { op: Name }>;

/** What one kind of operation does to a document. Pure; shares everything it does not change. */
export interface OperationHandler<Operation extends SingleOperation = SingleOperation> {
  apply(document: GraphDocument, operation: Operation): Result<GraphDocument, OperationProblem>;
  /** The operations that lead back, in the order to run them. Only asked where `apply` succeeds. */
  invert(document: GraphDocument, operation: Operation): SingleOperation[];
  /**
   * The one operation that does what `first` and then `second` do, while both belong to one gesture such as
   * typing or dragging. It must touch nothing that `first` left alone, so that the inverse of `first` undoes it.
   */
  coalesce?(first: Operation, second: Operation): Operation | undefined;
}
