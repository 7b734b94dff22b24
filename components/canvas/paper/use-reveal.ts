"use client";

import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect, useState } from "react";
import type { Box } from "@/components/editor/graph/arrange";

/** Below this zoom what is typed can hardly be read. */
const READABLE = 0.5;

/** Brings what is about to be written into view, and near enough to be read; else the view stays. */
export function useReveal(box: Box): void {
  const { setCenter } = useReactFlow();
  const flow = useStoreApi();
  const [{ x, y, width, height }] = useState(box);
  useEffect(() => {
    const { transform, width: wide, height: high } = flow.getState();
    const [left, top, zoom] = transform;
    const inView =
      x * zoom + left >= 0 &&
      y * zoom + top >= 0 &&
      (x + width) * zoom + left <= wide &&
      (y + height) * zoom + top <= high;
    if (inView && zoom >= READABLE) return;
    void setCenter(x + width / 2, y + height / 2, { zoom: zoom < READABLE ? 1 : zoom });
  }, [setCenter, flow, x, y, width, height]);
}
