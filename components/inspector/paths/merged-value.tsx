"use client";

import { useEndpoint } from "@/components/data/use-endpoint";
import { useMaybeInside } from "@/components/editor/inside/inside-context";
import { useRun } from "@/components/run/store/run-context";
import { ErrorState } from "@/components/ui/error-state";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import { SkeletonRows } from "@/components/ui/skeleton";
import { getRunState } from "@/lib/api/contract/runs";
import { own } from "@/workflows/graph/record";
import { stateBefore } from "./join-writes";

/** What a channel held when the join of the shown run began. Of a graph inside a node no state is kept to be read. */
export function MergedValue({ joinId, channel }: { joinId: string; channel: string }) {
  const within = useMaybeInside()?.within;
  const runId = useRun((state) => state?.view?.runId);
  const checkpointId = useRun((state) => {
    const view = state?.view;
    return view ? stateBefore(view, joinId)?.checkpointId : undefined;
  });
  const state = useEndpoint(
    getRunState,
    { params: { id: runId ?? "", checkpointId: checkpointId ?? "" } },
    { enabled: runId !== undefined && checkpointId !== undefined && within === undefined },
  );
  if (runId === undefined || within !== undefined) return null;
  return (
    <div className="grid gap-1 border-t pt-2">
      <p className="font-medium text-xs">Together</p>
      {checkpointId === undefined ? (
        <p className="text-muted-foreground text-xs">The branches have not all arrived in this run.</p>
      ) : state.isError ? (
        <ErrorState
          title="The state could not be loaded"
          error={state.error}
          onRetry={() => void state.refetch()}
        />
      ) : state.isPending ? (
        <SkeletonRows rows={2} label="Loading the merged value" />
      ) : (
        <JsonTree
          label={`${channel} after all branches`}
          value={own(state.data.values, channel) ?? null}
          openDepth={2}
        />
      )}
    </div>
  );
}
