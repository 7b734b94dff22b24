import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import type { InterruptAnswer, InterruptPayload } from "@/workflows/events/event";

interface AnsweredNoticeProps {
  payload: InterruptPayload;
  answer: InterruptAnswer;
  by?: string | null | undefined;
  at?: string | null | undefined;
}

/** What was decided, by whom and when. */
export function AnsweredNotice({ payload, answer, by, at }: AnsweredNoticeProps) {
  const label = payload.answers.find((choice) => choice.id === answer.answer)?.label ?? answer.answer;
  return (
    <Notice tone="done" title={`${label}${by ? ` by ${by}` : ""}`}>
      {at ? <RelativeTime time={at} className="text-muted-foreground text-xs" /> : null}
      {answer.text ? <p className="mt-1 whitespace-pre-wrap">{answer.text}</p> : null}
    </Notice>
  );
}
