"use client";

import { type ReactNode, useState } from "react";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { toast } from "@/components/ui/toast";
import { own } from "@/workflows/graph/record";
import { type ChannelPlace, channelPlaces } from "@/workflows/graph/rename-channel";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { DeleteChannel } from "./delete-channel";

/** Deletes a channel that nothing uses; for one in use, puts the question with the list of places. */
export function useDeleteChannel(name: string): { remove: () => void; question: ReactNode } {
  const store = useEditorStore();
  const [asking, setAsking] = useState(false);
  const [places, setPlaces] = useState<readonly ChannelPlace[]>([]);

  const removeNow = () => {
    const { document, change } = store.getState();
    const channel = own(document.channels, name);
    const problem = change({ op: "channel.remove", name });
    if (problem) return toast.failed("The channel was not deleted", new Error(problem.message));
    toast.undo(`Channel “${name}” deleted`, () => {
      if (channel) store.getState().change({ op: "channel.add", name, channel });
    });
  };
  const remove = () => {
    const found = channelPlaces(store.getState().document, name, nodeDefinitions);
    if (found.length === 0) return removeNow();
    setPlaces(found);
    setAsking(true);
  };
  const question = (
    <DeleteChannel name={name} places={places} open={asking} onOpenChange={setAsking} onDelete={removeNow} />
  );
  return { remove, question };
}
