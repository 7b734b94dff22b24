"use client";

import { useCallback } from "react";
import { useBreakpointsStore } from "@/components/editor/breakpoints/breakpoints-context";
import { toast } from "@/components/ui/toast";
import { goOnStopped } from "@/lib/api/client/addresses";
import { call } from "@/lib/api/client/call";
import type { GoOn } from "@/workflows/travel/breakpoint";

/** Lets the shown run go on that stands at a breakpoint; it stops from then on where breakpoints are set now. */
export function useGoOn(runId: string | null): (goOn: GoOn) => Promise<void> {
  const breakpoints = useBreakpointsStore();
  return useCallback(
    async (goOn) => {
      if (!runId) return;
      try {
        await call(goOnStopped, {
          params: { id: runId },
          body: { ...goOn, breakpoints: [...breakpoints.getState()] },
        });
      } catch (error) {
        toast.failed("The run did not go on", error);
      }
    },
    [runId, breakpoints],
  );
}
