"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { endpointKey } from "@/components/data/endpoint-key";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useMe } from "@/components/data/use-me";
import { useInside } from "@/components/editor/inside/inside-context";
import type { EditorStore } from "@/components/editor/store/editor-store";
import { lateModule } from "@/components/ui/late-module";
import { whenIdle } from "@/components/ui/when-idle";
import { getNodeHistory } from "@/lib/api/client/addresses";
import type { Estimate } from "@/workflows/estimate/estimate";
import type { NodeHistory } from "@/workflows/estimate/history";
import { historyInside } from "@/workflows/estimate/history-inside";
import type { GraphDocument } from "@/workflows/graph/document";
import { useRun } from "../store/run-context";

/** What the next run will probably take, as far as is known. */
export type EstimateState =
  | { kind: "loading" }
  | { kind: "failed"; error: Error; retry: () => void }
  | { kind: "none" }
  | {
      kind: "known";
      runs: number;
      /** Of the whole agent. */
      estimate: Estimate;
      /** Of the graph on the canvas, which may be one inside the agent's; null until it is worked out. */
      shown: Estimate | null;
    };

const estimating = lateModule(async () => {
  const [{ estimate }, { nodeDefinitions }] = await Promise.all([
    import("@/workflows/estimate/estimate"),
    import("@/workflows/nodes/registry"),
  ]);
  return (document: GraphDocument, history: readonly NodeHistory[]) =>
    estimate(document, history, nodeDefinitions);
});

const loading: EstimateState = { kind: "loading" };
const Context = createContext<EstimateState>(loading);

export function useEstimate(): EstimateState {
  return useContext(Context);
}

/** Works the estimate out once for all who show it: anew when the graph changes, and when a run has ended. */
export function EstimateProvider({ children }: { children: ReactNode }) {
  const { can } = useMe();
  const { agent, within, storeOf } = useInside();
  const agentId = useStore(agent, (state) => state.agentId);
  const input = useMemo(() => ({ params: { id: agentId } }), [agentId]);
  const history = useEndpoint(getNodeHistory, input, { enabled: can("run.read") });
  const { data, error, refetch } = history;
  const inside = useMemo(
    () => (within === undefined ? undefined : historyInside(data?.nodes ?? [], within)),
    [within, data],
  );
  const whole = useEstimated(agent, data?.nodes);
  const part = useEstimated(storeOf(within), inside);
  const client = useQueryClient();
  const ended = useRun((state) => (state?.status === "ended" ? state.runId : null));
  useEffect(() => {
    if (ended !== null) void client.invalidateQueries({ queryKey: endpointKey(getNodeHistory, input) });
  }, [client, ended, input]);

  const value = useMemo((): EstimateState => {
    if (data) {
      if (data.nodes.length === 0) return { kind: "none" };
      if (!whole) return loading;
      return { kind: "known", runs: data.runs, estimate: whole, shown: within === undefined ? whole : part };
    }
    return error ? { kind: "failed", error, retry: () => void refetch() } : loading;
  }, [data, error, refetch, whole, within, part]);
  return <Context value={value}>{children}</Context>;
}

/** Worked out in quiet moments: a graph is edited many times a second. Nothing without history. */
function useEstimated(store: EditorStore, history: readonly NodeHistory[] | undefined): Estimate | null {
  const nodes = useStore(store, (state) => state.document.nodes);
  const edges = useStore(store, (state) => state.document.edges);
  const settings = useStore(store, (state) => state.document.settings);
  const [found, setFound] = useState<{ store: EditorStore; estimate: Estimate } | null>(null);
  useEffect(() => {
    if (!history) return;
    const document = { ...store.getState().document, nodes, edges, settings };
    let gone = false;
    const work = () =>
      estimating.load().then(
        (estimated) => {
          if (!gone) setFound({ store, estimate: estimated(document, history) });
        },
        // Without a connection there is nothing new to estimate from either.
        () => {},
      );
    const cancel = whenIdle(() => void work());
    return () => {
      gone = true;
      cancel();
    };
  }, [store, history, nodes, edges, settings]);
  return found?.store === store ? found.estimate : null;
}
