"use client";

import { commands } from "@/components/editor/commands/commands";
import { shortcutText } from "@/components/editor/commands/keys";
import { useCommand } from "@/components/editor/commands/use-commands";
import { useEditor } from "@/components/editor/store/editor-context";
import { Button } from "@/components/ui/button";
import { plural } from "@/components/ui/format/count";
import { IconButton } from "@/components/ui/icon-button";

/** Several things selected: what can be done to all of them. */
export function SelectionInspector() {
  const { nodes, edges } = useEditor((state) => state.selection);
  const parts = [
    nodes.size > 0 ? plural(nodes.size, "node") : null,
    edges.size > 0 ? plural(edges.size, "connection") : null,
  ];
  return (
    <div className="grid gap-4 p-4">
      <h2 className="font-semibold text-sm">{`${parts.filter(Boolean).join(" and ")} selected`}</h2>
      <div className="flex flex-wrap gap-2">
        {["copy", "duplicate", "fit-selection", "delete"].map((id) => (
          <CommandButton key={id} id={id} />
        ))}
      </div>
      {nodes.size > 1 ? (
        <section className="grid gap-2">
          <h3 className="font-medium">Arrange</h3>
          <div className="flex flex-wrap gap-1">
            {commands
              .filter(({ group }) => group === "Arrange")
              .map(({ id }) => (
                <ArrangeButton key={id} id={id} />
              ))}
          </div>
        </section>
      ) : null}
    </div>
  );
}

function CommandButton({ id }: { id: string }) {
  const { command, run, enabled } = useCommand(id);
  const Icon = command.icon;
  return (
    <Button size="sm" onClick={run} disabled={!enabled}>
      {Icon ? <Icon aria-hidden /> : null}
      {command.label}
    </Button>
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
