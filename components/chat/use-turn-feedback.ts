"use client";

import { useQueryClient } from "@tanstack/react-query";
import { endpointKey } from "@/components/data/endpoint-key";
import { call } from "@/lib/api/client/call";
import { getThread } from "@/lib/api/contract/chat";
import type { CallOutput } from "@/lib/api/contract/endpoint";
import { deleteTurnFeedback, type Feedback, giveTurnFeedback } from "@/lib/api/contract/feedback";
import type { Said } from "@/workflows/feedback/said";

type Thread = CallOutput<typeof getThread>;

/** Says something of a turn, or takes it back; the conversation as it is kept here follows. */
export function useTurnFeedback(slug: string, runId: string) {
  const client = useQueryClient();
  const keep = (change: (said: readonly Feedback[]) => Feedback[]) => {
    client.setQueriesData<Thread>({ queryKey: endpointKey(getThread) }, (thread) => {
      if (!thread) return thread;
      const turns = thread.turns.map((turn) =>
        turn.runId === runId ? { ...turn, feedback: change(turn.feedback) } : turn,
      );
      return { ...thread, turns };
    });
  };
  return {
    give: async (said: Said) => {
      const given = await call(giveTurnFeedback, { params: { slug, runId }, body: said });
      keep((known) => [...known.filter(({ id }) => id !== given.id), given]);
    },
    takeBack: async (feedbackId: string) => {
      await call(deleteTurnFeedback, { params: { slug, runId, feedbackId } });
      keep((known) => known.filter(({ id }) => id !== feedbackId));
    },
  };
}
