"use client";

import { useMemo } from "react";
import { useEditor } from "@/components/editor/store/editor-context";
import { useRun } from "@/components/run/store/run-context";
import { Badge } from "@/components/ui/badge";
import { formatDuration } from "@/components/ui/format/duration";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import { Notice } from "@/components/ui/notice";
import type { GraphDocument } from "@/workflows/graph/document";
import { factsOf } from "@/workflows/graph/node-facts";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { PinLastOutput } from "./pin-last-output";
import { PinSection } from "./pin-section";
import { RunNodeSection } from "./run-node-section";

/** The channels a node reads and writes, and what went through it in the shown run. */
export function DataTab({ nodeId }: { nodeId: string }) {
  const node = useEditor((state) => state.document.nodes[nodeId]);
  const channels = useEditor((state) => state.document.channels);
  if (!node) return null;
  const { reads, writes, complete } = factsOf(node, nodeDefinitions);
  return (
    <div className="grid gap-5 p-4">
      <RunNodeSection nodeId={nodeId} />
      {complete ? null : (
        <Notice tone="waiting">
          Its settings are not complete, so what it reads and writes is not known yet.
        </Notice>
      )}
      <ChannelList title="Reads" names={reads.map(({ channel }) => channel)} channels={channels} />
      <ChannelList title="Writes" names={writes.map(({ channel }) => channel)} channels={channels} />
      <LastVisit nodeId={nodeId} />
      <PinSection nodeId={nodeId} />
    </div>
  );
}

interface ChannelListProps {
  title: string;
  names: readonly string[];
  channels: GraphDocument["channels"];
}

function ChannelList({ title, names, channels }: ChannelListProps) {
  const unique = [...new Set(names)];
  return (
    <section className="grid gap-1.5">
      <h3 className="font-medium">{title}</h3>
      {unique.length === 0 ? <p className="text-muted-foreground">No channel</p> : null}
      <ul className="grid gap-1">
        {unique.map((name) => (
          <li key={name} className="flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate font-mono text-xs">{name}</span>
            <Badge tone={channels[name] ? "neutral" : "failed"}>
              {channels[name]?.type ?? "does not exist"}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the node took and gave the last time it ran in the shown run. */
function LastVisit({ nodeId }: { nodeId: string }) {
  const spans = useRun((state) => state?.view?.spans);
  const span = useMemo(
    () => spans?.findLast((each) => each.kind === "node" && each.nodeId === nodeId),
    [spans, nodeId],
  );
  if (!span) {
    return (
      <p className="text-muted-foreground text-xs">Start a test run to see the values that go in and out.</p>
    );
  }
  return (
    <section className="grid gap-3">
      <h3 className="font-medium">
        Last visit
        {span.endedAt === undefined ? null : (
          <span className="ml-2 font-normal text-muted-foreground">
            {formatDuration(span.endedAt - span.startedAt)}
          </span>
        )}
      </h3>
      {span.problem ? (
        <Notice tone="failed" title={span.problem.message}>
          {span.problem.hint}
        </Notice>
      ) : null}
      {span.input === undefined ? null : <Value title="Took" value={span.input} />}
      {span.output === undefined ? null : (
        <Value title={span.pinned ? "Wrote, pinned" : "Wrote"} value={span.output} />
      )}
      <PinLastOutput nodeId={nodeId} />
    </section>
  );
}

function Value({ title, value }: { title: string; value: unknown }) {
  return (
    <div className="grid gap-1">
      <p className="text-muted-foreground text-xs">{title}</p>
      <JsonTree label={title.toLowerCase()} value={value} openDepth={2} />
    </div>
  );
}
