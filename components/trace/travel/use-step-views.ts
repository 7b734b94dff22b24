"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { endpointKey } from "@/components/data/endpoint-key";
import { listStepEvents } from "@/lib/api/client/addresses";
import { call } from "@/lib/api/client/call";
import type { RunEvent } from "@/workflows/events/event";
import { StepViews } from "@/workflows/events/steps/step-views";

const page = 5_000;

/**
 * A run at each of its steps. Read when somebody goes there, and on from there while the run makes more.
 * @param checkpoints how many the run has so far
 */
export function useStepViews(runId: string, checkpoints: number, enabled: boolean) {
  const client = useQueryClient();
  const key = [...endpointKey(listStepEvents, { params: { id: runId }, query: {} }), "all"];
  const { data, error, refetch } = useQuery({
    queryKey: [...key, checkpoints],
    queryFn: async ({ signal }) => {
      const known = client.getQueriesData<RunEvent[]>({ queryKey: key });
      const longest = known.map(([, events]) => events ?? []).sort((a, b) => b.length - a.length)[0] ?? [];
      return readOn(runId, longest, signal);
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  });
  const views = useMemo(() => (data ? new StepViews(runId, data) : undefined), [runId, data]);
  return { views, error, retry: refetch };
}

async function readOn(runId: string, known: RunEvent[], signal: AbortSignal): Promise<RunEvent[]> {
  const events = [...known];
  for (;;) {
    const after = events.at(-1)?.seq ?? 0;
    const input = { params: { id: runId }, query: { after, limit: page } };
    const { items } = await call(listStepEvents, input, { signal });
    events.push(...items);
    if (items.length < page) return events;
  }
}
