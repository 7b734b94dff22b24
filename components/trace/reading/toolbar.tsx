"use client";

import { ChevronsDownUp, ChevronsUpDown, Maximize2, Route, ZoomIn, ZoomOut } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { zoomedIn, zoomedOut } from "../waterfall/use-zoom";
import { type AxisWindow, isWhole, wholeAxis } from "../waterfall/zoom";

interface ToolbarProps {
  /** Search and filter. */
  children: ReactNode;
  window: AxisWindow;
  onWindow: (window: AxisWindow) => void;
  showsPath: boolean;
  onPath: (show: boolean) => void;
  foldAll: (to: "open" | "closed") => void;
}

/** What helps to read a long waterfall. */
export function Toolbar({ children, window, onWindow, showsPath, onPath, foldAll }: ToolbarProps) {
  return (
    <div
      role="toolbar"
      aria-label="Reading the spans"
      className="flex flex-wrap items-center gap-x-2 gap-y-1.5 px-2 pb-2"
    >
      {children}
      <Button
        size="sm"
        aria-pressed={showsPath}
        variant={showsPath ? "primary" : "secondary"}
        onClick={() => onPath(!showsPath)}
        title="Which spans determined when the run ended"
      >
        <Route aria-hidden />
        Critical path
      </Button>
      <span className="flex items-center">
        <IconButton icon={ChevronsUpDown} label="Unfold all" onClick={() => foldAll("open")} />
        <IconButton icon={ChevronsDownUp} label="Fold all" onClick={() => foldAll("closed")} />
      </span>
      <span className="flex items-center">
        <IconButton
          icon={ZoomOut}
          label="Zoom out"
          shortcut="-"
          disabled={isWhole(window)}
          onClick={() => onWindow(zoomedOut(window))}
        />
        <IconButton
          icon={Maximize2}
          label="Show all of the time"
          shortcut="0"
          disabled={isWhole(window)}
          onClick={() => onWindow(wholeAxis)}
        />
        <IconButton icon={ZoomIn} label="Zoom in" shortcut="+" onClick={() => onWindow(zoomedIn(window))} />
      </span>
    </div>
  );
}
