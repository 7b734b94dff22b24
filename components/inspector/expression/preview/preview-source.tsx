"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useEditor } from "@/components/editor/store/editor-context";
import { useRun } from "@/components/run/store/run-context";
import { getRunState } from "@/lib/api/contract/runs";
import type { PreviewState } from "./request";
import { checkpointOf, defaultState, lastVisit, seenState } from "./seen-state";

/** What the values under the fields of a node are worked out on. */
export interface PreviewSource {
  kind: "run" | "defaults";
  state: PreviewState;
}

const Context = createContext<PreviewSource | null>(null);

/** One for all fields of a node: what it saw in the shown run, else what its channels begin with. */
export function PreviewSourceProvider({ nodeId, children }: { nodeId: string; children: ReactNode }) {
  const channels = useEditor((state) => state.document.channels);
  const runId = useRun((state) => state?.view?.runId);
  const visit = useRun((state) => (state?.view ? lastVisit(state.view, nodeId) : undefined));
  const checkpointId = useRun((state) =>
    state?.view ? checkpointOf(state.view, nodeId)?.checkpointId : undefined,
  );
  const stored = useEndpoint(
    getRunState,
    { params: { id: runId ?? "", checkpointId: checkpointId ?? "" } },
    { enabled: runId !== undefined && checkpointId !== undefined && visit !== undefined },
  );
  const values = stored.data?.values;
  const input = visit?.input;
  const seen = visit !== undefined && (values !== undefined || input !== undefined);
  const source = useMemo((): PreviewSource => {
    const state = defaultState(channels);
    if (!seen) return { kind: "defaults", state };
    return { kind: "run", state: { ...state, ...seenState(values ?? {}, input) } };
  }, [channels, seen, values, input]);
  return <Context value={source}>{children}</Context>;
}

/** Null where fields stand outside of a node. */
export function usePreviewSource(): PreviewSource | null {
  return useContext(Context);
}
