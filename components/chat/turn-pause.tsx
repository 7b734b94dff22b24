import { ApprovalCard } from "@/components/approvals/approval-card";
import { Card } from "@/components/ui/card";
import type { InterruptSummary } from "@/lib/api/contract/runs";
import type { InterruptAnswer } from "@/workflows/events/event";

interface TurnPauseProps {
  pause: InterruptSummary;
  mayAnswer: boolean;
  onAnswer: (interruptId: string, answer: InterruptAnswer) => Promise<unknown>;
}

/** A pause where it came in the conversation: to be answered, or as it was decided. */
export function TurnPause({ pause, mayAnswer, onAnswer }: TurnPauseProps) {
  return (
    <Card className="p-4 text-sm">
      <ApprovalCard
        payload={pause.payload}
        mayAnswer={mayAnswer}
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
