"use client";

import { type FocusEvent, type MouseEvent, useEffect, useMemo } from "react";
import type { Marks, NodeMark } from "@/components/canvas/marks/marks";
import { useSetMarks } from "@/components/canvas/marks/use-marks";
import type { ChannelEntry } from "./channel-list";

/** Handlers for a channel's row: pointed at or focused, it lights the nodes that write and read the channel. */
export function useLightChannel({ name, writers, readers }: ChannelEntry) {
  const setMarks = useSetMarks();
  const owner = `channel ${name}`;
  useEffect(() => () => setMarks(owner, undefined), [setMarks, owner]);

  return useMemo(() => {
    const light = () => setMarks(owner, marksOf({ writers, readers }));
    const dark = () => setMarks(owner, undefined);
    return {
      onMouseEnter: light,
      onFocus: light,
      onMouseLeave: ({ currentTarget }: MouseEvent) => {
        if (!currentTarget.contains(document.activeElement)) dark();
      },
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        if (!currentTarget.contains(relatedTarget) && !currentTarget.matches(":hover")) dark();
      },
    };
  }, [setMarks, owner, writers, readers]);
}

const writes: NodeMark = { tint: "model", word: "writes" };
const reads: NodeMark = { tint: "data", word: "reads" };
const both: NodeMark = { tint: "agent", word: "writes and reads" };

function marksOf({ writers, readers }: Pick<ChannelEntry, "writers" | "readers">): Marks {
  const writing = new Set(writers.map(({ nodeId }) => nodeId));
  const nodes = new Map<string, NodeMark>();
  for (const id of writing) nodes.set(id, writes);
  for (const { nodeId } of readers) nodes.set(nodeId, writing.has(nodeId) ? both : reads);
  return { nodes, dimOthers: false };
}
