import Link from "next/link";
import { AnsweredNotice } from "@/components/approvals/answered-notice";
import { PauseBadge } from "@/components/approvals/pause-badge";
import { WaitingFor } from "@/components/approvals/waiting-for";
import { Markdown } from "@/components/markdown/markdown";
import { Button } from "@/components/ui/button";
import { Duration } from "@/components/ui/duration";
import { RelativeTime } from "@/components/ui/relative-time";
import { asksPerson, takesAnswers } from "@/workflows/events/asks";
import type { InterruptView } from "@/workflows/events/run-view";
import { ValueSection } from "./detail/section";
import { GoOnNow } from "./go-on-now";

interface InterruptHistoryProps {
  runId: string;
  interrupts: readonly InterruptView[];
  titleOf: (nodeId: string) => string;
  /** The run has ended: what is not answered by now never will be. */
  isOver: boolean;
}

/** The pauses of a run: what was asked, who answered what and when. */
export function InterruptHistory({ runId, interrupts, titleOf, isOver }: InterruptHistoryProps) {
  return (
    <ol className="divide-y">
      {interrupts.map((interrupt) => (
        <li key={interrupt.id} className="grid gap-3 p-4">
          <div className="flex flex-wrap items-center gap-2">
            <h3 className="font-semibold">{titleOf(interrupt.nodeId)}</h3>
            <span className="text-muted-foreground text-xs">
              visit {interrupt.visit} · <RelativeTime time={interrupt.startedAt} />
            </span>
            <PauseBadge
              payload={interrupt.payload}
              answered={interrupt.answer !== undefined}
              isOver={isOver}
            />
          </div>
          {takesAnswers(interrupt.payload) ? (
            <Markdown>{interrupt.payload.message}</Markdown>
          ) : (
            <WaitingFor
              payload={interrupt.payload}
              since={interrupt.startedAt}
              isOver={isOver || interrupt.answer !== undefined}
            />
          )}
          <ValueSection title="Shown" value={interrupt.payload.show} />
          {interrupt.answer ? (
            <>
              <AnsweredNotice
                payload={interrupt.payload}
                answer={interrupt.answer}
                by={interrupt.answeredBy}
              />
              {interrupt.answeredAt === undefined ? null : (
                <p className="text-muted-foreground text-xs">
                  Answered <RelativeTime time={interrupt.answeredAt} />, after{" "}
                  <Duration ms={interrupt.answeredAt - interrupt.startedAt} />
                </p>
              )}
              <ValueSection title="Edited" value={interrupt.answer.edits} />
              <ValueSection title="Brought" value={interrupt.answer.payload} />
            </>
          ) : isOver ? null : asksPerson(interrupt.payload) ? (
            <div>
              <Button asChild size="sm">
                <Link href="/approvals">Open approvals</Link>
              </Button>
            </div>
          ) : interrupt.payload.kind === "client" ? (
            <ValueSection title="Called with" value={interrupt.payload.tool?.args} />
          ) : (
            <GoOnNow runId={runId} interrupt={interrupt} />
          )}
        </li>
      ))}
    </ol>
  );
}
