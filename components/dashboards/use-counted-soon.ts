"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { endpointKey } from "@/components/data/endpoint-key";
import { getDashboard, getFlame } from "@/lib/api/contract/dashboards";

const soonMs = 1_500;
const manyMs = 10_000;
const many = 200;

/** Nobody is told when a run was counted, so while some are still to be, the figures are read again until none is. */
export function useCountedSoon(uncounted: number): void {
  const client = useQueryClient();
  useEffect(() => {
    if (uncounted === 0) return;
    const timer = setInterval(
      () => {
        void client.invalidateQueries({ queryKey: endpointKey(getDashboard) });
        void client.invalidateQueries({ queryKey: endpointKey(getFlame) });
      },
      uncounted < many ? soonMs : manyMs,
    );
    return () => clearInterval(timer);
  }, [client, uncounted]);
}
