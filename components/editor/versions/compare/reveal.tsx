"use client";

import { useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import type { Change } from "../changes/changes";

const ANIMATION_MS = 160;
/** At less, what changed could not be read. */
const READABLE_ZOOM = 0.7;

/** Brings the chosen change into the middle of the canvas. */
export function Reveal({ change: { part, id } }: { change: Change }) {
  const { getNode, getEdge, getZoom, setCenter } = useReactFlow();
  useEffect(() => {
    const edge = part === "edge" ? getEdge(id) : undefined;
    const nodeIds = part === "node" ? [id] : edge ? [edge.source, edge.target] : [];
    const middles = nodeIds.flatMap((nodeId) => {
      const node = getNode(nodeId);
      const { width = 0, height = 0 } = node?.measured ?? {};
      return node ? [{ x: node.position.x + width / 2, y: node.position.y + height / 2 }] : [];
    });
    if (middles.length === 0) return;
    const mean = (of: "x" | "y") => middles.reduce((sum, place) => sum + place[of], 0) / middles.length;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    void setCenter(mean("x"), mean("y"), {
      zoom: Math.max(getZoom(), READABLE_ZOOM),
      duration: still ? 0 : ANIMATION_MS,
    });
  }, [part, id, getNode, getEdge, getZoom, setCenter]);
  return null;
}
