"use client";

import { useRun } from "@/components/run/store/run-context";
import { Badge } from "@/components/ui/badge";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import type { GraphDocument } from "@/workflows/graph/document";
import { own } from "@/workflows/graph/record";
import { reducerWords } from "../channels/channel-words";
import { type JoinChannel, joinTime, valuesWritten } from "./join-writes";
import { MergedValue } from "./merged-value";
import { NodeLink } from "./node-link";

interface JoinChannelViewProps {
  joinId: string;
  channel: JoinChannel;
  document: GraphDocument;
}

/** One channel at a join: who wrote what, by which reducer it is merged, and the result. */
export function JoinChannelView({ joinId, channel, document }: JoinChannelViewProps) {
  const { name, writers } = channel;
  const reducer = own(document.channels, name)?.reducer;
  const words = reducer ? reducerWords[reducer] : undefined;
  return (
    <section className="grid gap-2 rounded-lg border p-3" aria-label={name}>
      <div className="flex items-center gap-2">
        <h4 className="min-w-0 flex-1 truncate font-mono text-xs">{name}</h4>
        <Badge tone={words ? "neutral" : "failed"}>{words?.label ?? "does not exist"}</Badge>
      </div>
      <p className="text-muted-foreground text-xs">
        {writers.length > 1
          ? (words?.description ?? "")
          : "Only one branch writes it: there is nothing to merge."}
      </p>
      <ul className="grid gap-2">
        {[...new Set(writers.flat())].map((id) => {
          const node = own(document.nodes, id);
          return node ? (
            <li key={id} className="grid gap-1">
              <NodeLink nodeId={id} node={node} />
              <WrittenValues joinId={joinId} nodeId={id} channel={name} />
            </li>
          ) : null;
        })}
      </ul>
      <MergedValue joinId={joinId} channel={name} />
    </section>
  );
}

function WrittenValues({ joinId, nodeId, channel }: { joinId: string; nodeId: string; channel: string }) {
  const view = useRun((state) => state?.view ?? null);
  if (!view) return null;
  const values = valuesWritten(view.spans, nodeId, channel, joinTime(view, joinId));
  if (values.length === 0)
    return <p className="text-muted-foreground text-xs">Has not written in this run.</p>;
  return values.map((value, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: visits only ever come after each other
    <JsonTree key={index} label={`what was written to ${channel}`} value={value} openDepth={1} />
  ));
}
