"use client";

import { Copy, Ellipsis, GripVertical, Pencil, Trash2 } from "lucide-react";
import { useEditorUiStore } from "@/components/editor/store/editor-ui";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { TableCell, TableRow } from "@/components/ui/table";
import { startChannelDrag } from "../drag-channel";
import { ChannelDefault } from "./channel-default";
import { ChannelReducer, ChannelType } from "./channel-kind";
import type { ChannelEntry } from "./channel-list";
import { ChannelName } from "./channel-name";
import { NodeChips } from "./node-chips";
import { useChannelActions } from "./use-channel-actions";
import { useDeleteChannel } from "./use-delete-channel";
import { useLightChannel } from "./use-light-channel";

interface ChannelTableRowProps {
  entry: ChannelEntry;
  disabled: boolean;
  onRenamed: (from: string, to: string) => void;
}

/** One channel as a row in which everything can be changed. */
export function ChannelTableRow({ entry, disabled, onRenamed }: ChannelTableRowProps) {
  const cell = { entry, disabled, cell: true };
  const { name, writers, readers } = entry;
  return (
    <TableRow {...useLightChannel(entry)} className="[&>td]:align-top">
      <TableCell>
        <div className="grid grid-cols-[auto_minmax(0,1fr)] items-start">
          <span
            aria-hidden
            draggable={!disabled}
            onDragStart={(event) => startChannelDrag(event, name)}
            title="Drag into a field of a node"
            className="-ml-2 flex h-8 w-5 cursor-grab items-center justify-center text-muted-foreground/60 hover:text-foreground"
          >
            <GripVertical className="size-3.5" />
          </span>
          <ChannelName {...cell} onRenamed={onRenamed} />
        </div>
      </TableCell>
      <TableCell>
        <ChannelType {...cell} />
      </TableCell>
      <TableCell>
        <ChannelReducer {...cell} />
      </TableCell>
      <TableCell>
        <ChannelDefault {...cell} />
      </TableCell>
      <TableCell className="py-2.5">
        <NodeChips label={`Writers of ${name}`} users={writers} />
      </TableCell>
      <TableCell className="py-2.5">
        <NodeChips label={`Readers of ${name}`} users={readers} />
      </TableCell>
      <TableCell className="w-0 pr-2 pl-0 text-right">
        {disabled ? null : <ChannelMenu name={name} />}
      </TableCell>
    </TableRow>
  );
}

function ChannelMenu({ name }: { name: string }) {
  const ui = useEditorUiStore();
  const { duplicate } = useChannelActions("dock");
  const { remove, question } = useDeleteChannel(name);
  // The menu gives the focus back when it closes, and the name takes it after that.
  const rename = () =>
    requestAnimationFrame(() => ui.setState({ openChannel: { channel: name, rename: "dock" } }));
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger>
          <IconButton icon={Ellipsis} label={`Actions for ${name}`} />
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem icon={Pencil} onSelect={rename}>
            Rename
          </DropdownMenuItem>
          <DropdownMenuItem icon={Copy} onSelect={() => duplicate(name)}>
            Duplicate
          </DropdownMenuItem>
          <DropdownMenuItem icon={Trash2} danger onSelect={remove}>
            Delete
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {question}
    </>
  );
}
