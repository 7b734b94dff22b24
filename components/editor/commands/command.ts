import type { LucideIcon } from "lucide-react";
import type { TestRunRequest } from "@/components/run/test-run-request";
import type { RunView } from "@/workflows/events/run-view";
import type { Position } from "@/workflows/graph/document";
import type { GoOn } from "@/workflows/travel/breakpoint";
import type { BreakpointsStore } from "../breakpoints/breakpoints-context";
import type { Inside } from "../inside/inside-context";
import type { EditorStore } from "../store/editor-store";
import type { EditorUiStore } from "../store/editor-ui";

/** What the canvas can do to its view, without the editor knowing React Flow. */
export interface CanvasView {
  fit: (nodeIds?: readonly string[]) => void;
  zoomBy: (factor: number) => void;
  /** Measured size of a node, if it has been drawn. */
  sizeOf: (nodeId: string) => { width: number; height: number } | undefined;
  zoomTo: (zoom: number) => void;
  /** Gives a node the keyboard, and brings it into view where it is not. */
  focus: (nodeId: string) => void;
  /** Where the pointer is over free space, or where the open menu was asked for, on the canvas. */
  pointer: () => Position | undefined;
  /** The middle of what is seen, on the canvas. */
  middle: () => Position;
  /** Opens the palette at the pointer, or in the middle of the canvas. */
  openPalette: () => void;
}

export interface CommandContext {
  store: EditorStore;
  ui: EditorUiStore;
  view: CanvasView;
  /** Opens the command palette of the whole app. */
  goTo: () => void;
  inside: Inside;
  /** Starts a test run with the inputs of the dock. */
  testRun: (request?: TestRunRequest) => void;
  /** Where test runs stop. */
  breakpoints: BreakpointsStore;
  /** Lets the shown run go on that stands at a breakpoint. */
  goOn: (goOn: GoOn) => void;
  /** What happened so far in the run that the canvas shows. */
  shownRun: () => RunView | null;
}

export const commandGroups = ["Draw", "Edit", "Select", "Arrange", "View", "Run"] as const;

/** One thing the editor can do, in one place for keys, menus, buttons and the cheat sheet. */
export interface Command {
  id: string;
  group: (typeof commandGroups)[number];
  label: string;
  icon?: LucideIcon;
  /** As in `Mod+Shift+Z`; the first one is shown. */
  keys: readonly string[];
  /** Something else listens to these keys: the canvas by the browser's own events, or the whole app. */
  byEvent?: boolean;
  /** Its keys are taken on the canvas before React Flow uses them for itself. */
  early?: boolean;
  /** Its keys work while somebody types, too. */
  everywhere?: boolean;
  /** Works in a read-only agent too. */
  looksOnly?: boolean;
  enabled?: (context: CommandContext) => boolean;
  run: (context: CommandContext) => void;
}
