"use client";

import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { ApprovalCard } from "@/components/approvals/approval-card";
import { isProblem } from "@/components/data/problem";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { call } from "@/lib/api/client/call";
import { answerByLink, type LinkState, linkStates } from "@/lib/api/contract/answer-links";
import type { GivenAnswer, InterruptPayload } from "@/workflows/events/event";
import { ClosedLink } from "./closed-link";

interface LinkAnswerProps {
  token: string;
  agentName: string;
  nodeTitle: string;
  question: InterruptPayload;
}

/** The question behind a link. Nothing is answered before a button is pressed: previews of links look, too. */
export function LinkAnswer({ token, agentName, nodeTitle, question }: LinkAnswerProps) {
  const [done, setDone] = useState<{ waitsForOthers: boolean } | null>(null);
  const [closed, setClosed] = useState<LinkState | null>(null);
  const send = async (answer: GivenAnswer) => {
    try {
      setDone(await call(answerByLink, { params: { token }, body: answer }));
    } catch (error) {
      const state = stateIn(error);
      if (!state) throw error;
      setClosed(state);
    }
  };
  if (closed) return <ClosedLink state={closed} />;
  if (done) {
    return (
      <EmptyState as="h1" icon={CircleCheck} title="Thank you, your answer counts">
        {done.waitsForOthers ? "Others are still to answer. " : ""}You can close this page.
      </EmptyState>
    );
  }
  return (
    <Card className="w-full max-w-xl p-5">
      <ApprovalCard
        payload={question}
        mayAnswer
        onAnswer={send}
        header={
          <div className="min-w-0 flex-1">
            <h1 className="break-words font-semibold text-lg">{nodeTitle}</h1>
            <p className="text-muted-foreground text-xs">{agentName}</p>
          </div>
        }
      />
    </Card>
  );
}

function stateIn(error: unknown): LinkState | undefined {
  if (!isProblem(error)) return undefined;
  if (error.problem.code === "already_answered") return "answered";
  const data: unknown = error.problem.data;
  const state = typeof data === "object" && data !== null && "state" in data ? data.state : undefined;
  return linkStates.find((each) => each === state);
}
