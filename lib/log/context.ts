import { AsyncLocalStorage } from "node:async_hooks";
import { currentSpan } from "@/workflows/telemetry/current-span.server";
import { spanIdOf } from "@/workflows/telemetry/ids";

/** A request that is being answered. */
export interface CurrentRequest {
  requestId: string;
  /** Of the caller, where it sent one. */
  traceId?: string | undefined;
}

const requests = new AsyncLocalStorage<CurrentRequest>();

/** Makes everything that happens inside part of a request. */
export function duringRequest<Result>(request: CurrentRequest, work: () => Result): Result {
  return requests.run(request, work);
}

/** What a line of the log belongs to: the request, and the run with its place in the trace. */
export function logContext(): Record<string, string> {
  const request = requests.getStore();
  const { run, spanId } = currentSpan() ?? {};
  const traceId = run?.traceId ?? request?.traceId;
  return {
    ...(request && { requestId: request.requestId }),
    ...(run && {
      runId: run.runId,
      threadId: run.threadId,
      workspaceId: run.workspaceId,
      agentId: run.agentId,
    }),
    ...(traceId !== undefined && { traceId }),
    ...(run && spanId !== undefined && { spanId: spanIdOf(run.runId, spanId) }),
  };
}
