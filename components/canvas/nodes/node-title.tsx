"use client";

import { useEditorStore } from "@/components/editor/store/editor-context";
import { useEditorUi } from "@/components/editor/store/editor-ui";
import { cn } from "@/components/ui/cn";
import { TitleField } from "./title-field";

interface NodeTitleProps {
  nodeId: string;
  title: string;
  tip?: string;
  className?: string;
}

/** The name of a node on its card; F2 makes it a field in the same place. */
export function NodeTitle({ nodeId, title, tip, className }: NodeTitleProps) {
  const store = useEditorStore();
  const renaming = useEditorUi((state) => state.renaming === nodeId);
  const looks = cn("truncate font-semibold", className);
  if (!renaming)
    return (
      <h3 className={looks} title={tip}>
        {title}
      </h3>
    );
  const keep = (text: string) => {
    // A node has to be called something.
    if (text !== "") store.getState().change({ op: "node.title", id: nodeId, title: text });
  };
  return <TitleField label="Name of the node" title={title} onKeep={keep} className={looks} />;
}
