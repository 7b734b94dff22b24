"use client";

import { useDeferredValue, useMemo } from "react";
import { useEditor } from "@/components/editor/store/editor-context";
import { type Around, around } from "@/workflows/graph/around";
import { nodeDefinitions } from "@/workflows/nodes/registry";

/** What can run before, beside and after a node of the open graph. */
export function useAround(nodeId: string): Around {
  const document = useDeferredValue(useEditor((state) => state.document));
  return useMemo(() => around(document, nodeId, nodeDefinitions), [document, nodeId]);
}
