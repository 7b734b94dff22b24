"use client";

import { Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { freeChannelName } from "@/components/editor/graph/free-names";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { Button } from "@/components/ui/button";
import { ChannelRow } from "./channel-row";
import { channelUsers } from "./channel-users";

/** The state of the agent: every channel with its type, how writes combine, and who uses it. */
export function ChannelsPanel() {
  const store = useEditorStore();
  const document = useEditor((state) => state.document);
  const issues = useEditor((state) => state.issues);
  const readOnly = useEditor((state) => state.readOnly);
  const [open, setOpen] = useState<string | null>(null);
  const users = useMemo(() => channelUsers(document), [document]);
  const names = Object.keys(document.channels);

  const add = () => {
    const name = freeChannelName(store.getState().document, "channel");
    store.getState().change({ op: "channel.add", name, channel: { type: "string", reducer: "replace" } });
    setOpen(name);
  };
  return (
    <div className="grid gap-3 p-4">
      <p className="text-muted-foreground text-xs">
        Channels are the agent's memory during a run: nodes read and write them, and pass nothing else on.
      </p>
      {names.length > 0 ? (
        <ul className="grid gap-1.5">
          {names.map((name) => (
            <ChannelRow
              key={name}
              name={name}
              users={users.get(name) ?? []}
              issue={issues.find((issue) => issue.path.channel === name)?.message}
              open={open === name}
              onOpen={(now) => setOpen(now ? name : null)}
              onRenamed={setOpen}
            />
          ))}
        </ul>
      ) : (
        <p className="rounded-md border border-dashed px-3 py-4 text-center text-muted-foreground">
          No channels yet. A chat agent usually begins with one named{" "}
          <span className="font-mono text-xs">messages</span>.
        </p>
      )}
      {readOnly ? null : (
        <Button size="sm" onClick={add} className="justify-self-start">
          <Plus aria-hidden />
          Add channel
        </Button>
      )}
    </div>
  );
}
