"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { endpointKey } from "@/components/data/endpoint-key";
import { joinFeedback } from "@/components/realtime/join-feedback";
import { joinRuns } from "@/components/realtime/join-runs";
import { calmly } from "@/components/runs/calmly";
import { call } from "@/lib/api/client/call";
import { getConversation, listConversations } from "@/lib/api/contract/conversations";
import type { CallInput } from "@/lib/api/contract/endpoint";

type Query = Omit<CallInput<typeof listConversations>["query"], "cursor" | "limit">;

/** Conversations that match, last used first, page by page. */
export function useConversations(query: Query) {
  return useInfiniteQuery({
    queryKey: [...endpointKey(listConversations), query],
    queryFn: ({ pageParam, signal }) =>
      call(listConversations, { query: { ...query, cursor: pageParam, limit: 50 } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  });
}

/** One conversation, from its latest turns back. */
export function useConversationPages(id: string) {
  return useInfiniteQuery({
    queryKey: [...endpointKey(getConversation), id],
    queryFn: ({ pageParam, signal }) =>
      call(getConversation, { params: { id }, query: { before: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page.hasEarlier ? page.turns[0]?.runId : undefined),
  });
}

const REST_MS = 1_000;

/** Reads what is shown again when runs come, change their status or are spoken of; with an agent, when its runs do. */
export function useLiveConversations(agentId: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    const read = calmly(
      () =>
        Promise.all(
          [listConversations, getConversation].map((endpoint) =>
            client.invalidateQueries({ queryKey: endpointKey(endpoint) }),
          ),
        ),
      REST_MS,
    );
    const concerns = (of: string) => !agentId || of === agentId;
    const leaveRuns = joinRuns((runs) => {
      if (runs.length === 0 || runs.some((run) => concerns(run.agentId))) read.ask();
    });
    const leaveFeedback = joinFeedback((change) => {
      if (change === null || concerns(change.agentId)) read.ask();
    });
    return () => {
      leaveRuns();
      leaveFeedback();
      read.stop();
    };
  }, [client, agentId]);
}
