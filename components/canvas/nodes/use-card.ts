"use client";

import { useUpdateNodeInternals } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { cardPorts } from "@/components/editor/graph/card-ports";
import { cardOfNode } from "@/components/editor/graph/cards";
import { useEditor } from "@/components/editor/store/editor-context";
import { issuesOfNode } from "@/components/editor/store/issues";
import type { Card } from "@/workflows/nodes/card";
import { faceOf } from "@/workflows/nodes/registry.faces";

const nothing: Card = { ports: [], line: "", writes: [] };

/** Everything a card shows of its node, read by id. */
export function useCard(nodeId: string) {
  const node = useEditor((state) => state.document.nodes[nodeId]);
  const ports = useEditor((state) => cardPorts(state.document, nodeId));
  const issues = useEditor((state) => issuesOfNode(state.issues, nodeId));
  const face = node && faceOf(node.type);
  const { line, writes } = node ? cardOfNode(node) : nothing;

  const update = useUpdateNodeInternals();
  const measuredFor = useRef(ports);
  useEffect(() => {
    // React Flow measures a card when it appears. Told too early, it would fit the view to that one card.
    if (measuredFor.current === ports) return;
    measuredFor.current = ports;
    update(nodeId);
  }, [update, nodeId, ports]);

  return { node, face, ports, issues, line, writes };
}
