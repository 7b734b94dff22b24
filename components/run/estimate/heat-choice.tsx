"use client";

import { useEditorUi, useEditorUiStore } from "@/components/editor/store/editor-ui";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { measureLooks, measures } from "./measures";

const options = [
  { value: "off" as const, label: "Off" },
  ...measures.map((measure) => ({ value: measure, label: measureLooks[measure].label })),
];

/** Which part of the estimate stands on the nodes of the graph. */
export function HeatChoice() {
  const heat = useEditorUi((state) => state.heat);
  const ui = useEditorUiStore();
  return (
    <div className="grid gap-1.5">
      <p className="text-muted-foreground text-xs" aria-hidden>
        Show on the nodes
      </p>
      <SegmentedControl
        label="Show on the nodes"
        options={options}
        value={heat ?? "off"}
        onValueChange={(value) => ui.setState({ heat: value === "off" ? null : value })}
        className="w-full [&>*]:flex-1"
      />
    </div>
  );
}
