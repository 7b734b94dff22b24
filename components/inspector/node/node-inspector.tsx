"use client";

import { useEditor } from "@/components/editor/store/editor-context";
import { type InspectorTab, useEditorUi, useEditorUiStore } from "@/components/editor/store/editor-ui";
import { cn } from "@/components/ui/cn";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { PathsTab } from "../paths/paths-tab";
import { DataTab } from "./data-tab";
import { NotesTab } from "./notes-tab";
import { SettingsTab } from "./settings-tab";
import { foundLook, useFocusField } from "./use-focus-field";

const tabs: readonly { value: InspectorTab; label: string }[] = [
  { value: "settings", label: "Settings" },
  { value: "data", label: "Input / output" },
  { value: "paths", label: "Paths" },
  { value: "notes", label: "Notes" },
];

/** One node: its settings, what goes in and out of it, and notes for people. */
export function NodeInspector({ nodeId }: { nodeId: string }) {
  const exists = useEditor((state) => Object.hasOwn(state.document.nodes, nodeId));
  const tab = useEditorUi((state) => state.tab);
  const ui = useEditorUiStore();
  const panel = useFocusField(nodeId);
  if (!exists) return null;
  const choose = (value: string) => {
    const chosen = tabs.find((each) => each.value === value);
    if (chosen) ui.setState({ tab: chosen.value });
  };
  return (
    <Tabs value={tab} onValueChange={choose} className="flex h-full min-h-0 flex-col">
      <TabsList aria-label="Node">
        {tabs.map(({ value, label }) => (
          <TabsTrigger key={value} value={value}>
            {label}
          </TabsTrigger>
        ))}
      </TabsList>
      <div ref={panel} className={cn("min-h-0 flex-1 overflow-y-auto", foundLook)}>
        <TabsContent value="settings">
          <SettingsTab nodeId={nodeId} />
        </TabsContent>
        <TabsContent value="data">
          <DataTab nodeId={nodeId} />
        </TabsContent>
        <TabsContent value="paths">
          <PathsTab nodeId={nodeId} />
        </TabsContent>
        <TabsContent value="notes">
          <NotesTab nodeId={nodeId} />
        </TabsContent>
      </div>
    </Tabs>
  );
}
