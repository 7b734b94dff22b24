"use client";

import type { Command } from "@/components/editor/commands/command";
import { commandById, isEnabled } from "@/components/editor/commands/commands";
import { shortcutText } from "@/components/editor/commands/keys";
import { useCommandContext } from "@/components/editor/commands/use-commands";
import { countSelected } from "@/components/editor/store/selection";
import { ContextMenuItem, ContextMenuSeparator } from "@/components/ui/context-menu";

const onSelection = [
  ["open", "open-subgraph", "rename", "disable"],
  ["run-alone", "run-until", "run-from", "pin"],
  ["break-before", "break-after", "run-to"],
  ["cut", "copy", "paste", "duplicate"],
  ["collapse", "expand"],
  ["select-type", "select-downstream", "select-upstream"],
  ["group", "ungroup", "paths", "tidy-selection", "fit-selection"],
  ["delete"],
];
const onPane = [
  ["add", "sticky", "paste"],
  ["select-all", "tidy", "fit"],
  ["undo", "redo"],
  ["leave-subgraph", "shortcuts"],
];

/** Mounted when the menu opens, so what can be done is asked then. */
export function CanvasMenuItems({ onChoose }: { onChoose: (command: Command) => void }) {
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
            onSelect={() => onChoose(command)}
          >
            {command.label}
          </ContextMenuItem>
        );
      })}
    </div>
  ));
}
