import { AppError } from "@/workflows/errors/app-error";

/** The problem of a graph that cannot be planned, at the node or edge it lies at. */
export function graphInvalid(nodeId: string, message: string, edgeId?: string): AppError {
  return new AppError("graph_invalid", message, { nodeId, edgeId, hint: "Open the problems of the graph." });
}
