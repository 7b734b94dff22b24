"use client";

import { useDeferredValue, useMemo } from "react";
import { useEditor } from "@/components/editor/store/editor-context";
import { useRun } from "@/components/run/store/run-context";
import { joinBranches } from "@/workflows/graph/join-branches";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { JoinChannelView } from "./join-channel";
import { joinChannels } from "./join-writes";

/** At a join: what each branch that meets here writes, and what becomes of it. */
export function JoinSection({ nodeId }: { nodeId: string }) {
  const document = useDeferredValue(useEditor((state) => state.document));
  const running = useRun((state) => state?.view != null);
  const branches = useMemo(() => joinBranches(document, nodeId, nodeDefinitions), [document, nodeId]);
  const channels = useMemo(() => joinChannels(document, branches, nodeDefinitions), [document, branches]);
  if (branches.length === 0) return null;
  return (
    <section className="grid gap-3" aria-label="Branches that meet here">
      <div className="grid gap-0.5">
        <h3 className="font-medium">
          Branches that meet here
          <span className="ml-2 font-normal text-muted-foreground tabular-nums">{branches.length}</span>
        </h3>
        <p className="text-muted-foreground text-xs">
          It runs once, when every branch that is on its way has arrived.
          {channels.length > 0 && !running ? " Start a test run to see the values." : ""}
        </p>
      </div>
      {channels.length === 0 ? (
        <p className="text-muted-foreground">The branches write no channel.</p>
      ) : (
        channels.map((channel) => (
          <JoinChannelView key={channel.name} joinId={nodeId} channel={channel} document={document} />
        ))
      )}
    </section>
  );
}
