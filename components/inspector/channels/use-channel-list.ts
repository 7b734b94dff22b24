"use client";

import { useMemo, useState } from "react";
import { useEditor } from "@/components/editor/store/editor-context";
import { byName, channelEntries, shownEntries } from "./channel-list";
import { useRowKeys } from "./use-row-keys";

/** The channels of the open agent, searched and sorted. */
export function useChannelList() {
  // Not the whole document: it changes with every move of a node.
  const channels = useEditor((state) => state.document.channels);
  const nodes = useEditor((state) => state.document.nodes);
  const issues = useEditor((state) => state.issues);
  const [search, setSearch] = useState("");
  const [sort, setSort] = useState(byName);
  const keys = useRowKeys();
  const entries = useMemo(() => channelEntries({ channels, nodes }, issues), [channels, nodes, issues]);
  const shown = useMemo(() => shownEntries(entries, search, sort), [entries, search, sort]);
  return { entries, shown, search, setSearch, sort, setSort, ...keys };
}
