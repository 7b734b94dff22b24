"use client";

import { type MouseEvent, type ReactElement, useCallback } from "react";
import { commandById, isEnabled } from "@/components/editor/commands/commands";
import { shortcutText } from "@/components/editor/commands/keys";
import { useCommandContext } from "@/components/editor/commands/use-commands";
import { nothingSelected, selectEdge, selectNodes } from "@/components/editor/store/selection";
import {
  ContextMenu,
  ContextMenuContent,
  ContextMenuItem,
  ContextMenuSeparator,
  ContextMenuTrigger,
} from "@/components/ui/context-menu";

const onSelection = [
  ["open", "rename", "disable"],
  ["pin"],
  ["cut", "copy", "paste", "duplicate"],
  ["select-type", "select-downstream", "select-upstream"],
  ["paths", "tidy-selection", "fit-selection"],
  ["delete"],
];
const onPane = [["add", "paste"], ["select-all", "tidy", "fit"], ["undo", "redo"], ["shortcuts"]];

/** The menu of a right click: about what was clicked, or about the whole graph. */
export function CanvasMenu({ children }: { children: ReactElement }) {
  const context = useCommandContext();

  const selectClicked = useCallback(
    (event: MouseEvent) => {
      const { selection, select } = context.store.getState();
      const target = event.target instanceof Element ? event.target : null;
      const nodeId = target?.closest<HTMLElement>(".react-flow__node")?.dataset.id;
      const edgeId = target?.closest<HTMLElement>(".react-flow__edge")?.dataset.id;
      if (nodeId && !selection.nodes.has(nodeId)) select(selectNodes([nodeId]));
      else if (edgeId && !selection.edges.has(edgeId)) select(selectEdge(edgeId));
      else if (target?.matches(".react-flow__pane")) select(nothingSelected);
    },
    [context],
  );

  return (
    <ContextMenu>
      <ContextMenuTrigger onContextMenuCapture={selectClicked}>{children}</ContextMenuTrigger>
      <ContextMenuContent>
        <MenuItems />
      </ContextMenuContent>
    </ContextMenu>
  );
}

/** Mounted when the menu opens, so what can be done is asked then. */
function MenuItems() {
  const context = useCommandContext();
  const { nodes, edges } = context.store.getState().selection;
  const groups = nodes.size + edges.size > 0 ? onSelection : onPane;
  return groups.map((ids, index) => (
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
