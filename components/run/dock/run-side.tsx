"use client";

import { terminalStatuses } from "@/workflows/events/run-status";
import { InputPanel } from "../input/input-panel";
import { LateStopPanel } from "../stop/late-stop-panel";
import { useRun } from "../store/run-context";
import { NoWorkersNotice } from "../waiting/no-workers-notice";
import { Conversation } from "./conversation";
import { OpenPauses } from "./open-pauses";
import { RunProblemNotice } from "./run-problem-notice";

/** The talk with a run: what it asks, what it says, what went wrong, and what the next one is started with. */
export function RunSide() {
  const paused = useRun((state) => {
    const view = state?.view;
    if (!view || terminalStatuses.has(view.status)) return false;
    return view.interrupts.some((pause) => !pause.answer);
  });
  const queued = useRun((state) => state?.view?.status === "pending");
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="grid min-h-0 flex-1 content-start gap-4 p-4 empty:hidden md:overflow-y-auto">
        <NoWorkersNotice waiting={queued} />
        <LateStopPanel />
        <OpenPauses />
        <RunProblemNotice />
        <Conversation />
      </div>
      {paused ? null : <InputPanel />}
    </div>
  );
}
