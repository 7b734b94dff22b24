"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import { useMe } from "@/components/data/use-me";
import { readValues } from "@/components/editor/panels/readings";
import { readStored, writeStored } from "@/components/editor/panels/stored";
import type { JsonObject } from "@/workflows/graph/json";
import { type RecentInput, readRecent } from "../input/recent-inputs";
import { withoutSecrets } from "../input/secret-names";

export interface DockState {
  /** Entered values by channel. */
  values: JsonObject;
  message: string;
  /** What test runs of this agent were started with, newest first. */
  recent: readonly RecentInput[];
  /** The conversation that the next message goes on with. */
  threadId: string | null;
  starting: boolean;
  /** Shows which required inputs are still empty. */
  showMissing: boolean;
}

export type DockStore = StoreApi<DockState>;
const Context = createContext<DockStore | null>(null);

/** What is typed into the run panel; remembered by the browser for each agent and person. */
export function DockProvider({ agentId, children }: { agentId: string; children: ReactNode }) {
  const { user } = useMe();
  const [store] = useState(() => openDock(`${user.id}.${agentId}`));
  return <Context value={store}>{children}</Context>;
}

function openDock(place: string): DockStore {
  const [inputsKey, recentKey] = [`signalbox.inputs.${place}`, `signalbox.recent-inputs.${place}`];
  const store = createStore<DockState>()(() => ({
    values: readStored(inputsKey, readValues) ?? {},
    message: "",
    recent: readStored(recentKey, readRecent) ?? [],
    threadId: null,
    starting: false,
    showMissing: false,
  }));
  store.subscribe(({ values, recent }, before) => {
    if (values !== before.values) writeStored(inputsKey, withoutSecrets(values));
    if (recent !== before.recent) writeStored(recentKey, recent);
  });
  return store;
}

export function useDockStore(): DockStore {
  const store = useContext(Context);
  if (!store) throw new Error("useDock outside of a DockProvider");
  return store;
}

export function useDock<Part>(select: (state: DockState) => Part): Part {
  return useStore(useDockStore(), select);
}
