"use client";

import { type MouseEvent, type ReactElement, useCallback, useRef } from "react";
import { commandById, isEnabled } from "@/components/editor/commands/commands";
import { shortcutText } from "@/components/editor/commands/keys";
import { useCommandContext } from "@/components/editor/commands/use-commands";
import { thingOf } from "@/components/editor/graph/things";
import {
  countSelected,
  isSelected,
  nothingSelected,
  selectEdge,
  selectThing,
} from "@/components/editor/store/selection";
import {
  ContextMenu,
  ContextMenuContent,
  ContextMenuItem,
  ContextMenuSeparator,
  ContextMenuTrigger,
} from "@/components/ui/context-menu";

const onSelection = [
  ["open", "rename", "disable"],
  ["run-alone", "run-until", "run-from", "pin"],
  ["cut", "copy", "paste", "duplicate"],
  ["select-type", "select-downstream", "select-upstream"],
  ["group", "ungroup", "paths", "tidy-selection", "fit-selection"],
  ["delete"],
];
const onPane = [["add", "sticky", "paste"], ["select-all", "tidy", "fit"], ["undo", "redo"], ["shortcuts"]];

type Pressed = Pick<MouseEvent, "target" | "clientX" | "clientY">;

/** The menu of a right click or a long press: about what was clicked, or about the whole graph. */
export function CanvasMenu({ children }: { children: ReactElement }) {
  const context = useCommandContext();

  const pressed = useRef<Pressed | null>(null);
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
      if (!open) context.ui.setState({ menuAt: null });
      // Some browsers tell of a long press by no event of its own.
      else if (pressed.current && !context.ui.getState().menuAt) selectPressed(pressed.current);
    },
    [context, selectPressed],
  );
  const remember = useCallback(({ target, clientX, clientY }: Pressed) => {
    pressed.current = { target, clientX, clientY };
  }, []);

  return (
    <ContextMenu onOpenChange={onOpenChange}>
      <ContextMenuTrigger onPointerDownCapture={remember} onContextMenuCapture={selectPressed}>
        {children}
      </ContextMenuTrigger>
      <ContextMenuContent>
        <MenuItems />
      </ContextMenuContent>
    </ContextMenu>
  );
}

/** Mounted when the menu opens, so what can be done is asked then. */
function MenuItems() {
  const context = useCommandContext();
  const { selection } = context.store.getState();
  const groups = countSelected(selection) > 0 ? onSelection : onPane;
  // Much of what can be done with nodes means nothing for a group or a note alone.
  const fits = (id: string) =>
    selection.groups.size + selection.stickies.size === 0 || isEnabled(commandById(id), context);
  const shown = groups.map((ids) => ids.filter(fits)).filter((ids) => ids.length > 0);
  return shown.map((ids, index) => (
    <div key={ids.join()}>
      {index > 0 ? <ContextMenuSeparator /> : null}
      {ids.map((id) => {
        const command = commandById(id);
        const [keys] = command.keys;
        return (
          <ContextMenuItem
            key={id}
            icon={command.icon}
            shortcut={keys && shortcutText(keys)}
            danger={id === "delete"}
            disabled={!isEnabled(command, context)}
            onSelect={() => command.run(context)}
          >
            {command.label}
          </ContextMenuItem>
        );
      })}
    </div>
  ));
}
