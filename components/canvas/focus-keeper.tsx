"use client";

import { type ReactFlowState, useStore } from "@xyflow/react";
import { type RefObject, useEffect, useRef } from "react";

const drawn = ".react-flow__node, .react-flow__edge, .react-flow__nodesselection-rect";

/** A node or edge that goes while it has the focus leaves it to the canvas, where the keys go on working. */
export function FocusKeeper({ surface }: { surface: RefObject<HTMLElement | null> }) {
  const nodes = useStore(nodesOf);
  const edges = useStore(edgesOf);
  const last = useRef<Element | null>(null);

  useEffect(() => {
    const remember = () => {
      last.current = document.activeElement;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked each time that what is drawn has changed
  useEffect(() => {
    const gone = last.current && !last.current.isConnected && last.current.matches(drawn);
    if (gone && document.activeElement === document.body) surface.current?.focus();
  }, [nodes, edges, surface]);
  return null;
}

const nodesOf = (state: ReactFlowState) => state.nodes;
const edgesOf = (state: ReactFlowState) => state.edges;
