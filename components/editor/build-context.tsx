"use client";

import { createContext, type ReactNode, type RefObject, useContext } from "react";
import type { RunFeed } from "@/components/realtime/run-feed";
import type { Autosave } from "./store/autosave";

interface Build {
  /** The element the graph is drawn on. */
  surface: RefObject<HTMLElement | null>;
  /** The run that canvas and dock show. */
  runId: string | null;
  /** That run, all of it, also while the canvas shows a subgraph. */
  feed: RunFeed | null;
  showRun: (runId: string | null) => void;
  dockOpen: boolean;
  setDockOpen: (open: boolean) => void;
  autosave: Autosave;
}

const Context = createContext<Build | null>(null);

export function BuildProvider({ value, children }: { value: Build; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

/** What the Build tab's regions share. */
export function useBuild(): Build {
  const build = useContext(Context);
  if (!build) throw new Error("useBuild outside of a BuildProvider");
  return build;
}
