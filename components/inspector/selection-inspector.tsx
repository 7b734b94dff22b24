"use client";

import { commands } from "@/components/editor/commands/commands";
import { shortcutText } from "@/components/editor/commands/keys";
import { useCommand } from "@/components/editor/commands/use-commands";
import { useEditor } from "@/components/editor/store/editor-context";
import { plural } from "@/components/ui/format/count";
import { IconButton } from "@/components/ui/icon-button";
import { CommandButton } from "./command-button";

/** What has a button with its name. */
const shown = ["group", "ungroup", "collapse", "copy", "duplicate", "fit-selection", "delete"];

/** Several things selected: what can be done to all of them. */
export function SelectionInspector() {
  const { nodes, edges, groups, stickies } = useEditor((state) => state.selection);
  const parts = [
    nodes.size > 0 ? plural(nodes.size, "node") : null,
    groups.size > 0 ? plural(groups.size, "group") : null,
    stickies.size > 0 ? plural(stickies.size, "note") : null,
    edges.size > 0 ? plural(edges.size, "connection") : null,
  ].filter((part) => part !== null);
  const last = parts.pop();
  return (
    <div className="grid gap-4 p-4">
      <h2 className="font-semibold text-sm">{`${[parts.join(", "), last].filter(Boolean).join(" and ")} selected`}</h2>
      <div className="flex flex-wrap gap-2">
        {shown.map((id) => (
          <CommandButton key={id} id={id} />
        ))}
      </div>
      {nodes.size > 1 ? (
        <section className="grid gap-2">
          <h3 className="font-medium">Arrange</h3>
          <div className="flex flex-wrap gap-1">
            {commands
              .filter(({ id, group }) => group === "Arrange" && !shown.includes(id))
              .map(({ id }) => (
                <ArrangeButton key={id} id={id} />
              ))}
          </div>
        </section>
      ) : null}
    </div>
  );
}

function ArrangeButton({ id }: { id: string }) {
  const { command, run, enabled } = useCommand(id);
  const [keys] = command.keys;
  if (!command.icon) return null;
  return (
    <IconButton
      icon={command.icon}
      label={command.label}
      shortcut={keys && shortcutText(keys)}
      variant="secondary"
      size="md"
      onClick={run}
      disabled={!enabled}
    />
  );
}
