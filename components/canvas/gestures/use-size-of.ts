"use client";

import { useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import type { SizeOf } from "@/components/editor/graph/frames";

/** Sizes of what has been drawn, by key. */
export function useSizeOf(): SizeOf {
  const { getNode } = useReactFlow();
  return useCallback(
    (key) => {
      const { width, height } = getNode(key)?.measured ?? {};
      return width && height ? { width, height } : undefined;
    },
    [getNode],
  );
}
