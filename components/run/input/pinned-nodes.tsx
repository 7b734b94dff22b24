"use client";

import { Pin } from "lucide-react";
import { useCommand } from "@/components/editor/commands/use-commands";
import { useEditor } from "@/components/editor/store/editor-context";
import { Button } from "@/components/ui/button";
import { plural } from "@/components/ui/format/count";

/** Says that the next test run will not run everything, with the way to do so. */
export function PinnedNodes() {
  const count = useEditor((state) => Object.keys(state.document.pins).length);
  const { run } = useCommand("test-run-without-pins");
  if (count === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted-foreground text-xs">
      <Pin aria-hidden className="size-3.5 shrink-0" />
      <span>{`${plural(count, "node is", "nodes are")} pinned.`}</span>
      <Button size="sm" variant="link" className="text-xs" onClick={run}>
        Run without pins
      </Button>
    </p>
  );
}
