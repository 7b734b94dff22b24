import { ApprovalCard } from "@/components/approvals/approval-card";
import { Card } from "@/components/ui/card";
import type { InterruptSummary } from "@/lib/api/contract/runs";
import type { GivenAnswer } from "@/workflows/events/event";

interface TurnPauseProps {
  pause: InterruptSummary;
  mayAnswer: boolean;
  mayReadRuns: boolean;
  onAnswer: (interruptId: string, answer: GivenAnswer) => Promise<unknown>;
}

/** A pause where it came in the conversation: to be answered, or as it was decided. */
export function TurnPause({ pause, mayAnswer, mayReadRuns, onAnswer }: TurnPauseProps) {
  return (
    <Card className="p-4 text-sm">
      <ApprovalCard
        payload={pause.payload}
        mayAnswer={(mayAnswer || pause.payload.kind === "client") && pause.mayAnswer}
        standing={mayAnswer ? pause : undefined}
        mayOpenRuns={mayReadRuns}
        since={pause.createdAt}
        withdrawn={pause.status === "withdrawn"}
        answered={
          pause.answer ? { answer: pause.answer, by: pause.answeredBy, at: pause.answeredAt } : undefined
        }
        onAnswer={(answer) => onAnswer(pause.id, answer)}
        header={pause.nodeTitle ? <h2 className="flex-1 font-semibold">{pause.nodeTitle}</h2> : null}
      />
    </Card>
  );
}
