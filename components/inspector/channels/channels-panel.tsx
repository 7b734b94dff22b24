"use client";

import { PanelBottomOpen, Plus } from "lucide-react";
import { useBuild } from "@/components/editor/build-context";
import { useMaybeInside } from "@/components/editor/inside/inside-context";
import { useNarrow } from "@/components/editor/panels/use-narrow";
import { useEditor } from "@/components/editor/store/editor-context";
import { useEditorUi, useEditorUiStore } from "@/components/editor/store/editor-ui";
import { Button } from "@/components/ui/button";
import { SearchField } from "@/components/ui/search-field";
import { SortSelect } from "@/components/ui/sort-select";
import { channelOrders } from "./channel-list";
import { ChannelRow } from "./channel-row";
import { useChannelActions } from "./use-channel-actions";
import { useChannelList } from "./use-channel-list";

/** More than this is a long list, which one searches. */
const LONG = 6;

/** The state of the agent in the inspector: every channel with who uses it, one open at a time. */
export function ChannelsPanel() {
  const ui = useEditorUiStore();
  const isInside = useMaybeInside()?.within !== undefined;
  const readOnly = useEditor((state) => state.readOnly);
  const open = useEditorUi((state) => state.openChannel?.channel);
  const { add } = useChannelActions("inspector");
  const { entries, shown, search, setSearch, sort, setSort, keyOf, renamed } = useChannelList();
  const onRenamed = (from: string, to: string) => {
    renamed(from, to);
    ui.setState({ openChannel: { channel: to } });
  };
  return (
    <div className="grid gap-3 p-4">
      <p className="text-muted-foreground text-xs">
        {isInside
          ? "These channels are the subgraph's own, and begin afresh at each visit. What comes in and goes out stands in its settings."
          : "Channels are the agent's memory during a run: nodes read and write them, and pass nothing else on."}
      </p>
      {entries.length > LONG ? (
        <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-1.5">
          <SearchField label="Search channels" value={search} onValueChange={setSearch} />
          <SortSelect options={channelOrders} sort={sort} onSort={setSort} />
        </div>
      ) : null}
      {shown.length > 0 ? (
        <ul aria-label="Channels" className="grid gap-1.5">
          {shown.map((entry) => (
            <ChannelRow
              key={keyOf(entry.name)}
              entry={entry}
              open={open === entry.name}
              onOpen={(now) => ui.setState({ openChannel: now ? { channel: entry.name } : null })}
              onRenamed={onRenamed}
            />
          ))}
        </ul>
      ) : (
        <p className="rounded-md border border-dashed px-3 py-4 text-center text-muted-foreground">
          {search === "" ? (
            <>
              No channels yet. A chat agent usually begins with one named{" "}
              <span className="font-mono text-xs">messages</span>.
            </>
          ) : (
            "No channel fits this search."
          )}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {readOnly ? null : (
          <Button
            size="sm"
            onClick={() => {
              setSearch("");
              add();
            }}
          >
            <Plus aria-hidden />
            Add channel
          </Button>
        )}
        <ShowAsTable />
      </div>
    </div>
  );
}

function ShowAsTable() {
  const ui = useEditorUiStore();
  const { setDockOpen } = useBuild();
  if (useNarrow()) return null;
  const show = () => {
    setDockOpen(true);
    ui.setState({ dockTab: "channels" });
  };
  return (
    <Button size="sm" variant="ghost" onClick={show}>
      <PanelBottomOpen aria-hidden />
      Show as a table
    </Button>
  );
}
