"use client";

import { MoreHorizontal } from "lucide-react";
import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { cn } from "@/components/ui/cn";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import { deleteThread, listThreads, renameThread } from "@/lib/api/contract/chat";
import type { CallOutput } from "@/lib/api/contract/endpoint";
import { RenameThread } from "./rename-thread";

type Thread = CallOutput<typeof listThreads>["items"][number];

export function titleOf(thread: Thread): string {
  return thread.title || "Conversation";
}

interface ThreadItemProps {
  slug: string;
  thread: Thread;
  current: boolean;
  onOpen: (threadId: string | null) => void;
}

/** One conversation in the list, with what can be done to it. */
export function ThreadItem({ slug, thread, current, onOpen }: ThreadItemProps) {
  const [dialog, setDialog] = useState<"rename" | "delete" | null>(null);
  const rename = useCall(renameThread, { refresh: [listThreads] });
  const remove = useCall(deleteThread, { refresh: [listThreads] });
  const params = { slug, threadId: thread.id };
  return (
    <li className={cn("group flex items-center rounded-md hover:bg-accent", current && "bg-accent")}>
      <button
        type="button"
        aria-current={current ? "page" : undefined}
        onClick={() => onOpen(thread.id)}
        className="grid min-w-0 flex-1 px-2.5 py-1.5 text-left pointer-coarse:min-h-11"
      >
        <span className="truncate">{titleOf(thread)}</span>
        <span className="text-2xs text-muted-foreground">
          {thread.status === "interrupted" ? "Waiting · " : ""}
          <RelativeTime time={thread.updatedAt} />
        </span>
      </button>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <IconButton icon={MoreHorizontal} label={`More for ${titleOf(thread)}`} />
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={() => setDialog("rename")}>Rename…</DropdownMenuItem>
          <DropdownMenuItem danger onSelect={() => setDialog("delete")}>
            Delete…
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {dialog === "rename" ? (
        <RenameThread
          title={thread.title}
          onClose={() => setDialog(null)}
          onRename={(title) => rename.mutateAsync({ params, body: { title } })}
        />
      ) : null}
      <ConfirmDialog
        open={dialog === "delete"}
        onOpenChange={(open) => setDialog(open ? "delete" : null)}
        title={`Delete “${titleOf(thread)}”?`}
        action="Delete"
        description="Its messages and traces are deleted with it. This cannot be undone."
        onConfirm={async () => {
          await remove.mutateAsync({ params });
          toast.done("Conversation deleted");
          if (current) onOpen(null);
        }}
      />
    </li>
  );
}
