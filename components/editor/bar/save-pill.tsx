"use client";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { useBuild } from "../build-context";
import { useEditor } from "../store/editor-context";

/** Whether the draft is saved; where it is not, why and what to do. */
export function SavePill() {
  const save = useEditor((state) => state.save);
  const readOnly = useEditor((state) => state.readOnly);
  if (readOnly) return <Badge>View only</Badge>;
  return (
    <span role="status" className="inline-flex">
      {save.kind === "failed" ? <NotSaved message={save.message} /> : null}
      {save.kind === "stale" ? <Badge tone="waiting">Changed elsewhere</Badge> : null}
      {save.kind === "saved" ? <Badge className="max-sm:hidden">Draft saved</Badge> : null}
      {save.kind === "waiting" || save.kind === "saving" ? (
        <Badge className="max-sm:hidden">Saving…</Badge>
      ) : null}
    </span>
  );
}

function NotSaved({ message }: { message: string }) {
  const { autosave } = useBuild();
  return (
    <Popover>
      <PopoverTrigger>
        <button
          type="button"
          className="inline-flex rounded-full pointer-coarse:min-h-11 pointer-coarse:items-center"
        >
          <Badge tone="failed">Not saved</Badge>
        </button>
      </PopoverTrigger>
      <PopoverContent aria-label="Not saved" className="grid gap-3">
        <p>{message}</p>
        <p className="text-muted-foreground text-xs">
          Your changes are kept on this page, and in this browser should you close it. They are saved as soon
          as that works again.
        </p>
        <Button size="sm" onClick={() => void autosave.flush()} className="justify-self-start">
          Save now
        </Button>
      </PopoverContent>
    </Popover>
  );
}
