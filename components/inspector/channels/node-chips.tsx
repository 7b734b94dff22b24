"use client";

import { useState } from "react";
import { nodeIcon } from "@/components/canvas/nodes/node-icons";
import { useGoToIssue } from "@/components/editor/problems/use-go-to-issue";
import { TintedIcon } from "@/components/ui/tint";
import { definitionOf } from "@/workflows/nodes/registry";
import type { ChannelUser } from "./channel-users";

/** So many stand there before the rest is asked for. */
const SHOWN = 4;

/** Nodes by name; each leads to itself and the setting it is here for. */
export function NodeChips({ label, users }: { label: string; users: readonly ChannelUser[] }) {
  const [all, setAll] = useState(false);
  const shown = all || users.length <= SHOWN + 1 ? users : users.slice(0, SHOWN);
  const rest = users.length - shown.length;
  if (users.length === 0) return <span className="text-muted-foreground text-xs">No node</span>;
  return (
    <ul aria-label={label} className="flex min-w-0 flex-wrap gap-1">
      {shown.map((user) => (
        <li key={user.nodeId} className="min-w-0">
          <NodeChip {...user} />
        </li>
      ))}
      {rest > 0 ? (
        <li>
          <button
            type="button"
            onClick={() => setAll(true)}
            aria-label={`Show ${rest} more`}
            className="h-6 rounded-md px-1.5 text-muted-foreground text-xs hover:bg-accent hover:text-foreground pointer-coarse:h-11"
          >
            {`+${rest}`}
          </button>
        </li>
      ) : null}
    </ul>
  );
}

function NodeChip({ nodeId, title, type, field }: ChannelUser) {
  const goTo = useGoToIssue();
  const definition = definitionOf(type);
  return (
    <button
      type="button"
      title={title}
      onClick={() => goTo({ path: { nodeId, field } })}
      className="inline-flex h-6 max-w-44 items-center gap-1 rounded-md border bg-card pr-1.5 pl-0.5 text-xs hover:bg-accent pointer-coarse:h-11 pointer-coarse:px-2"
    >
      <TintedIcon
        icon={nodeIcon(definition?.icon)}
        tint={definition?.category ?? "flow"}
        className="size-4.5 rounded-sm [&_svg]:size-3"
      />
      <span className="min-w-0 truncate">{title}</span>
    </button>
  );
}
