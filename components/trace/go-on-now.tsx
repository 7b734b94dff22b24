"use client";

import { useCall } from "@/components/data/use-call";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { answerInterrupt, listInterrupts } from "@/lib/api/contract/runs";
import type { InterruptView } from "@/workflows/events/run-view";

interface GoOnNowProps {
  runId: string;
  interrupt: InterruptView;
}

/** Cuts a wait short, where its node allows it and the reader may answer. */
export function GoOnNow({ runId, interrupt: { nodeId, visit, payload } }: GoOnNowProps) {
  const { can } = useMe();
  const [choice] = payload.answers;
  const shown = choice !== undefined && can("interrupt.answer");
  const open = useEndpoint(listInterrupts, { query: { runId, status: "waiting" } }, { enabled: shown });
  const answer = useCall(answerInterrupt, {
    onError: (error) => toast.failed("The run still waits", error),
  });
  const pause = open.data?.items.find((item) => item.nodeId === nodeId && item.payload.kind === payload.kind);
  if (!shown || !pause) return null;
  return (
    <div>
      <Button
        size="sm"
        busy={answer.isPending || answer.isSuccess}
        aria-label={`${choice.label}: visit ${visit}`}
        onClick={() => answer.mutate({ params: { id: pause.id }, body: { answer: choice.id } })}
      >
        {choice.label}
      </Button>
    </div>
  );
}
