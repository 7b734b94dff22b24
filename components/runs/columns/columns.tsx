"use client";

import type { ReactNode } from "react";
import { useClock } from "@/components/trace/waterfall/use-clock";
import { Badge } from "@/components/ui/badge";
import { Duration } from "@/components/ui/duration";
import { formatCount } from "@/components/ui/format/count";
import { readableName } from "@/components/ui/format/readable-name";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import type { RunColumn } from "@/lib/api/contract/run-lists";
import type { ListedRun } from "@/lib/api/contract/runs";
import { inWords } from "@/workflows/feedback/summary";
import { graphName, knownCost, runMs, sourceWords } from "../run-facts";

interface Column {
  label: string;
  /** Of the head and of every cell. */
  className?: string;
  /** What stands in the table; null where the run has none. */
  cell: (run: ListedRun) => ReactNode;
  /** The same where no head says what it is: on a phone. */
  brief?: (run: ListedRun) => ReactNode;
}

const tokens = (run: ListedRun) => run.tokens.input + run.tokens.output;
const number = "whitespace-nowrap text-right tabular-nums";
const quiet = "whitespace-nowrap text-muted-foreground";

/** Every column that may be chosen. */
export const columnLooks: Record<RunColumn, Column> = {
  agent: { label: "Agent", className: "max-w-44 min-w-36", cell: (run) => <Cut text={run.agentName} /> },
  graph: { label: "Graph", className: quiet, cell: graphName },
  source: { label: "From", className: quiet, cell: (run) => sourceWords[run.source] },
  person: {
    label: "Started by",
    className: "max-w-40 min-w-32",
    cell: ({ createdBy }) => createdBy && <Cut text={createdBy} />,
  },
  tags: {
    label: "Tags",
    className: "min-w-24",
    cell: ({ tags }) => (tags.length > 0 ? <Tags tags={tags} /> : null),
  },
  feedback: {
    label: "Feedback",
    className: "max-w-48 min-w-40 text-muted-foreground",
    cell: ({ feedback }) => {
      const words = inWords(feedback);
      return words ? <Cut text={words} /> : null;
    },
  },
  started: { label: "Started", className: quiet, cell: (run) => <RelativeTime time={run.createdAt} /> },
  time: { label: "Time", className: number, cell: (run) => <TimeTaken run={run} /> },
  tokens: {
    label: "Tokens",
    className: number,
    cell: (run) => formatCount(tokens(run)),
    brief: (run) => (tokens(run) > 0 ? `${formatCount(tokens(run))} tokens` : null),
  },
  cost: { label: "Cost", className: number, cell: (run) => <Money micros={knownCost(run.cost)} /> },
  problem: {
    label: "Problem",
    className: "max-w-56 truncate",
    cell: ({ problem }) =>
      problem ? <span title={problem.message}>{readableName(problem.code)}</span> : null,
  },
};

/** Two lines at most: the row is one link, under which a hint on hover would not be reached. */
function Cut({ text }: { text: string }) {
  return <span className="line-clamp-2 break-words">{text}</span>;
}

function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <span className="flex max-w-52 flex-wrap gap-1">
      {tags.map((tag) => (
        <Badge key={tag}>
          <span className="truncate">{tag}</span>
        </Badge>
      ))}
    </span>
  );
}

function TimeTaken({ run }: { run: ListedRun }) {
  const running = run.status === "running";
  const now = useClock(running, 1_000);
  // What waits for people or for its turn says nothing about how long the work takes.
  const ms = runMs(run, running ? now : null);
  return ms === null ? <span className="text-muted-foreground max-md:hidden">–</span> : <Duration ms={ms} />;
}
