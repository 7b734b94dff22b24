"use client";

import { useNarrow } from "@/components/editor/panels/use-narrow";
import { type DockTab, useEditorUi, useEditorUiStore } from "@/components/editor/store/editor-ui";
import { SegmentedControl } from "@/components/ui/segmented-control";

const tabs: readonly { value: DockTab; label: string }[] = [
  { value: "run", label: "Run" },
  { value: "channels", label: "Channels" },
];

/** What the panel below the canvas shows. On a phone runs have a sheet of their own. */
export function DockTabs() {
  const tab = useEditorUi((state) => state.dockTab);
  const ui = useEditorUiStore();
  if (useNarrow()) return null;
  return (
    <SegmentedControl
      label="Panel"
      options={tabs}
      value={tab}
      onValueChange={(dockTab) => ui.setState({ dockTab })}
      className="[&_button]:h-6"
    />
  );
}
