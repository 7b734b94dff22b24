"use client";

import { Pin } from "lucide-react";
import { memo } from "react";
import { cardPorts } from "@/components/editor/graph/card-ports";
import { cardOfNode } from "@/components/editor/graph/cards";
import { useEditor } from "@/components/editor/store/editor-context";
import { issuesOfNode, worstOf } from "@/components/editor/store/issues";
import { useNodeStatus } from "@/components/run/store/run-context";
import { cn } from "@/components/ui/cn";
import { tintClasses } from "@/components/ui/tint";
import { faceOf } from "@/workflows/nodes/registry.faces";
import { inHandle, loopHandle } from "../flow/flow-types";
import { dimmedLook } from "../marks/card-mark";
import { FarMark } from "../marks/far-mark";
import { useNodeDimmed } from "../marks/use-marks";
import { BreakpointMarks } from "../nodes/breakpoint-marks";
import { bodyHeight, cardHeights, portHeight } from "../nodes/card-size";
import { nodeStatusLook } from "../nodes/node-status";
import { useIsPinned } from "../nodes/pin-mark";

/** A card from afar, in a large graph: its outline, its category's colour, and what state it is in. */
export const FarCard = memo(function FarCard({ id, selected }: { id: string; selected: boolean }) {
  const node = useEditor((state) => state.document.nodes[id]);
  const ports = useEditor((state) => cardPorts(state.document, id));
  const worst = useEditor((state) => worstOf(issuesOfNode(state.issues, id)));
  const status = useNodeStatus(id);
  const dimmed = useNodeDimmed(id);
  const pinned = useIsPinned(id);
  if (!node) return null;
  const parts = { ports, writes: cardOfNode(node).writes.length > 0 };
  return (
    <article
      data-node-card={id}
      className={cn(
        "relative w-[13.5rem] rounded-lg border bg-card outline-4 outline-muted-foreground/25 -outline-offset-4",
        node.disabled && "opacity-50",
        status && nodeStatusLook[status].far,
        selected && "ring-[12px] ring-ring",
        dimmed && dimmedLook,
      )}
      style={{ height: cardHeights.heading + bodyHeight(parts) + 2 }}
    >
      <FarMark nodeId={id} />
      <BreakpointMarks nodeId={id} far />
      <span
        className={cn(
          "absolute inset-y-2 left-2 w-13 rounded-md bg-current opacity-50",
          tintClasses[faceOf(node.type)?.category ?? "flow"],
        )}
      />
      {pinned ? (
        <Pin aria-hidden className="absolute top-2 right-14 size-9 fill-current text-category-agent" />
      ) : null}
      {worst ? (
        <span
          className={cn(
            "absolute top-2 right-2 size-9 rounded-full",
            worst === "error" ? "bg-failed" : "bg-waiting",
          )}
        />
      ) : null}
      <Place type="target" id={inHandle} side="left" top={portHeight(parts, "")} />
      <Place type="target" id={loopHandle} side="bottom" />
      {ports.map(({ name }) => (
        <Place key={name} type="source" id={name} side="right" top={portHeight(parts, name)} />
      ))}
    </article>
  );
});

interface PlaceProps {
  type: "source" | "target";
  id: string;
  side: "left" | "right" | "bottom";
  top?: number;
}

/** Where a port is, for React Flow to measure; too small from here to be seen or grabbed. */
function Place({ type, id, side, top }: PlaceProps) {
  return (
    <i
      data-handleid={id}
      data-handlepos={side}
      className={`react-flow__handle react-flow__handle-${side} ${type} invisible ${side === "bottom" ? "!size-1 !min-h-0 !min-w-0" : "!size-2.5"}`}
      style={top === undefined ? undefined : { top: top - 1 }}
    />
  );
}
