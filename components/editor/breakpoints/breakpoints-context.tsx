"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import { useMe } from "@/components/data/use-me";
import type { Breakpoint } from "@/workflows/travel/breakpoint";
import { isRecord, readListOf } from "../panels/readings";
import { readStored, writeStored } from "../panels/stored";

export type BreakpointsStore = StoreApi<readonly Breakpoint[]>;

const read = readListOf(
  (stored): stored is Breakpoint =>
    isRecord(stored) &&
    typeof stored.nodeId === "string" &&
    (stored.when === "before" || stored.when === "after"),
);

const none: BreakpointsStore = createStore<readonly Breakpoint[]>()(() => []);
const Context = createContext<BreakpointsStore>(none);

/** Where test runs of an agent stop: one person's, kept in this browser and not in the graph. */
export function BreakpointsProvider({ agentId, children }: { agentId: string; children: ReactNode }) {
  const { user } = useMe();
  const [store] = useState(() => openBreakpoints(`signalbox.breakpoints.${user.id}.${agentId}`));
  return <Context value={store}>{children}</Context>;
}

function openBreakpoints(key: string): BreakpointsStore {
  const store = createStore<readonly Breakpoint[]>()(() => readStored(key, read) ?? []);
  store.subscribe((list) => writeStored(key, list));
  return store;
}

export function useBreakpointsStore(): BreakpointsStore {
  return useContext(Context);
}

/** Whether runs stop there; a graph that is only looked at has no breakpoints. */
export function useBreaks(nodeId: string, when: Breakpoint["when"]): boolean {
  return useStore(useContext(Context), (list) =>
    list.some((each) => each.nodeId === nodeId && each.when === when),
  );
}
