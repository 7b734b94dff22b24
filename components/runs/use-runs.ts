"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { endpointKey } from "@/components/data/endpoint-key";
import { call } from "@/lib/api/client/call";
import type { CallInput } from "@/lib/api/contract/endpoint";
import { listRuns } from "@/lib/api/contract/runs";

type Query = Omit<CallInput<typeof listRuns>["query"], "cursor" | "limit">;

/** Runs that match, newest first, page by page. */
export function useRuns(query: Query) {
  return useInfiniteQuery({
    queryKey: [...endpointKey(listRuns), query],
    queryFn: ({ pageParam, signal }) =>
      call(listRuns, { query: { ...query, cursor: pageParam, limit: 50 } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  });
}
