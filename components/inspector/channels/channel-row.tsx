"use client";

import { ChevronRight, CircleAlert, Copy, Trash2, TriangleAlert } from "lucide-react";
import { useEditor } from "@/components/editor/store/editor-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { startChannelDrag } from "../drag-channel";
import { ChannelFields } from "./channel-fields";
import type { ChannelEntry } from "./channel-list";
import type { ChannelUser } from "./channel-users";
import { typeWords } from "./channel-words";
import { NodeChips } from "./node-chips";
import { useChannelActions } from "./use-channel-actions";
import { useDeleteChannel } from "./use-delete-channel";
import { useLightChannel } from "./use-light-channel";

interface ChannelRowProps {
  entry: ChannelEntry;
  open: boolean;
  onOpen: (open: boolean) => void;
  onRenamed: (from: string, to: string) => void;
}

/** One channel where there is little width: its line, and opened its settings. */
export function ChannelRow({ entry, open, onOpen, onRenamed }: ChannelRowProps) {
  const { name, channel, problems, writers, readers } = entry;
  const readOnly = useEditor((state) => state.readOnly);
  const Problem = problems.severity === "error" ? CircleAlert : TriangleAlert;
  const light = useLightChannel(entry);
  return (
    <li {...light} className={cn("rounded-md border", problems.severity === "error" && "border-failed-line")}>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => onOpen(!open)}
        draggable={!readOnly}
        onDragStart={(event) => startChannelDrag(event, name)}
        className="grid min-h-11 w-full grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2 rounded-md px-2 py-1 text-left hover:bg-accent/60"
      >
        <ChevronRight
          aria-hidden
          className={cn("size-3.5 text-muted-foreground transition-transform", open && "rotate-90")}
        />
        <span className="min-w-0 truncate font-mono text-xs">{name}</span>
        <span className="flex items-center gap-1">
          {problems.severity ? (
            <>
              <span className="sr-only">{problems.severity}</span>
              <Problem
                aria-hidden
                className={cn("size-4", problems.severity === "error" ? "text-failed" : "text-waiting")}
              />
            </>
          ) : null}
          {channel.reducer === "replace" || channel.reducer === "messages" ? null : (
            <Badge>{channel.reducer}</Badge>
          )}
          <Badge>{typeWords[channel.type]}</Badge>
        </span>
        <span className="col-span-2 col-start-2 truncate text-muted-foreground text-xs">
          <span className="sr-only">, written by </span>
          {titles(writers)}
          <span aria-hidden> → </span>
          <span className="sr-only">, read by </span>
          {titles(readers)}
        </span>
      </button>
      {open ? <Opened entry={entry} readOnly={readOnly} onRenamed={onRenamed} /> : null}
    </li>
  );
}

interface OpenedProps extends Pick<ChannelRowProps, "entry" | "onRenamed"> {
  readOnly: boolean;
}

function Opened({ entry, readOnly, onRenamed }: OpenedProps) {
  const { name, writers, readers } = entry;
  const { duplicate } = useChannelActions("inspector");
  const { remove, question } = useDeleteChannel(name);
  return (
    <div className="grid gap-3 border-t p-3">
      <ChannelFields entry={entry} disabled={readOnly} onRenamed={onRenamed} />
      <Users title="Written by" label={`Writers of ${name}`} users={writers} />
      <Users title="Read by" label={`Readers of ${name}`} users={readers} />
      {readOnly ? null : (
        <div className="flex flex-wrap gap-1">
          <Button size="sm" variant="ghost" onClick={() => duplicate(name)}>
            <Copy aria-hidden />
            Duplicate
          </Button>
          <Button size="sm" variant="ghost" onClick={remove}>
            <Trash2 aria-hidden />
            Delete channel
          </Button>
        </div>
      )}
      {question}
    </div>
  );
}

function Users({ title, label, users }: { title: string; label: string; users: readonly ChannelUser[] }) {
  return (
    <div className="grid gap-1.5">
      <p className="font-medium">{title}</p>
      <NodeChips label={label} users={users} />
    </div>
  );
}

function titles(users: readonly ChannelUser[]): string {
  return users.length > 0 ? users.map(({ title }) => title).join(", ") : "nothing";
}
