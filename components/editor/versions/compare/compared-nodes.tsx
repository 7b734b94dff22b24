"use client";

import type { NodeProps } from "@xyflow/react";
import { memo, type ReactNode } from "react";
import { useFar } from "@/components/canvas/far/use-detail";
import type { CardNode } from "@/components/canvas/flow/flow-types";
import { NodeCard } from "@/components/canvas/nodes/node-card";
import { NodePill } from "@/components/canvas/nodes/node-pill";
import { cn } from "@/components/ui/cn";
import { ChangeBadge } from "../changes/change-badge";
import type { Change } from "../changes/changes";
import { useMarked } from "./marked";

const frames: Record<Change["kind"], string> = {
  added: "outline-done",
  removed:
    "outline-dashed outline-failed [&_article]:border-dashed [&_article]:bg-transparent [&_article]:text-muted-foreground [&_article]:shadow-none",
  changed: "outline-waiting",
};

interface MarkProps {
  id: string;
  className: string;
  children: ReactNode;
}

/** A frame and a word around what changed; one that is gone is a ghost. */
function Mark({ id, className, children }: MarkProps) {
  const kind = useMarked().nodes.get(id);
  const far = useFar();
  if (!kind) return children;
  return (
    <div
      className={cn("relative outline-offset-4", className, far ? "outline-12" : "outline-2", frames[kind])}
    >
      {children}
      {far ? null : <ChangeBadge kind={kind} className="absolute -top-3 left-2 z-10" />}
    </div>
  );
}

/** A card as the editor draws it, with what happened to it. */
export const ComparedCard = memo(function ComparedCard(props: NodeProps<CardNode>) {
  return (
    <Mark id={props.id} className="rounded-lg">
      <NodeCard {...props} />
    </Mark>
  );
});

/** The same for Start and End. */
export const ComparedPill = memo(function ComparedPill(props: NodeProps<CardNode>) {
  return (
    <Mark id={props.id} className="rounded-full">
      <NodePill {...props} />
    </Mark>
  );
});
