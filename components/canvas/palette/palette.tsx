"use client";

import { useMemo, useState } from "react";
import { joinWords } from "@/components/editor/graph/join-words";
import { useNarrow } from "@/components/editor/panels/use-narrow";
import { useEditor } from "@/components/editor/store/editor-context";
import { useEditorUi, useEditorUiStore } from "@/components/editor/store/editor-ui";
import { cn } from "@/components/ui/cn";
import { Popover, PopoverAnchor, PopoverContent } from "@/components/ui/popover";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { faceOf } from "@/workflows/nodes/registry.faces";
import { useAddNode } from "../gestures/use-add-node";
import { useAddPattern } from "../gestures/use-add-pattern";
import { PaletteList } from "./palette-list";
import type { Pattern } from "./pattern";
import { usePatterns } from "./use-patterns";
import { useRecentTypes } from "./use-recent-types";

/** The list of node types, at the pointer; on a phone a sheet. */
export function Palette({ focusCanvas }: { focusCanvas: () => void }) {
  const addNode = useAddNode();
  const ui = useEditorUiStore();
  const request = useEditorUi((state) => state.palette);
  const hasStart = useEditor((state) =>
    Object.values(state.document.nodes).some((node) => faceOf(node.type)?.role === "start"),
  );
  const place = useEditor((state) => joinWords(state.document, request?.join));
  const { recent, remember } = useRecentTypes();
  const addPattern = useAddPattern();
  const patterns = usePatterns(request !== null);
  const narrow = useNarrow();
  const [dragging, setDragging] = useState(false);
  const anchor = useVirtualAnchor(request?.screen);

  const close = () => ui.setState({ palette: null });
  const choose = (type: string) => {
    if (request) addNode(type, request.at, request.join);
    remember(type);
    close();
  };
  const choosePattern = ({ template }: Pattern) => {
    if (request) addPattern(template, request.at, request.join);
    close();
  };
  // A pattern has a way in; where something should come before or between, one node is meant.
  const fitting = request?.join === undefined || "source" in request.join ? patterns : [];
  const list = {
    hasStart,
    join: request?.join,
    place,
    recent,
    patterns: fitting,
    onChoose: choose,
    onChoosePattern: choosePattern,
  };
  const onDragging = (now: boolean) => {
    setDragging(now);
    if (!now) close();
  };

  if (narrow) {
    return (
      <Sheet open={request !== null} onOpenChange={(open) => !open && close()}>
        <SheetContent title="Add a node">
          <PaletteList {...list} />
        </SheetContent>
      </Sheet>
    );
  }
  return (
    <Popover open={request !== null} onOpenChange={(open) => !open && close()}>
      <PopoverAnchor virtualRef={anchor} />
      <PopoverContent
        aria-label="Add a node"
        side="bottom"
        align="start"
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          focusCanvas();
        }}
        className={cn("w-[36rem] overflow-hidden p-0", dragging && "pointer-events-none opacity-0")}
      >
        <PaletteList {...list} onDragging={onDragging} />
      </PopoverContent>
    </Popover>
  );
}

/** Lets a popover stand at a point instead of an element. */
function useVirtualAnchor({ x, y } = { x: 0, y: 0 }) {
  return useMemo(() => ({ current: { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) } }), [x, y]);
}
