"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Measure } from "@/components/run/estimate/measures";
import type { Position } from "@/workflows/graph/document";
import type { Fragment } from "@/workflows/graph/fragment";
import type { JsonObject } from "@/workflows/graph/json";
import { closedFind, type FindState } from "../find/find-state";
import type { Join } from "../graph/add-node";

export interface PaletteRequest {
  /** Where the palette opens, in pixels of the window. */
  screen: { x: number; y: number };
  /** Where the new node goes, on the canvas; left out, right of the node it follows. */
  at?: Position | undefined;
  /** What the new node is joined to. */
  join?: Join | undefined;
}

export interface TryRequest {
  nodeId: string;
  /** It ends after the node, too. */
  alone: boolean;
  /** What the channels held in the shown run, there or at its end. */
  found: JsonObject | undefined;
}

export type InspectorTab = "settings" | "data" | "paths" | "notes";
export type AgentTab = "channels" | "settings";
/** The two places where channels are edited. */
export type ChannelPanel = "inspector" | "dock";
export type DockTab = "run" | "channels";

export interface PasteRequest {
  fragment: Fragment;
  /** Where its upper left corner goes, on the canvas. */
  at: Position | undefined;
}

export interface FieldRequest {
  nodeId: string;
  field: string;
  /** A piece of its text that is shown; without `focus` the keyboard stays where it is. */
  found?: { start: number; end: number; focus: boolean };
}

/** What is open in the editor. Nothing here belongs to the agent or is saved with it. */
interface EditorUi {
  palette: PaletteRequest | null;
  /** The edge that is being led elsewhere by one of its ends. */
  reconnecting: string | null;
  /** Key of the node, group or note whose words are being typed on the canvas. */
  renaming: string | null;
  /** The node to begin at whose channel values are being asked for. */
  trying: TryRequest | null;
  /** The node whose output is being pinned by hand. */
  pinning: string | null;
  /** Where the canvas menu was opened, in pixels of the window: what it adds goes there. */
  menuAt: { x: number; y: number } | null;
  /** Nodes that wait to be pasted, because channels they use are missing. */
  pasting: PasteRequest | null;
  shortcuts: boolean;
  publish: boolean;
  tab: InspectorTab;
  /** What of the agent is shown while nothing is selected. */
  agentTab: AgentTab;
  /** The channel that is open in the inspector, and where its name is to be typed at once. */
  openChannel: { channel: string; rename?: ChannelPanel } | null;
  /** What the panel below the canvas shows. */
  dockTab: DockTab;
  /** A field to scroll to and focus, e.g. out of the problems panel. */
  focusField: FieldRequest | null;
  find: FindState;
  /** The problem whose path is lit on the canvas, by its key; for as long as it is looked at, or until put out. */
  litWay: { issue: string; stays: boolean } | null;
  /** On a narrow screen the inspector is a sheet. */
  inspectorSheet: boolean;
  /** On a narrow screen the run panel is a sheet; which run it was opened or closed for. */
  runSheet: { run: string | null; open: boolean };
  /** A picture is being taken: everything is drawn in full, in sight or not. */
  posing: boolean;
  /** What the estimate shows on the nodes. */
  heat: Measure | null;
}

export type EditorUiStore = StoreApi<EditorUi>;

const UiContext = createContext<EditorUiStore | null>(null);

export function EditorUiProvider({ children }: { children: ReactNode }) {
  const [store] = useState<EditorUiStore>(() =>
    createStore<EditorUi>()(() => ({
      palette: null,
      reconnecting: null,
      renaming: null,
      trying: null,
      pinning: null,
      menuAt: null,
      pasting: null,
      shortcuts: false,
      publish: false,
      tab: "settings",
      agentTab: "channels",
      openChannel: null,
      dockTab: "run",
      focusField: null,
      find: closedFind,
      litWay: null,
      inspectorSheet: false,
      runSheet: { run: null, open: false },
      posing: false,
      heat: null,
    })),
  );
  return <UiContext value={store}>{children}</UiContext>;
}

export function useEditorUiStore(): EditorUiStore {
  const store = useContext(UiContext);
  if (!store) throw new Error("useEditorUi outside of an EditorUiProvider");
  return store;
}

export function useEditorUi<Part>(select: (state: EditorUi) => Part): Part {
  return useStore(useEditorUiStore(), select);
}
