"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useEffect, useRef } from "react";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { useEditorUiStore } from "@/components/editor/store/editor-ui";
import { selectNodes } from "@/components/editor/store/selection";

/** Keeps the node of the path view in the address, and opens the view where an address names one. */
export function usePathAddress(nodeId: string | undefined): void {
  const store = useEditorStore();
  const ui = useEditorUiStore();
  const [path, setPath] = useQueryState("path", parseAsString.withOptions({ history: "replace" }));
  const opened = useRef(false);
  useEffect(() => {
    const asked = opened.current ? null : path;
    opened.current = true;
    if (asked !== null && Object.hasOwn(store.getState().document.nodes, asked)) {
      store.getState().select(selectNodes([asked]));
      ui.setState({ tab: "paths" });
    } else if ((nodeId ?? null) !== path) {
      void setPath(nodeId ?? null);
    }
  }, [store, ui, nodeId, path, setPath]);
}
