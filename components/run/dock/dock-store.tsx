"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import { readStored, writeStored } from "@/components/editor/panels/stored";
import { type JsonObject, jsonObjectSchema } from "@/workflows/graph/json";

interface DockState {
  /** Entered values by channel. */
  values: JsonObject;
  message: string;
  /** The conversation that the next message goes on with. */
  threadId: string | null;
  starting: boolean;
  /** Shows which required inputs are still empty. */
  showMissing: boolean;
}

type DockStore = StoreApi<DockState>;
const Context = createContext<DockStore | null>(null);

/** What is typed into the run panel; remembered by the browser for each agent. */
export function DockProvider({ agentId, children }: { agentId: string; children: ReactNode }) {
  const [store] = useState(() => openDock(agentId));
  return <Context value={store}>{children}</Context>;
}

function openDock(agentId: string): DockStore {
  const key = `signalbox.inputs.${agentId}`;
  const store = createStore<DockState>()(() => ({
    values: readStored(key, jsonObjectSchema) ?? {},
    message: "",
    threadId: null,
    starting: false,
    showMissing: false,
  }));
  store.subscribe(({ values }, before) => {
    if (values !== before.values) writeStored(key, values);
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
