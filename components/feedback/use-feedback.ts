"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { endpointKey } from "@/components/data/endpoint-key";
import { useEndpoint } from "@/components/data/use-endpoint";
import { joinFeedback } from "@/components/realtime/join-feedback";
import { listFeedback } from "@/lib/api/contract/feedback";

/** What was said of a run, and what is said while one looks. */
export function useFeedback(runId: string) {
  const client = useQueryClient();
  useEffect(
    () =>
      joinFeedback((change) => {
        if (change !== null && change.runId !== runId) return;
        void client.invalidateQueries({ queryKey: endpointKey(listFeedback, { params: { id: runId } }) });
      }),
    [client, runId],
  );
  return useEndpoint(listFeedback, { params: { id: runId } });
}
