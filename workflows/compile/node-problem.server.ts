import { isGraphBubbleUp, isNodeTimeoutError } from "@langchain/langgraph";
import { AppError, codeOf, isAppError } from "@/workflows/errors/app-error";
import type { RunProblem } from "@/workflows/events/event";
import type { Node } from "@/workflows/graph/node";

/**
 * What a node threw, as a problem that names the node. Pauses and other signals of LangGraph pass unchanged: they
 * travel by throwing.
 */
export function nodeProblem(error: unknown, nodeId: string, node: Node): unknown {
  if (isGraphBubbleUp(asError(error))) return error;
  if (isAppError(error)) {
    return error.details.nodeId ? error : located(error, nodeId);
  }
  if (isNodeTimeoutError(asError(error))) return timeoutProblem(nodeId, node);
  const reason = error instanceof Error ? error.message : String(error);
  return new AppError("node_failed", `“${node.title}” failed: ${reason}`, { nodeId }, { cause: error });
}

export function timeoutProblem(nodeId: string, node: Node): AppError {
  return new AppError(
    "node_timeout",
    `“${node.title}” took longer than its ${node.policy.timeoutMs ?? 0} ms.`,
    {
      nodeId,
      hint: "Give the node more time or retries in its policy.",
    },
  );
}

/** A problem as events carry it. */
export function runProblem(error: unknown): RunProblem {
  if (!isAppError(error))
    return { code: "internal", message: error instanceof Error ? error.message : String(error) };
  const { hint, nodeId, edgeId } = error.details;
  return {
    code: codeOf(error),
    message: error.message,
    ...(hint ? { hint } : {}),
    ...(nodeId ? { nodeId } : {}),
    ...(edgeId ? { edgeId } : {}),
  };
}

function located(error: AppError, nodeId: string): AppError {
  return new AppError(
    error.code,
    error.message,
    { ...error.details, nodeId },
    { cause: error.cause ?? error },
  );
}

function asError(error: unknown): Error | undefined {
  return error instanceof Error ? error : undefined;
}
