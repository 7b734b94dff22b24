"use client";

import { ListTree } from "lucide-react";
import Link from "next/link";
import { useMe } from "@/components/data/use-me";
import { FeedbackList } from "@/components/feedback/feedback-list";
import { OwnThumb } from "@/components/feedback/own-thumb";
import { useGiveFeedback } from "@/components/feedback/use-give-feedback";
import { ownThumb } from "@/components/feedback/words";
import { graphName, knownCost, runMs } from "@/components/runs/run-facts";
import { RunStandingBadge } from "@/components/runs/run-status-badge";
import { RunWait } from "@/components/runs/run-wait";
import { useClock } from "@/components/trace/waterfall/use-clock";
import { Button } from "@/components/ui/button";
import { Duration } from "@/components/ui/duration";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import type { SeenTurn } from "@/lib/api/contract/conversations";

/** What a turn took, what people thought of it, and the way to its trace. */
export function TurnFacts({ turn }: { turn: SeenTurn }) {
  const { run, feedback } = turn;
  const { can } = useMe();
  const { give, takeBack, remove } = useGiveFeedback(run.id);
  const running = run.status === "running";
  const now = useClock(running, 1_000);
  const ms = runMs(run, running ? now : null);
  return (
    <div className="grid min-w-0 grid-cols-1 content-start gap-2 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <RunStandingBadge run={run} />
        <span className="text-muted-foreground text-xs">
          <RelativeTime time={run.createdAt} />
        </span>
      </div>
      <RunWait run={run} />
      <dl className="grid grid-cols-3 gap-2 rounded-md border bg-card p-2.5">
        <Fact label="Cost">
          <Money micros={knownCost(run.cost)} />
        </Fact>
        <Fact label="Time">{ms === null ? "–" : <Duration ms={ms} />}</Fact>
        <Fact label="Tokens">{(run.tokens.input + run.tokens.output).toLocaleString("en")}</Fact>
      </dl>
      <div className="-ml-2 flex flex-wrap items-center gap-1">
        {can("run.feedback") ? (
          <OwnThumb of="answer" own={ownThumb(feedback)} onGive={give} onTakeBack={takeBack} />
        ) : null}
        <Button asChild variant="ghost" size="sm">
          <Link href={`/runs/${run.id}`}>
            <ListTree aria-hidden />
            View trace
          </Link>
        </Button>
        <span className="ml-auto text-muted-foreground text-xs">{graphName(run)}</span>
      </div>
      {feedback.length > 0 ? (
        <FeedbackList
          said={feedback}
          wordsOf={(id) => turn.messages.find((message) => message.id === id)?.content}
          onTakeBack={can("run.feedback") ? (each) => void remove(each) : undefined}
          onDelete={can("feedback.manage") ? (each) => takeBack(each.id) : undefined}
        />
      ) : null}
    </div>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted-foreground text-xs">{label}</dt>
      <dd className="truncate tabular-nums">{children}</dd>
    </div>
  );
}
