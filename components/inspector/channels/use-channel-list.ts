"use client";

import { useMemo, useState } from "react";
import { useEditor } from "@/components/editor/store/editor-context";
import { byName, channelEntries, shownEntries } from "./channel-list";
import { useRowKeys } from "./use-row-keys";

/** The channels of the open agent, searched and sorted. */
export function useChannelList() {
  const document = useEditor((state) => state.document);
  const issues = useEditor((state) => state.issues);
  const [search, setSearch] = useState("");
  const [sort, setSort] = useState(byName);
  const keys = useRowKeys();
  const entries = useMemo(() => channelEntries(document, issues), [document, issues]);
  const shown = useMemo(() => shownEntries(entries, search, sort), [entries, search, sort]);
  return { entries, shown, search, setSearch, sort, setSort, ...keys };
}
