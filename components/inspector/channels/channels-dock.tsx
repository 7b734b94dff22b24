"use client";

import { Plus, Table2, X } from "lucide-react";
import { useBuild } from "@/components/editor/build-context";
import { useEditor } from "@/components/editor/store/editor-context";
import { DockTabs } from "@/components/run/dock/dock-tabs";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { SearchField } from "@/components/ui/search-field";
import { ChannelsTable } from "./channels-table";
import { useChannelActions } from "./use-channel-actions";
import { useChannelList } from "./use-channel-list";

/** The state of the agent across the whole width, beside whatever is selected on the canvas. */
export function ChannelsDock() {
  const { setDockOpen } = useBuild();
  const readOnly = useEditor((state) => state.readOnly);
  const { add } = useChannelActions("dock");
  const list = useChannelList();
  const addButton = readOnly ? null : (
    <Button
      size="sm"
      onClick={() => {
        list.setSearch("");
        add();
      }}
    >
      <Plus aria-hidden />
      Add channel
    </Button>
  );
  return (
    <section aria-label="State of the agent" className="flex h-full min-h-0 flex-col bg-background">
      <header className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b px-3 py-1">
        <DockTabs />
        <SearchField
          label="Search channels"
          value={list.search}
          onValueChange={list.setSearch}
          className="w-60 [&_input]:h-7"
        />
        <span className="ml-auto flex items-center gap-1">
          {addButton}
          <IconButton icon={X} label="Close the panel" onClick={() => setDockOpen(false)} />
        </span>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {list.shown.length > 0 ? (
          <ChannelsTable {...list} disabled={readOnly} />
        ) : (
          <EmptyState
            icon={Table2}
            title={list.search ? "No channel fits this search" : "No channels yet"}
            className="py-6"
          >
            Channels are the agent's memory during a run: nodes read and write them, and pass nothing else on.
          </EmptyState>
        )}
      </div>
    </section>
  );
}
