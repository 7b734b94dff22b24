"use client";

import { useMaybeInside } from "@/components/editor/inside/inside-context";
import { useEditorUi, useEditorUiStore } from "@/components/editor/store/editor-ui";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { ChannelsPanel } from "../channels/channels-panel";
import { AgentSettings } from "./agent-settings";

/** The agent itself: its channels, and its own settings; inside a subgraph the channels there. */
export function AgentInspector() {
  const inside = useMaybeInside();
  const tab = useEditorUi((state) => state.agentTab);
  const ui = useEditorUiStore();
  const choose = (value: string) => ui.setState({ agentTab: value === "settings" ? "settings" : "channels" });
  if (inside?.within !== undefined) return <ChannelsPanel />;
  return (
    <Tabs value={tab} onValueChange={choose} className="flex h-full min-h-0 flex-col">
      <TabsList aria-label="Agent">
        <TabsTrigger value="channels">Channels</TabsTrigger>
        <TabsTrigger value="settings">Agent</TabsTrigger>
      </TabsList>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <TabsContent value="channels">
          <ChannelsPanel />
        </TabsContent>
        <TabsContent value="settings">
          <AgentSettings />
        </TabsContent>
      </div>
    </Tabs>
  );
}
