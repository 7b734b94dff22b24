"use client";

import { type MouseEvent, type PointerEvent, type ReactElement, useCallback, useRef } from "react";
import type { Command } from "@/components/editor/commands/command";
import { useCommandContext } from "@/components/editor/commands/use-commands";
import { thingOf } from "@/components/editor/graph/things";
import { isSelected, nothingSelected, selectEdge, selectThing } from "@/components/editor/store/selection";
import { ContextMenu, ContextMenuContent, ContextMenuTrigger } from "@/components/ui/context-menu";
import { swallowTap } from "../gestures/swallow-tap";
import { CanvasMenuItems } from "./canvas-menu-items";

type Pressed = Pick<MouseEvent, "target" | "clientX" | "clientY">;

/** The menu of a right click or a long press: about what was clicked, or about the whole graph. */
export function CanvasMenu({ children }: { children: ReactElement }) {
  const context = useCommandContext();

  const pressed = useRef<(Pressed & Pick<PointerEvent, "pointerType">) | null>(null);
  const selectPressed = useCallback(
    ({ target, clientX, clientY }: Pressed) => {
      const { selection, select } = context.store.getState();
      const element = target instanceof Element ? target : null;
      const key = element?.closest<HTMLElement>(".react-flow__node")?.dataset.id;
      const edgeId = element?.closest<HTMLElement>(".react-flow__edge")?.dataset.id;
      context.ui.setState({ menuAt: { x: clientX, y: clientY } });
      if (key && !isSelected(selection, thingOf(key))) select(selectThing(thingOf(key)));
      else if (edgeId && !selection.edges.has(edgeId)) select(selectEdge(edgeId));
      else if (element?.matches(".react-flow__pane")) select(nothingSelected);
    },
    [context],
  );
  const onOpenChange = useCallback(
    (open: boolean) => {
      if (!open || !pressed.current) return;
      if (pressed.current.pointerType === "touch") swallowTap();
      // Some browsers tell of a long press by no event of its own.
      if (!context.ui.getState().menuAt) selectPressed(pressed.current);
    },
    [context, selectPressed],
  );
  const chosen = useRef<Command | null>(null);
  const choose = useCallback((command: Command) => {
    chosen.current = command;
  }, []);
  /** After the menu has given the focus back, so that a command can take it. */
  const runChosen = useCallback(() => {
    chosen.current?.run(context);
    chosen.current = null;
    context.ui.setState({ menuAt: null });
  }, [context]);
  const remember = useCallback(({ target, clientX, clientY, pointerType }: PointerEvent) => {
    pressed.current = { target, clientX, clientY, pointerType };
  }, []);

  return (
    <ContextMenu onOpenChange={onOpenChange}>
      <ContextMenuTrigger onPointerDownCapture={remember} onContextMenuCapture={selectPressed}>
        {children}
      </ContextMenuTrigger>
      <ContextMenuContent data-canvas-menu="" onCloseAutoFocus={runChosen} className="max-md:max-h-[60dvh]">
        <CanvasMenuItems onChoose={choose} />
      </ContextMenuContent>
    </ContextMenu>
  );
}
