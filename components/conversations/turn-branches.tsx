import { GitBranch, Undo2 } from "lucide-react";
import Link from "next/link";
import { graphName } from "@/components/runs/run-facts";
import { RunStatusBadge } from "@/components/runs/run-status-badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SeenConversation } from "@/lib/api/contract/conversations";

interface TurnBranchesProps {
  title: string;
  branches: SeenConversation["branches"];
}

/** Runs that stand beside the conversation as it is: other ways that were tried, and what was left behind. */
export function TurnBranches({ title, branches }: TurnBranchesProps) {
  if (branches.length === 0) return null;
  return (
    <section
      aria-label={title}
      className="grid grid-cols-1 gap-1 rounded-md border border-dashed p-2.5 text-sm"
    >
      <h2 className="font-medium text-muted-foreground text-xs">{title}</h2>
      <ul className="grid gap-1">
        {branches.map((branch) => (
          <li key={branch.runId}>
            <Link
              href={`/runs/${branch.runId}`}
              className="flex min-h-7 flex-wrap items-center gap-x-2.5 rounded-sm px-1 hover:bg-accent pointer-coarse:min-h-11"
            >
              {branch.isOwn ? (
                <Undo2 aria-hidden className="size-3.5 text-muted-foreground" />
              ) : (
                <GitBranch aria-hidden className="size-3.5 text-muted-foreground" />
              )}
              <span>{branch.isOwn ? "Left behind" : "Branch"}</span>
              <span className="text-muted-foreground">{graphName({ ...branch, test: null })}</span>
              <RunStatusBadge status={branch.status} />
              <RelativeTime time={branch.createdAt} className="text-muted-foreground text-xs" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
