"use client";

import { ViewportPortal } from "@xyflow/react";
import { useMemo } from "react";
import { cardPorts } from "@/components/editor/graph/card-ports";
import { cardOfNode } from "@/components/editor/graph/cards";
import { useEditor } from "@/components/editor/store/editor-context";
import { useTimesTaken } from "@/components/run/store/run-context";
import { faceOf } from "@/workflows/nodes/registry.faces";
import { edgeLook } from "../edges/edge-look";
import type { FlowEdge, FlowNode } from "../flow/flow-types";
import { isEdgeDimmed } from "../marks/marks";
import { useMarks } from "../marks/use-marks";
import { portHeight } from "../nodes/card-size";
import { farPaths } from "./far-paths";

/** Edges of a large graph seen from afar: one drawing instead of one for each. */
export function FarEdges({ nodes, edges }: { nodes: FlowNode[]; edges: FlowEdge[] }) {
  const document = useEditor((state) => state.document);
  const taken = useTimesTaken();
  const marks = useMarks();
  const paths = useMemo(() => {
    const portAt = (nodeId: string, port: string) => {
      const node = document.nodes[nodeId];
      if (!node || faceOf(node.type)?.role) return pillMiddle;
      return portHeight(
        { ports: cardPorts(document, nodeId), writes: cardOfNode(node).writes.length > 0 },
        port,
      );
    };
    const strokeOf = ({ id, type, source, target, data }: FlowEdge) => {
      const { stroke } = edgeLook({
        selected: false,
        taken: taken ? taken(id) : null,
        loop: type === "loop",
        past: Boolean(document.nodes[source]?.disabled || document.nodes[target]?.disabled),
        meaning: data?.meaning ?? "next",
      });
      return isEdgeDimmed(marks, { id, source, target })
        ? `color-mix(in srgb, ${stroke} 25%, transparent)`
        : stroke;
    };
    return farPaths({ nodes, edges, portAt, strokeOf });
  }, [document, nodes, edges, taken, marks]);
  return (
    <ViewportPortal>
      <svg aria-hidden className="pointer-events-none absolute -z-10 size-px overflow-visible">
        {paths.map(({ key, stroke, d }) => (
          <path key={key} d={d} fill="none" stroke={stroke} strokeWidth={5} />
        ))}
      </svg>
    </ViewportPortal>
  );
}

const pillMiddle = 18;
