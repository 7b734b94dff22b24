"use client";

import { useMemo } from "react";
import { freeChannelName } from "@/components/editor/graph/free-names";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { type ChannelPanel, useEditorUiStore } from "@/components/editor/store/editor-ui";
import { toast } from "@/components/ui/toast";
import type { Channel } from "@/workflows/graph/channel";
import { own } from "@/workflows/graph/record";

/** What can be done to the list of channels. A new one waits for its name to be typed. */
export function useChannelActions(here: ChannelPanel) {
  const store = useEditorStore();
  const ui = useEditorUiStore();
  return useMemo(() => {
    const put = (wanted: string, channel: Channel) => {
      const { document, change } = store.getState();
      const name = freeChannelName(document, wanted);
      const problem = change({ op: "channel.add", name, channel });
      if (problem) return toast.failed("The channel was not added", new Error(problem.message));
      ui.setState({ openChannel: { channel: name, rename: here } });
    };
    return {
      add: () => put("channel", { type: "string", reducer: "replace" }),
      duplicate: (name: string) => {
        const channel = own(store.getState().document.channels, name);
        if (channel) put(name, channel);
      },
    };
  }, [store, ui, here]);
}
