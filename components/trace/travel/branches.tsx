"use client";

import { CornerDownRight, GitBranch } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { useCall } from "@/components/data/use-call";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useMe } from "@/components/data/use-me";
import { graphName, sourceWords } from "@/components/runs/run-facts";
import { RunStatusBadge } from "@/components/runs/run-status-badge";
import { shortRunId } from "@/components/runs/short-run-id";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ErrorState } from "@/components/ui/error-state";
import { plural } from "@/components/ui/format/count";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { type Branches, getBranches, makeHead } from "@/lib/api/contract/runs";
import { branchTree } from "@/workflows/travel/branch-tree";

type BranchRun = Branches["items"][number];

interface BranchListProps {
  runId: string;
  /** Of that run, so that the list is read again when it has ended. */
  status: string;
  titleOf: (nodeId: string) => string;
}

/** The runs of a conversation as a tree of its branches; where it goes on can be chosen. */
export function BranchList({ runId, status, titleOf }: BranchListProps) {
  const { can } = useMe();
  const tree = useEndpoint(getBranches, { params: { id: runId } });
  const { refetch } = tree;
  const known = useRef(status);
  useEffect(() => {
    if (known.current === status) return;
    known.current = status;
    void refetch();
  }, [status, refetch]);
  const choose = useCall(makeHead, {
    refresh: [getBranches],
    onSuccess: () => toast.done("The conversation goes on from this run"),
    onError: (error) => toast.failed("The head was not moved", error),
  });
  if (tree.isError) {
    return (
      <ErrorState
        title="The branches could not be loaded"
        error={tree.error}
        onRetry={() => void tree.refetch()}
      />
    );
  }
  if (tree.isPending) return <SkeletonRows rows={3} label="Loading the branches" />;
  const { items, threadId, headRunId, busy } = tree.data;
  return (
    <div className="grid gap-3 p-4">
      <p className="text-muted-foreground text-xs">
        {items.length > 1
          ? "Runs of this conversation, and those that were forked from their steps. The next message goes on from the head."
          : "The only run of its conversation. Fork from one of its steps, or run again from a node, to try another way."}
      </p>
      <ul aria-label="Branches" className="grid gap-1">
        {branchTree(items, threadId).map(({ run, depth }) => (
          <li key={run.runId} style={{ paddingLeft: `${Math.min(depth, 8) * 1.25}rem` }}>
            <BranchRow
              run={run}
              depth={depth}
              isHead={run.runId === headRunId}
              isShown={run.runId === runId}
              titleOf={titleOf}
              busy={choose.isPending && choose.variables.params.id === run.runId}
              onChoose={
                can("run.create") && !busy && run.status === "success" && items.length > 1
                  ? () => choose.mutate({ params: { id: run.runId } })
                  : undefined
              }
            />
          </li>
        ))}
      </ul>
      {busy && items.length > 1 ? (
        <p className="text-muted-foreground text-xs">
          A run of this conversation is at work or waits: its head can be moved when that is over.
        </p>
      ) : null}
    </div>
  );
}

interface BranchRowProps {
  run: BranchRun;
  depth: number;
  isHead: boolean;
  /** It is the run of this page. */
  isShown: boolean;
  titleOf: (nodeId: string) => string;
  busy: boolean;
  onChoose: (() => void) | undefined;
}

function BranchRow({ run, depth, isHead, isShown, titleOf, busy, onChoose }: BranchRowProps) {
  const Icon = depth > 0 ? CornerDownRight : GitBranch;
  return (
    <div
      className={cn(
        "flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 rounded-md border px-2.5 py-1.5",
        isShown && "bg-accent",
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      {isShown ? (
        <span aria-current="page" className="font-mono font-semibold text-xs">
          {shortRunId(run.runId)}
        </span>
      ) : (
        <Link href={`/runs/${run.runId}`} className="font-mono text-xs underline underline-offset-2">
          {shortRunId(run.runId)}
        </Link>
      )}
      <RunStatusBadge status={run.status} />
      {isHead ? <Badge tone="running">Head</Badge> : null}
      <span className="min-w-0 text-muted-foreground text-xs">
        {whatItIs(run, titleOf)} · <RelativeTime time={run.createdAt} />
      </span>
      {onChoose && !isHead ? (
        <Button size="sm" variant="ghost" className="ml-auto" busy={busy} onClick={onChoose}>
          Make head
        </Button>
      ) : null}
    </div>
  );
}

/** How it came about, with which graph, and whether its state was changed by hand. */
function whatItIs(run: BranchRun, titleOf: (nodeId: string) => string): string {
  const { origin, edits } = run;
  const graph = graphName({ ...run, test: null });
  if (origin?.kind !== "fork" && origin?.kind !== "rerun") return `${sourceWords[run.source]}, ${graph}`;
  const how = origin.kind === "rerun" && origin.nodeId ? `Again from “${titleOf(origin.nodeId)}”` : "Fork";
  return [`${how}, ${graph}`, ...(edits > 0 ? [`${plural(edits, "value")} changed`] : [])].join(", ");
}
