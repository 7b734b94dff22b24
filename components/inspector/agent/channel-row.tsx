"use client";

import { ChevronRight, Trash2 } from "lucide-react";
import { useState } from "react";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FieldError } from "@/components/ui/field";
import { plural } from "@/components/ui/format/count";
import { toast } from "@/components/ui/toast";
import { startChannelDrag } from "../drag-channel";
import { ChannelFields } from "./channel-fields";

interface ChannelRowProps {
  name: string;
  /** Titles of the nodes that use it. */
  users: readonly string[];
  issue: string | undefined;
  open: boolean;
  onOpen: (open: boolean) => void;
  onRenamed: (name: string) => void;
}

/** One channel: its line, and opened its settings. */
export function ChannelRow({ name, users, issue, open, onOpen, onRenamed }: ChannelRowProps) {
  const store = useEditorStore();
  const channel = useEditor((state) => state.document.channels[name]);
  const readOnly = useEditor((state) => state.readOnly);
  const [asking, setAsking] = useState(false);
  if (!channel) return null;

  const remove = () => {
    const problem = store.getState().change({ op: "channel.remove", name });
    if (problem) toast.failed("The channel was not deleted", new Error(problem.message));
    else
      toast.undo(
        `Channel “${name}” deleted`,
        () => void store.getState().change({ op: "channel.add", name, channel }),
      );
  };
  return (
    <li className={cn("rounded-md border", issue && "border-failed-line")}>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => onOpen(!open)}
        draggable={!readOnly}
        onDragStart={(event) => startChannelDrag(event, name)}
        className="flex min-h-9 w-full items-center gap-2 rounded-md px-2 text-left hover:bg-accent/60 pointer-coarse:min-h-11"
      >
        <ChevronRight
          aria-hidden
          className={cn("size-3.5 text-muted-foreground transition-transform", open && "rotate-90")}
        />
        <span className="min-w-0 flex-1 truncate font-mono text-xs">{name}</span>
        {channel.reducer === "replace" || channel.reducer === "messages" ? null : (
          <Badge>{channel.reducer}</Badge>
        )}
        <Badge>{channel.type}</Badge>
      </button>
      {open ? (
        <div className="grid gap-3 border-t p-3">
          <ChannelFields name={name} channel={channel} disabled={readOnly} onRenamed={onRenamed} />
          <p className="text-muted-foreground text-xs">
            {users.length > 0 ? `Used by ${users.join(", ")}.` : "No node uses it yet."}
          </p>
          <FieldError message={issue} />
          {readOnly ? null : (
            <Button
              size="sm"
              variant="ghost"
              className="justify-self-start"
              onClick={() => (users.length > 0 ? setAsking(true) : remove())}
            >
              <Trash2 aria-hidden />
              Delete channel
            </Button>
          )}
        </div>
      ) : null}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Delete the channel “${name}”?`}
        description={`${plural(users.length, "node")} would lose it: ${users.join(", ")}. You can undo this.`}
        action="Delete"
        onConfirm={async () => remove()}
      />
    </li>
  );
}
