"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import { edgesInto } from "@/components/editor/graph/edge-index";
import type { RunFeed, RunFeedState } from "@/components/realtime/run-feed";
import { terminalStatuses } from "@/workflows/events/run-status";
import type { NodeStatus, NodeView } from "@/workflows/events/run-view";
import type { GraphDocument } from "@/workflows/graph/document";
import { own } from "@/workflows/graph/record";
import { faceOf } from "@/workflows/nodes/registry.faces";

const none: StoreApi<RunFeedState | null> = createStore<RunFeedState | null>()(() => null);
const RunContext = createContext<RunFeed | null>(null);

/** The run that canvas and dock show. */
export function RunProvider({ feed, children }: { feed: RunFeed | null; children: ReactNode }) {
  return <RunContext value={feed}>{children}</RunContext>;
}

export function useRunFeedContext(): RunFeed | null {
  return useContext(RunContext);
}

/** A part of the shown run; `null` goes in while no run is shown. Renders anew only when that part changes. */
export function useRun<Part>(select: (state: RunFeedState | null) => Part): Part {
  const feed = useContext(RunContext);
  const store: StoreApi<RunFeedState | null> = feed?.store ?? none;
  return useStore(store, select);
}

/** What the shown run did at a node. */
export function useNodeRun(nodeId: string): NodeView | undefined {
  return useRun((state) => state?.view?.nodes[nodeId]);
}

/** A node's state in the shown run; `skipped`: the run has ended and never came to it. */
export type ShownStatus = NodeStatus | "skipped";

export function useNodeStatus(nodeId: string): ShownStatus | undefined {
  return useRun((state) => {
    const { view, document } = state ?? {};
    if (!view || !document) return undefined;
    const wasLeftOut = terminalStatuses.has(view.status) && own(document.nodes, nodeId) !== undefined;
    return own(view.nodes, nodeId)?.status ?? (wasLeftOut ? "skipped" : undefined);
  });
}

/** How often the shown run took an edge; `null` while no run is shown. */
export function useEdgeRun(edgeId: string): number | null {
  return useRun((state) => (state?.view ? timesTaken(state, edgeId) : null));
}

/** The same for all edges at once; `null` while no run is shown. */
export function useTimesTaken(): ((edgeId: string) => number) | null {
  const view = useRun((state) => state?.view ?? null);
  const document = useRun((state) => state?.document ?? null);
  const run = useRun((state) => state?.run ?? null);
  return useMemo(
    () => view && ((edgeId) => timesTaken({ view, document, run }, edgeId)),
    [view, document, run],
  );
}

/** Whether the shown run came by Start or End, which are no steps of it and so have no events of their own. */
export function usePassed(nodeId: string): boolean {
  return useRun((state) => {
    const { view, document, run } = state ?? {};
    if (!view?.startedAt || !document) return false;
    const role = roleOf(document, nodeId);
    if (role !== "end") return role === "start" && beginsAtStart(run ?? null);
    return edgesInto(document.edges, nodeId).some((edge) => timesTaken(state, edge.id) > 0);
  });
}

type Shown = Pick<RunFeedState, "view" | "document" | "run">;

/** Start's edges have no events: they were taken where the run began at Start and came to their nodes. */
function timesTaken(shown: Shown | null, edgeId: string): number {
  const { view, document, run } = shown ?? {};
  if (!view) return 0;
  const edge = document?.edges[edgeId];
  if (!document || !edge || roleOf(document, edge.source) !== "start") return view.edges[edgeId] ?? 0;
  return beginsAtStart(run ?? null) ? Math.min(1, view.nodes[edge.target]?.visits ?? 0) : 0;
}

/** A part of a graph begins at a node, and a run that was made from another one's step begins there. */
function beginsAtStart(run: Shown["run"]): boolean {
  return run?.test?.from === undefined && run?.origin?.checkpointId === undefined;
}

function roleOf(document: GraphDocument, nodeId: string) {
  return faceOf(document.nodes[nodeId]?.type ?? "")?.role;
}
