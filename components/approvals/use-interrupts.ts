"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { endpointKey } from "@/components/data/endpoint-key";
import { call } from "@/lib/api/client/call";
import { answerInterrupt, listInterrupts } from "@/lib/api/contract/runs";
import type { GivenAnswer } from "@/workflows/events/event";

export type InboxStatus = "waiting" | "answered";
export type InboxWhose = "all" | "mine" | "groups";

/** The inbox, page by page. */
export function useInterrupts(status: InboxStatus, whose: InboxWhose) {
  return useInfiniteQuery({
    queryKey: [...endpointKey(listInterrupts), status, whose],
    queryFn: ({ pageParam, signal }) =>
      call(listInterrupts, { query: { status, whose, cursor: pageParam, limit: 25 } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** Answers a pause. The lists are read again whatever came of it: somebody else may have been faster. */
export function useAnswer() {
  const client = useQueryClient();
  return async (id: string, answer: GivenAnswer) => {
    try {
      return await call(answerInterrupt, { params: { id }, body: answer });
    } finally {
      await client.invalidateQueries({ queryKey: endpointKey(listInterrupts) });
    }
  };
}
