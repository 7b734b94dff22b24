import Link from "next/link";
import { AnsweredNotice } from "@/components/approvals/answered-notice";
import { WaitingFor } from "@/components/approvals/waiting-for";
import { Markdown } from "@/components/markdown/markdown";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { asksPerson } from "@/workflows/events/event";
import type { InterruptView } from "@/workflows/events/run-view";
import { ValueSection } from "./detail/section";
import { GoOnNow } from "./go-on-now";

interface InterruptHistoryProps {
  runId: string;
  interrupts: readonly InterruptView[];
  titleOf: (nodeId: string) => string;
}

/** The pauses of a run: what was asked, who answered what and when. */
export function InterruptHistory({ runId, interrupts, titleOf }: InterruptHistoryProps) {
  return (
    <ol className="divide-y">
      {interrupts.map((interrupt) => (
        <li key={interrupt.id} className="grid gap-3 p-4">
          <div className="flex flex-wrap items-center gap-2">
            <h3 className="font-semibold">{titleOf(interrupt.nodeId)}</h3>
            <span className="text-muted-foreground text-xs">
              visit {interrupt.visit} · <RelativeTime time={interrupt.startedAt} />
            </span>
            {interrupt.answer ? null : <Badge tone="waiting">Waiting</Badge>}
          </div>
          {asksPerson(interrupt.payload) ? (
            <Markdown>{interrupt.payload.message}</Markdown>
          ) : (
            <WaitingFor payload={interrupt.payload} since={interrupt.startedAt} />
          )}
          <ValueSection title="Shown" value={interrupt.payload.show} />
          {interrupt.answer ? (
            <>
              <AnsweredNotice
                payload={interrupt.payload}
                answer={interrupt.answer}
                by={interrupt.answeredBy}
              />
              <ValueSection title="Edited" value={interrupt.answer.edits} />
            </>
          ) : asksPerson(interrupt.payload) ? (
            <div>
              <Button asChild size="sm">
                <Link href="/approvals">Open approvals</Link>
              </Button>
            </div>
          ) : (
            <GoOnNow runId={runId} interrupt={interrupt} />
          )}
        </li>
      ))}
    </ol>
  );
}
