"use client";

import { parseAsString, useQueryState } from "nuqs";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { useLateModule } from "@/components/ui/use-late-module";
import { addressOf, splitAddress } from "@/workflows/graph/node-address";
import { graphAt } from "@/workflows/graph/operations/inside-node";
import { EditorProvider } from "../store/editor-context";
import type { EditorStore } from "../store/editor-store";
import { shapes } from "../store/late-shapes";
import { selectNodes } from "../store/selection";
import { createInsideStore } from "./inside-store";

export interface Inside {
  /** The address of the subgraph whose graph is on the canvas; undefined: the agent's own. */
  within: string | undefined;
  /** Opens the graph inside a node of the graph on the canvas. */
  open: (nodeId: string) => void;
  /** Goes to the graph inside a subgraph, or the agent's own; what is named there is selected. */
  goTo: (address: string | undefined, nodeIds?: readonly string[]) => void;
  /** Goes one graph out; the subgraph that was left is selected. */
  leave: () => void;
  /** The state of the graph inside a subgraph, or of the agent's own. */
  storeOf: (address: string | undefined) => EditorStore;
  /** The open agent itself, whatever is on the canvas. */
  agent: EditorStore;
}

const Context = createContext<Inside | null>(null);

const addressOfQuery = parseAsString.withOptions({ history: "push" });

/** What the Build tab works on: the agent's own graph, or one inside it that the address of the page names. */
export function InsideProvider({
  agent,
  building,
  children,
}: {
  agent: EditorStore;
  building: boolean;
  children: ReactNode;
}) {
  const [query, setQuery] = useQueryState("in", addressOfQuery);
  const [stores] = useState(() => new Map<string, EditorStore>());
  // Graphs inside nodes are read with the schemas.
  const readable = useLateModule(shapes, query !== null) !== undefined;
  const exists = useStore(agent, ({ document }) => readable && query !== null && isThere(document, query));
  const within = building && exists && query !== null ? query : undefined;

  // A subgraph that is gone, or never was, leaves nothing in the address.
  useEffect(() => {
    if (building && readable && query !== null && !exists) void setQuery(null, { history: "replace" });
  }, [building, readable, query, exists, setQuery]);

  const storeOf = useCallback(
    (address: string | undefined): EditorStore => {
      if (address === undefined) return agent;
      const store = stores.get(address) ?? createInsideStore(agent, address.split("/"));
      stores.set(address, store);
      return store;
    },
    [agent, stores],
  );
  const inside = useMemo((): Inside => {
    const goTo: Inside["goTo"] = (address, nodeIds) => {
      if (nodeIds) storeOf(address).getState().select(selectNodes(nodeIds));
      if (address !== within) void setQuery(address ?? null);
    };
    return {
      within,
      agent,
      storeOf,
      goTo,
      open: (nodeId) => goTo(addressOf(within, nodeId)),
      leave: () => {
        if (within === undefined) return;
        const { within: outer, id } = splitAddress(within);
        goTo(outer, [id]);
      },
    };
  }, [within, agent, storeOf, setQuery]);
  return (
    <Context value={inside}>
      <EditorProvider store={storeOf(within)}>{children}</EditorProvider>
    </Context>
  );
}

/** The same where a graph may be shown outside of the editor, with no way into its subgraphs. */
export function useMaybeInside(): Inside | null {
  return useContext(Context);
}

export function useInside(): Inside {
  const inside = useContext(Context);
  if (!inside) throw new Error("useInside outside of an InsideProvider");
  return inside;
}

function isThere(document: Parameters<typeof graphAt>[0], address: string): boolean {
  return graphAt(document, address.split("/")) !== undefined;
}
