"use client";

import { useCallback } from "react";
import { useBreakpointsStore } from "@/components/editor/breakpoints/breakpoints-context";
import { lateModule } from "@/components/ui/late-module";
import { useDockStore } from "./dock/dock-store";
import type { TestRunOptions } from "./start-test-run";
import type { TestRunRequest } from "./test-run-request";

export const testRuns = lateModule(() => import("./start-test-run"));

/** Starts a test run of the draft as it stands, one at a time. */
export function useTestRun({ open, showDock, showRun }: TestRunOptions): (request?: TestRunRequest) => void {
  const dock = useDockStore();
  const breakpoints = useBreakpointsStore();
  return useCallback(
    (request = {}) =>
      testRuns.use(({ startTestRun }) => {
        if (dock.getState().starting) return;
        void startTestRun({ open, dock, breakpoints, showDock, showRun, request });
      }),
    [open, dock, breakpoints, showDock, showRun],
  );
}
