import type { CurrentRun, Outgoing } from "@/workflows/telemetry/current-span.server";
import { traceOf } from "@/workflows/telemetry/run-trace";
import type { Claim } from "./claim";

/** What services that a run calls are told of its trace. Never throws. */
export type OutgoingOf = (run: Pick<Claim, "id" | "workspaceId" | "trace">) => Promise<Outgoing | null>;

export async function currentRunOf(claim: Claim, outgoingOf: OutgoingOf | undefined): Promise<CurrentRun> {
  const { id, threadId, workspaceId, agentId, trace } = claim;
  const outgoing = outgoingOf ? await outgoingOf(claim) : null;
  return { runId: id, threadId, workspaceId, agentId, traceId: traceOf(id, trace), outgoing };
}
