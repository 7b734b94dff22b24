"use client";

import Link from "next/link";
import { useState } from "react";
import { useStore } from "zustand";
import type { RunFeed } from "@/components/realtime/run-feed";
import { useRunFeed } from "@/components/realtime/use-run-feed";
import { knownCost } from "@/components/runs/run-facts";
import { standingOf } from "@/components/runs/run-standing";
import { RunStandingBadge } from "@/components/runs/run-status-badge";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Money } from "@/components/ui/money";
import { SkeletonRows } from "@/components/ui/skeleton";
import { calledUsage } from "@/workflows/events/called-usage";
import { terminalStatuses } from "@/workflows/events/run-status";
import { type Fact, Facts } from "../detail/facts";
import { Section } from "../detail/section";
import { spanTitle } from "../span-titles";
import { Waterfall } from "../waterfall/waterfall";

/** What happens in a called run, live, without leaving the trace of its caller. */
export function ChildRun({ runId }: { runId: string }) {
  const feed = useRunFeed(runId, { lean: true });
  return (
    <Section title="In the called run">
      {feed ? <Inside feed={feed} /> : <SkeletonRows rows={3} label="Loading the called run" />}
      <div>
        <Button asChild size="sm">
          <Link href={`/runs/${runId}`}>Open its trace</Link>
        </Button>
      </div>
    </Section>
  );
}

function Inside({ feed }: { feed: RunFeed }) {
  const { view, document, status, error } = useStore(feed.store);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  if (status === "failed") {
    return <ErrorState title="The called run could not be loaded" error={error} onRetry={feed.retry} />;
  }
  if (!view || !document) return <SkeletonRows rows={3} label="Loading the called run" />;
  const called = calledUsage(view);
  const facts: Fact[] = [
    { label: "Status", value: <RunStandingBadge run={standingOf(view, null)} /> },
    { label: "Tokens", value: (view.tokens.input + view.tokens.output).toLocaleString("en") },
    { label: "Cost", value: <Money micros={knownCost(view.cost)} /> },
  ];
  if (called.runs > 0) {
    facts.push({ label: "Runs it called", value: <Money micros={knownCost(called.cost)} /> });
  }
  const child = view.spans.find((span) => span.id === selectedId)?.run;
  return (
    <div className="grid gap-3">
      <Facts facts={facts} />
      {view.spans.length > 0 ? (
        <Waterfall
          spans={view.spans}
          interrupts={view.interrupts}
          titleOf={(span) => spanTitle(document, span)}
          running={!terminalStatuses.has(view.status) && view.status !== "interrupted"}
          selectedId={selectedId}
          onSelect={(id) => setSelectedId(id === selectedId ? null : id)}
          className="flex max-h-80 flex-col"
        />
      ) : (
        <p className="text-muted-foreground text-sm">Nothing has run yet.</p>
      )}
      {child ? <ChildRun runId={child.id} /> : null}
    </div>
  );
}
