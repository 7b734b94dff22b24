"use client";

import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { AgentSettings } from "./agent-settings";
import { ChannelsPanel } from "./channels-panel";

/** The agent itself: its channels, and its own settings. */
export function AgentInspector() {
  return (
    <Tabs defaultValue="channels" className="flex h-full min-h-0 flex-col">
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
