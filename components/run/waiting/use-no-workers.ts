"use client";

import { useEffect, useState } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { getWorkers } from "@/lib/api/contract/system";

/** A worker takes a run within milliseconds; whoever waits longer wants to know why. */
const patienceMs = 4_000;
const againMs = 3_000;

/** Whether something waits for a worker while there is none: asked only where it has waited for a moment. */
export function useNoWorkers(waiting: boolean): boolean {
  const late = useLate(waiting);
  const workers = useEndpoint(getWorkers, {}, { enabled: late, againMs });
  return late && workers.isFetchedAfterMount && workers.data?.present === false;
}

function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [waiting]);
  return waiting && late;
}
