"use client";

import Link from "next/link";
import { useState } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { getInterrupt, type InterruptSummary } from "@/lib/api/contract/runs";
import type { GivenAnswer } from "@/workflows/events/event";
import { answeredMeanwhile } from "./already-answered";
import { ApprovalCard } from "./approval-card";
import { Comments } from "./comments";
import { LinksDialog } from "./links-dialog";
import { PassOn } from "./pass-on";
import { useAnswer } from "./use-interrupts";

interface InboxItemProps {
  interrupt: InterruptSummary;
  /** It left the list since this page showed it: somebody answered, or the run ended. */
  gone: boolean;
  highlighted: boolean;
}

/** A pause in the inbox with its agent, its age and the way to its trace. */
export function InboxItem({ interrupt, gone, highlighted }: InboxItemProps) {
  const { can } = useMe();
  const answer = useAnswer();
  const [faster, setFaster] = useState<InterruptSummary | null>(null);
  const [typed, setTyped] = useState<GivenAnswer | null>(null);
  const now = useEndpoint(getInterrupt, { params: { id: interrupt.id } }, { enabled: gone });
  const shown = faster ?? now.data ?? interrupt;

  const send = async (mine: GivenAnswer) => {
    try {
      await answer(interrupt.id, mine);
    } catch (error) {
      const theirs = answeredMeanwhile(error);
      if (!theirs) throw error;
      setFaster(theirs);
      setTyped(mine);
    }
  };

  return (
    <Card
      id={interrupt.id}
      className={cn("grid gap-3 p-4", highlighted && "outline-2 outline-ring outline-offset-2")}
    >
      <ApprovalCard
        payload={shown.payload}
        mayAnswer={shown.mayAnswer}
        standing={shown}
        onAnswer={send}
        withdrawn={shown.status === "withdrawn"}
        answered={
          shown.answer ? { answer: shown.answer, by: shown.answeredBy, at: shown.answeredAt } : undefined
        }
        header={
          <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
            <h2 className="font-semibold">{interrupt.nodeTitle}</h2>
            <span className="text-muted-foreground text-xs">
              {interrupt.agentName} · <RelativeTime time={interrupt.createdAt} />
            </span>
          </div>
        }
      />
      {faster ? (
        <Notice tone="waiting" title={`${faster.answeredBy ?? "Somebody"} answered first`}>
          Their answer stands.{typed?.text ? ` Your comment was: ${typed.text}` : ""}
        </Notice>
      ) : null}
      <Comments pause={shown} mayComment={can("interrupt.answer")} />
      <div className="flex flex-wrap gap-x-4">
        {can("run.read") ? (
          <Button asChild variant="link" size="sm">
            <Link href={`/runs/${interrupt.runId}`}>View trace</Link>
          </Button>
        ) : null}
        {shown.mayAnswer ? (
          <>
            <PassOn pause={shown} />
            <LinksDialog pause={shown} />
          </>
        ) : null}
      </div>
    </Card>
  );
}
