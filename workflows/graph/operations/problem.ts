import type { IssuePath } from "@/workflows/graph/issue";
import { fail } from "@/workflows/graph/result";

/** Why an operation cannot be applied to this document, in stable codes. */
export type OperationProblemCode =
  | "node_unknown"
  | "node_exists"
  | "edge_unknown"
  | "edge_exists"
  | "edge_duplicate"
  | "edge_end_missing"
  | "channel_unknown"
  | "channel_exists"
  | "group_unknown"
  | "sticky_unknown"
  | "subgraph_unknown";

/** A refused operation; the document stays as it was. */
export interface OperationProblem {
  code: OperationProblemCode;
  message: string;
  path: IssuePath;
  /** Index of the refused operation inside a batch. */
  index?: number;
}

/** A failed result, in one line where an operation finds that it does not apply. */
export function refuse(code: OperationProblemCode, path: IssuePath, message: string) {
  return fail<OperationProblem>({ code, path, message });
}
