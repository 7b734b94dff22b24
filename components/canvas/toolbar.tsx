"use client";

import { useStore } from "@xyflow/react";
import { Plus } from "lucide-react";
import { shortcutText } from "@/components/editor/commands/keys";
import { useCommand } from "@/components/editor/commands/use-commands";
import { useEditor } from "@/components/editor/store/editor-context";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { Tooltip } from "@/components/ui/tooltip";

/** The few buttons that stand on the canvas. */
export function CanvasToolbar() {
  const add = useCommand("add");
  const readOnly = useEditor((state) => state.readOnly);
  return (
    <div role="toolbar" aria-label="Canvas" className="flex items-center gap-1.5">
      {readOnly ? null : (
        <Button onClick={add.run}>
          <Plus aria-hidden />
          Add node
          <Kbd className="max-md:hidden">Tab</Kbd>
        </Button>
      )}
      {readOnly ? null : <CommandButton id="sticky" />}
      <CommandButton id="fit" />
      <CommandButton id="find" />
      <CommandButton id="tidy" className="max-sm:hidden" />
      <HistoryButtons />
      <ZoomButton />
    </div>
  );
}

function CommandButton({ id, className }: { id: string; className?: string }) {
  const { command, run, enabled } = useCommand(id);
  const [keys] = command.keys;
  if (!command.icon) return null;
  return (
    <IconButton
      icon={command.icon}
      label={command.label}
      shortcut={keys ? shortcutText(keys) : undefined}
      variant="secondary"
      size="md"
      disabled={!enabled}
      onClick={run}
      className={className}
    />
  );
}

/** Renders anew when there is something to take back, which the commands alone do not announce. */
function HistoryButtons() {
  useEditor((state) => state.history);
  return (
    <>
      <CommandButton id="undo" />
      <CommandButton id="redo" />
    </>
  );
}

function ZoomButton() {
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  const { command, run } = useCommand("zoom-100");
  return (
    <Tooltip tip={`${command.label} (${shortcutText(command.keys[0] ?? "")})`}>
      <Button
        aria-label={`Zoom ${zoom}%, ${command.label}`}
        onClick={run}
        className="w-16 tabular-nums max-sm:hidden"
      >
        {zoom}%
      </Button>
    </Tooltip>
  );
}
