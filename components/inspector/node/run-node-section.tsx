"use client";

import { useMe } from "@/components/data/use-me";
import { shortcutText } from "@/components/editor/commands/keys";
import { useCommand } from "@/components/editor/commands/use-commands";
import { useEditor } from "@/components/editor/store/editor-context";
import { Button } from "@/components/ui/button";

const commands = ["run-alone", "run-until", "run-from"] as const;
const words = { "run-alone": "Run this node", "run-until": "Until here", "run-from": "From here" };

/** Tries the selected node out, alone or with what leads to it or follows it. */
export function RunNodeSection({ nodeId }: { nodeId: string }) {
  const { can } = useMe();
  const selected = useEditor((state) => state.selection.nodes.has(nodeId));
  if (!can("run.create") || !selected) return null;
  return (
    <div className="flex flex-wrap gap-1.5 empty:hidden">
      {commands.map((id) => (
        <RunButton key={id} id={id} />
      ))}
    </div>
  );
}

function RunButton({ id }: { id: (typeof commands)[number] }) {
  const { command, run, enabled } = useCommand(id);
  if (!enabled) return null;
  const { icon: Icon, keys, label } = command;
  const [key] = keys;
  return (
    <Button
      size="sm"
      className="px-2"
      onClick={run}
      title={`${label}${key ? ` (${shortcutText(key)})` : ""}`}
    >
      {Icon ? <Icon aria-hidden /> : null}
      {words[id]}
    </Button>
  );
}
