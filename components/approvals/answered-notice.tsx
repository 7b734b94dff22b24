import { ValueList } from "@/components/inputs/value-list";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import {
  arrivedAnswer,
  clientAnswers,
  dueAnswer,
  endedAnswer,
  expiredAnswer,
  type InterruptAnswer,
  type InterruptPayload,
  splitAnswer,
} from "@/workflows/events/event";

interface AnsweredNoticeProps {
  payload: InterruptPayload;
  answer: InterruptAnswer;
  by?: string | null | undefined;
  at?: string | null | undefined;
}

/** How a pause ended that no person's choice ended. */
const endWords: Readonly<Record<string, string>> = {
  [dueAnswer]: "The time had come",
  [endedAnswer]: "The called run ended",
  [expiredAnswer]: "Nobody answered in time",
  [clientAnswers.result]: "The caller sent the result",
  [clientAnswers.error]: "The caller said that it failed",
  [splitAnswer]: "No agreement",
  [arrivedAnswer]: "The event arrived",
};

/** What was decided, by whom and when. */
export function AnsweredNotice({ payload, answer, by, at }: AnsweredNoticeProps) {
  const choice =
    payload.kind === "client" ? undefined : payload.answers.find(({ id }) => id === answer.answer);
  const label = choice?.label ?? endWords[answer.answer];
  return (
    <Notice
      tone={answer.answer === expiredAnswer ? "waiting" : "done"}
      title={`${label ?? answer.answer}${by ? ` by ${by}` : ""}`}
    >
      {at ? <RelativeTime time={at} className="text-muted-foreground text-xs" /> : null}
      {answer.args ? <p className="mt-1">With changed arguments.</p> : null}

      {answer.result === undefined ? null : (
        <JsonTree value={answer.result} label="result" className="mt-1" />
      )}
      {answer.form ? <ValueList values={answer.form} className="mt-1" /> : null}
      {answer.text ? <p className="mt-1 whitespace-pre-wrap">{answer.text}</p> : null}
    </Notice>
  );
}
