import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import {
  asksPerson,
  dueAnswer,
  endedAnswer,
  type InterruptAnswer,
  type InterruptPayload,
} from "@/workflows/events/event";

interface AnsweredNoticeProps {
  payload: InterruptPayload;
  answer: InterruptAnswer;
  by?: string | null | undefined;
  at?: string | null | undefined;
}

/** How a pause ended that no person was asked about. */
const endWords: Readonly<Record<string, string>> = {
  [dueAnswer]: "The time had come",
  [endedAnswer]: "The called run ended",
};

/** What was decided, by whom and when. */
export function AnsweredNotice({ payload, answer, by, at }: AnsweredNoticeProps) {
  const label =
    payload.answers.find((choice) => choice.id === answer.answer)?.label ??
    (asksPerson(payload) ? answer.answer : endWords[answer.answer]);
  return (
    <Notice tone="done" title={`${label ?? answer.answer}${by ? ` by ${by}` : ""}`}>
      {at ? <RelativeTime time={at} className="text-muted-foreground text-xs" /> : null}
      {answer.text ? <p className="mt-1 whitespace-pre-wrap">{answer.text}</p> : null}
    </Notice>
  );
}
