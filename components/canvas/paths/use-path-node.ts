"use client";

import { useEditor } from "@/components/editor/store/editor-context";
import { useEditorUi } from "@/components/editor/store/editor-ui";
import { onlySelected } from "@/components/editor/store/selection";

/** The node whose paths are shown: the selected one, while the inspector's tab of paths is open. */
export function usePathNode(): string | undefined {
  const open = useEditorUi((state) => state.tab === "paths");
  const selected = useEditor((state) => onlySelected(state.selection).nodeId);
  return open ? selected : undefined;
}
