"use client";

import { Canvas } from "@/components/canvas/canvas";
import { useBuild } from "./build-context";
import { FindBar } from "./find/find-bar";
import { useEditorUi } from "./store/editor-ui";

/** The canvas, and what lies over it without belonging to the graph. */
export function CanvasArea() {
  const { surface } = useBuild();
  const finding = useEditorUi((state) => state.find.open);
  return (
    <div className="relative h-full min-h-0">
      <Canvas surface={surface} />
      {finding ? <FindBar /> : null}
    </div>
  );
}
