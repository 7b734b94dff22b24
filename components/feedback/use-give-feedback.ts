"use client";

import { useCall } from "@/components/data/use-call";
import { toast } from "@/components/ui/toast";
import { getConversation, listConversations } from "@/lib/api/contract/conversations";
import {
  deleteFeedback,
  type Feedback,
  giveFeedback,
  listFeedback,
  listFeedbackNames,
} from "@/lib/api/contract/feedback";
import { listRuns } from "@/lib/api/contract/runs";
import type { Said } from "@/workflows/feedback/said";
import { valueWords } from "./words";

const shown = [listFeedback, getConversation, listConversations, listRuns];

/** Says something of a run as a reviewer, and takes it back. */
export function useGiveFeedback(runId: string) {
  const given = useCall(giveFeedback, { refresh: [...shown, listFeedbackNames] });
  const deleted = useCall(deleteFeedback, { refresh: shown });
  const give = (said: Said) => given.mutateAsync({ params: { id: runId }, body: said });
  const takeBack = (feedbackId: string) => deleted.mutateAsync({ params: { id: runId, feedbackId } });

  /** With a way back. */
  const remove = async (feedback: Feedback) => {
    try {
      await takeBack(feedback.id);
    } catch (error) {
      toast.failed("Your feedback was not taken back", error);
      return;
    }
    const { name, value, comment, spanId, messageId } = feedback;
    const before: Said = {
      name,
      value: value ?? undefined,
      comment: comment ?? undefined,
      spanId: spanId ?? undefined,
      messageId: messageId ?? undefined,
    };
    const what =
      value === null ? "Your comment" : `${value.kind === "thumb" ? "" : `${name}: `}${valueWords(value)}`;
    toast.undo(`${what} was taken back`, () => {
      give(before).catch((error: unknown) => toast.failed("It is not back", error));
    });
  };
  return { give, takeBack, remove };
}
