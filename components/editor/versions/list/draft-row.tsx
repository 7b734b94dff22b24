"use client";

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { plural } from "@/components/ui/format/count";
import { useAgent } from "../../agent-context";
import { inOneLine } from "../changes/change-words";
import { useComparison } from "../compare/use-comparison";
import { comparePath } from "../version-paths";

/** The draft on top of its versions: what it does differently from the one that is live, or the newest. */
export function DraftRow({ newest }: { newest: number }) {
  const { agent } = useAgent();
  const since = agent.liveVersion ?? newest;
  const comparison = useComparison(since, "draft");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t px-4 py-2.5">
      <span className="w-10 font-medium">Draft</span>
      <span className="min-w-40 flex-1 break-words">
        {comparison.kind === "ready" ? <Since since={since} {...comparison} /> : null}
        {comparison.kind === "loading" ? (
          <span className="text-muted-foreground">{`Comparing with version ${since}…`}</span>
        ) : null}
        {comparison.kind === "failed" ? (
          <span className="text-muted-foreground">{`Version ${since} could not be read to compare with.`}</span>
        ) : null}
      </span>
      <Button asChild size="sm">
        <Link href={comparePath(agent.id, since, "draft")}>Compare</Link>
      </Button>
    </div>
  );
}

function Since({ since, changes }: { since: number; changes: Parameters<typeof inOneLine>[0] }) {
  if (changes.length === 0) return <>{`Does the same as version ${since}.`}</>;
  return (
    <>
      <span className="block">{`${plural(changes.length, "change")} since version ${since}`}</span>
      <span className="text-muted-foreground text-xs">{inOneLine(changes)}</span>
    </>
  );
}
