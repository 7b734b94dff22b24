"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import { edgesInto } from "@/components/editor/graph/edge-index";
import type { RunFeed, RunFeedState } from "@/components/realtime/run-feed";
import type { NodeView, RunView } from "@/workflows/events/run-view";
import type { GraphDocument } from "@/workflows/graph/document";
import { definitionOf } from "@/workflows/nodes/registry";

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

/** How often the shown run took an edge; `null` while no run is shown. */
export function useEdgeRun(edgeId: string): number | null {
  return useRun((state) => (state?.view ? timesTaken(state.view, state.document, edgeId) : null));
}

/** The same for all edges at once; `null` while no run is shown. */
export function useTimesTaken(): ((edgeId: string) => number) | null {
  const view = useRun((state) => state?.view ?? null);
  const document = useRun((state) => state?.document ?? null);
  return useMemo(() => view && ((edgeId) => timesTaken(view, document, edgeId)), [view, document]);
}

/** Whether the shown run came by Start or End, which are no steps of it and so have no events of their own. */
export function usePassed(nodeId: string): boolean {
  return useRun((state) => {
    const { view, document } = state ?? {};
    if (!view?.startedAt || !document) return false;
    const role = roleOf(document, nodeId);
    if (role !== "end") return role === "start";
    return edgesInto(document.edges, nodeId).some((edge) => timesTaken(view, document, edge.id) > 0);
  });
}

function timesTaken(view: RunView, document: GraphDocument | null, edgeId: string): number {
  const edge = document?.edges[edgeId];
  const first = document && edge && roleOf(document, edge.source) === "start";
  return first ? Math.min(1, view.nodes[edge.target]?.visits ?? 0) : (view.edges[edgeId] ?? 0);
}

function roleOf(document: GraphDocument, nodeId: string) {
  return definitionOf(document.nodes[nodeId]?.type ?? "")?.role;
}
