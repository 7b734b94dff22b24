"use client";

import { Handle, type NodeProps, Position } from "@xyflow/react";
import { createElement, memo } from "react";
import { usePassed } from "@/components/run/store/run-context";
import { cn } from "@/components/ui/cn";
import { Status } from "@/components/ui/status";
import { type CardNode, inHandle } from "../flow/flow-types";
import { CardMark, dimmedLook } from "../marks/card-mark";
import { useNodeDimmed } from "../marks/use-marks";
import { nodeIcon } from "./node-icons";
import { NodeTitle } from "./node-title";
import { PlainPort } from "./ports";
import { ProblemBadge } from "./problem-badge";
import { useCard } from "./use-card";
import { useSmall } from "./use-small";

/** Start and End: where a run comes in and goes out. */
export const NodePill = memo(function NodePill({ id, selected }: NodeProps<CardNode>) {
  const { node, face, ports, issues, line } = useCard(id);
  const passed = usePassed(id);
  const small = useSmall();
  const dimmed = useNodeDimmed(id);
  if (!node || !face) return null;
  return (
    <article
      data-node-card={id}
      className={cn(
        "group relative flex h-9 min-w-24 max-w-56 items-center gap-2 rounded-full border bg-card px-3.5 shadow-[0_1px_2px_rgb(0_0_0/0.05)] transition-[border-color,box-shadow,opacity] hover:border-muted-foreground/50",
        selected && "ring-2 ring-ring ring-offset-1 ring-offset-canvas",
        dimmed && dimmedLook,
      )}
    >
      <CardMark nodeId={id} small={small} round />
      {face.role === "end" ? <InHandle /> : null}
      {createElement(nodeIcon(face.icon), {
        "aria-hidden": true,
        className: "size-3.5 shrink-0 text-category-flow",
      })}
      <NodeTitle nodeId={id} title={node.title} tip={line} className={cn("text-sm", small && "text-lg")} />
      {passed ? <Status tone="done" label="Done" dotOnly /> : null}
      <ProblemBadge issues={issues} />
      {ports.map((port) => (
        <PlainPort key={port.name} port={port} centered />
      ))}
    </article>
  );
});

function InHandle() {
  return (
    <Handle
      type="target"
      id={inHandle}
      position={Position.Left}
      className="!size-2.5 !min-w-0 !rounded-full !border-2 !border-card !bg-muted-foreground/60 before:absolute before:-inset-2 before:rounded-full hover:!bg-running"
    />
  );
}
