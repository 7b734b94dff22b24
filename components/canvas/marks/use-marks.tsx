"use client";

import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import {
  type HeldMarks,
  isEdgeDimmed,
  isNodeDimmed,
  type Marks,
  type NodeMark,
  shownMarks,
  withMarks,
} from "./marks";

type MarksStore = StoreApi<HeldMarks>;

const nobodys: MarksStore = createStore<HeldMarks>()(() => []);
const MarksContext = createContext<MarksStore>(nobodys);

/** Where an open graph keeps which of its nodes are lit. Without one around it, a graph shows no marks. */
export function MarksProvider({ children }: { children: ReactNode }) {
  const [store] = useState<MarksStore>(() => createStore<HeldMarks>()(() => []));
  return <MarksContext value={store}>{children}</MarksContext>;
}

/** The marks that are shown, all of them: for lists. A card reads its own with `useNodeMark`. */
export function useMarks(): Marks | undefined {
  return useStore(useContext(MarksContext), shownMarks);
}

/** Lights nodes on the canvas in the name of an owner; `undefined` clears the owner's and brings earlier ones back. */
export function useSetMarks(): (owner: string, marks: Marks | undefined) => void {
  const store = useContext(MarksContext);
  if (store === nobodys) throw new Error("useSetMarks outside of a MarksProvider");
  return useCallback(
    (owner, marks) => store.setState(withMarks(store.getState(), owner, marks), true),
    [store],
  );
}

export function useNodeMark(nodeId: string): NodeMark | undefined {
  return useStore(useContext(MarksContext), (held) => shownMarks(held)?.nodes.get(nodeId));
}

/** Whether others are lit, and this one is not. */
export function useNodeDimmed(nodeId: string): boolean {
  return useStore(useContext(MarksContext), (held) => isNodeDimmed(shownMarks(held), nodeId));
}

export function useEdgeDimmed(id: string, source: string, target: string): boolean {
  return useStore(useContext(MarksContext), (held) => isEdgeDimmed(shownMarks(held), { id, source, target }));
}
