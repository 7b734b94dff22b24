"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { endpointKey } from "@/components/data/endpoint-key";
import { call } from "@/lib/api/client/call";
import type { CallInput } from "@/lib/api/contract/endpoint";
import { listRuns } from "@/lib/api/contract/runs";

export type RunsQuery = Omit<CallInput<typeof listRuns>["query"], "cursor" | "limit">;

/**
 * Runs that match, page by page.
 * @param name tells this list from others; what is asked may change with the time, its name does not
 */
export function useRuns(name: unknown, query: () => RunsQuery) {
  return useInfiniteQuery({
    queryKey: [...endpointKey(listRuns), name],
    queryFn: ({ pageParam, signal }) =>
      call(listRuns, { query: { ...query(), cursor: pageParam, limit: 50 } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  });
}
export type Runs = ReturnType<typeof useRuns>;
