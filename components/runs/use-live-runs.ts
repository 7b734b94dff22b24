"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { endpointKey } from "@/components/data/endpoint-key";
import { joinFeedback } from "@/components/realtime/join-feedback";
import { joinRuns } from "@/components/realtime/join-runs";
import { listRuns } from "@/lib/api/contract/runs";
import { calmly } from "./calmly";

const REST_MS = 1_000;

/** Reads the shown lists of runs again when runs come, change their status or are spoken of; with an agent, when its runs do. */
export function useLiveRuns(agentId: string | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    const read = calmly(() => client.invalidateQueries({ queryKey: endpointKey(listRuns) }), REST_MS);
    const leave = joinRuns((runs) => {
      const concerns = runs.length === 0 || !agentId || runs.some((run) => run.agentId === agentId);
      if (concerns) read.ask();
    });
    const leaveFeedback = joinFeedback((change) => {
      if (change === null || !agentId || change.agentId === agentId) read.ask();
    });
    return () => {
      leave();
      leaveFeedback();
      read.stop();
    };
  }, [client, agentId]);
}
