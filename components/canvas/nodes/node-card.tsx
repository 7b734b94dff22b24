"use client";

import type { NodeProps } from "@xyflow/react";
import { memo } from "react";
import { useNodeRun, useNodeStatus } from "@/components/run/store/run-context";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Status } from "@/components/ui/status";
import { TintedIcon } from "@/components/ui/tint";
import { FarCard } from "../far/far-card";
import { useFar } from "../far/use-detail";
import type { CardNode } from "../flow/flow-types";
import { CardMark, dimmedLook } from "../marks/card-mark";
import { useNodeDimmed } from "../marks/use-marks";
import { BreakpointMarks } from "./breakpoint-marks";
import { hasGraphInside } from "./has-graph-inside";
import { ItemProgress } from "./item-progress";
import { NodeFooter } from "./node-footer";
import { nodeIcon } from "./node-icons";
import { nodeStatusLook } from "./node-status";
import { NodeTitle } from "./node-title";
import { PinMark } from "./pin-mark";
import { PlainPort, PortRows, TargetHandles } from "./ports";
import { ProblemBadge } from "./problem-badge";
import { StreamedText } from "./streamed-text";
import { useCard } from "./use-card";
import { useSmall } from "./use-small";

/** A node: all there is to say about it, or its outline from afar. */
export const NodeCard = memo(function NodeCard({ id, selected }: NodeProps<CardNode>) {
  return useFar() ? <FarCard id={id} selected={selected} /> : <NearCard id={id} selected={selected} />;
});

const NearCard = memo(function NearCard({ id, selected }: Pick<NodeProps<CardNode>, "id" | "selected">) {
  const { node, face, ports, issues, line, writes } = useCard(id);
  const run = useNodeRun(id);
  const status = useNodeStatus(id);
  const small = useSmall();
  const dimmed = useNodeDimmed(id);
  if (!node) return null;

  const look = status && nodeStatusLook[status];
  const [only] = ports;
  const plain = ports.length === 1 && only !== undefined;
  return (
    <article
      data-node-card={id}
      className={cn(
        "group relative w-[13.5rem] rounded-lg border bg-card text-card-foreground transition-[border-color,background-color,box-shadow,opacity]",
        "shadow-[0_1px_2px_rgb(0_0_0/0.05)] hover:border-muted-foreground/50",
        look?.border,
        node.disabled && "border-dashed bg-muted text-muted-foreground",
        selected && "ring-2 ring-ring ring-offset-1 ring-offset-canvas",
        dimmed && dimmedLook,
      )}
    >
      <CardMark nodeId={id} small={small} />
      <BreakpointMarks nodeId={id} />
      <TargetHandles />
      <header className={cn("flex items-start gap-2.5 px-3 pt-2.5 pb-2", small && "items-center py-1.5")}>
        <TintedIcon
          icon={nodeIcon(face?.icon)}
          tint={face?.category ?? "flow"}
          className={small ? "size-10 [&_svg]:size-6" : undefined}
        />
        <div className="min-w-0 flex-1">
          <NodeTitle
            nodeId={id}
            title={node.title}
            className={cn("text-sm leading-[1.125rem]", small && "text-xl leading-7")}
          />
          {small ? null : <p className="truncate text-muted-foreground text-xs leading-4">{line}</p>}
        </div>
        <PinMark nodeId={id} />
        {node.disabled ? <Badge tone="neutral">Off</Badge> : null}
        {look ? <Status tone={look.tone} label={look.word} dotOnly className="mt-1.5" /> : null}
        <ProblemBadge issues={issues} />
      </header>
      <div className={small ? "invisible" : undefined}>
        {writes.length > 0 ? (
          <p className="truncate px-3 pb-2.5 text-muted-foreground text-xs leading-4">
            writes <span className="font-mono">{writes.join(", ")}</span>
          </p>
        ) : null}
        {run && hasGraphInside(node) ? <ItemProgress nodeId={id} /> : null}
        {run?.text ? (
          <StreamedText title={node.title} text={run.text} live={run.status === "running"} />
        ) : null}
        {plain ? null : <PortRows ports={ports} />}
        {plain || ports.length === 0 ? null : <div className="h-2" />}
        {run ? <NodeFooter run={run} /> : null}
      </div>
      {plain ? <PlainPort port={only} /> : null}
    </article>
  );
});
