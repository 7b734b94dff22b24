"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { endpointKey } from "@/components/data/endpoint-key";
import { useEndpoint } from "@/components/data/use-endpoint";
import { joinInbox } from "@/components/realtime/join-inbox";
import { listInterrupts } from "@/lib/api/client/addresses";

/** How many pauses of the workspace wait for an answer, as they come and go. Every open inbox is kept fresh with it. */
export function useWaitingCount(enabled: boolean): number {
  const client = useQueryClient();
  const { data } = useEndpoint(listInterrupts, { query: { status: "waiting", limit: 1 } }, { enabled });
  useEffect(() => {
    if (!enabled) return;
    return joinInbox(() => void client.invalidateQueries({ queryKey: endpointKey(listInterrupts) }));
  }, [client, enabled]);
  return data?.waiting ?? 0;
}
