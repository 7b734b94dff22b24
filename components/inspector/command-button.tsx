"use client";

import { useCommand } from "@/components/editor/commands/use-commands";
import { Button } from "@/components/ui/button";

/** A command of the editor as a button with its name. */
export function CommandButton({ id }: { id: string }) {
  const { command, run, enabled } = useCommand(id);
  const Icon = command.icon;
  return (
    <Button size="sm" onClick={run} disabled={!enabled}>
      {Icon ? <Icon aria-hidden /> : null}
      {command.label}
    </Button>
  );
}
