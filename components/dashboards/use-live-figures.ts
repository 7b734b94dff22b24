"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { endpointKey } from "@/components/data/endpoint-key";
import { joinRuns } from "@/components/realtime/join-runs";
import { calmly } from "@/components/runs/calmly";
import { getDashboard, getFlame } from "@/lib/api/contract/dashboards";

const restMs = 3_000;

/** Reads the shown figures again when runs come or end, with a rest in between. */
export function useLiveFigures(): void {
  const client = useQueryClient();
  useEffect(() => {
    const read = calmly(
      () =>
        Promise.all([
          client.invalidateQueries({ queryKey: endpointKey(getDashboard) }),
          client.invalidateQueries({ queryKey: endpointKey(getFlame) }),
        ]),
      restMs,
    );
    const leave = joinRuns(() => read.ask());
    return () => {
      leave();
      read.stop();
    };
  }, [client]);
}
