"use client";

import { Canvas } from "@/components/canvas/canvas";
import { useNodeRegistry } from "@/components/node-types/use-node-registry";
import { Late } from "@/components/ui/late";
import { useBuild } from "./build-context";
import { findBar } from "./find/find-bar-code";
import { useInside } from "./inside/inside-context";
import { useEditorUi } from "./store/editor-ui";

/** The canvas, and what lies over it without belonging to the graph. */
export function CanvasArea() {
  const { surface } = useBuild();
  const { within } = useInside();
  const registry = useNodeRegistry(within !== undefined);
  const finding = useEditorUi((state) => state.find.open);
  return (
    <div className="relative h-full min-h-0">
      {within === undefined || registry ? <Canvas surface={surface} /> : <OpeningGraph />}
      {finding ? <Late what="Finding" code={findBar} props={{}} /> : null}
    </div>
  );
}

function OpeningGraph() {
  return (
    <div role="status" className="h-full bg-canvas">
      <span className="sr-only">Opening the graph</span>
    </div>
  );
}
