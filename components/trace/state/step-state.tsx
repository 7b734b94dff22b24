"use client";

import { useEndpoint } from "@/components/data/use-endpoint";
import { Badge } from "@/components/ui/badge";
import { ErrorState } from "@/components/ui/error-state";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import { SkeletonRows } from "@/components/ui/skeleton";
import { ApiProblem } from "@/lib/api/client/call";
import { getRunState } from "@/lib/api/contract/runs";
import { type ChannelChange, stateChanges } from "./state-changes";

interface StepStateProps {
  runId: string;
  checkpointId: string;
  previousId: string | undefined;
}

/** Channel values at a checkpoint, with what the step changed marked. */
export function StepState({ runId, checkpointId, previousId }: StepStateProps) {
  const state = useEndpoint(getRunState, { params: { id: runId, checkpointId } }, { lasting: true });
  const previous = useEndpoint(
    getRunState,
    { params: { id: runId, checkpointId: previousId ?? "" } },
    { enabled: previousId !== undefined, lasting: true },
  );
  if (isGone(state.error)) return <p className="px-4 pb-3 text-muted-foreground">{state.error.message}</p>;
  if (state.isError) {
    return (
      <ErrorState
        title="The state could not be loaded"
        error={state.error}
        onRetry={() => void state.refetch()}
      />
    );
  }
  if (state.isPending || (previousId !== undefined && previous.isPending)) {
    return <SkeletonRows rows={2} label="Loading the state" />;
  }
  const changes = stateChanges(previous.data?.values, state.data.values);
  if (changes.length === 0) return <p className="px-4 pb-3 text-muted-foreground">The state is empty.</p>;
  return (
    <ul className="grid gap-3 px-4 pb-4">
      {changes.map((change) => (
        <Channel key={change.channel} change={change} />
      ))}
    </ul>
  );
}

/** States are kept for a limited time: nothing is broken, and trying again brings nothing back. */
function isGone(error: Error | null): error is ApiProblem {
  return error instanceof ApiProblem && error.problem.code === "not_found";
}

function Channel({ change }: { change: ChannelChange }) {
  const marked = change.kind !== "same";
  return (
    <li className="grid gap-1">
      <div className="flex items-center gap-2">
        <span className="font-mono text-xs">{change.channel}</span>
        {marked ? <Badge tone={change.kind === "removed" ? "failed" : "running"}>{change.kind}</Badge> : null}
      </div>
      <JsonTree value={change.after ?? null} label={change.channel} openDepth={marked ? 2 : 0} />
      {change.kind === "changed" ? (
        <details>
          <summary className="text-muted-foreground text-xs">Before</summary>
          <JsonTree value={change.before ?? null} label={`${change.channel} before`} />
        </details>
      ) : null}
    </li>
  );
}
