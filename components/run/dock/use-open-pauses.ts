"use client";

import { useQuery } from "@tanstack/react-query";
import { endpointKey } from "@/components/data/endpoint-key";
import { call } from "@/lib/api/client/call";
import { type InterruptSummary, listInterrupts } from "@/lib/api/contract/runs";
import { terminalStatuses } from "@/workflows/events/run-status";
import { useRun } from "../store/run-context";

const none: InterruptSummary[] = [];

/** What the shown run waits for. Its events say that something is open; the inbox has what can be answered. */
export function useOpenPauses(): readonly InterruptSummary[] {
  const runId = useRun((state) => state?.runId);
  const open = useRun((state) => {
    const { view } = state ?? {};
    if (!view || terminalStatuses.has(view.status)) return "";
    const pauses = view.interrupts.filter((pause) => !pause.answer);
    return pauses.map(({ id, visit }) => `${id} ${visit}`).join();
  });
  const input = { query: { runId, status: "waiting" } } as const;
  const { data } = useQuery({
    queryKey: [...endpointKey(listInterrupts, input), open],
    queryFn: ({ signal }) => call(listInterrupts, input, { signal }),
    enabled: open !== "",
  });
  return open === "" ? none : (data?.items ?? none);
}
