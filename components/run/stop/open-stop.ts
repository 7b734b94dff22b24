import { terminalStatuses } from "@/workflows/events/run-status";
import type { InterruptView, RunView } from "@/workflows/events/run-view";

/** The breakpoint at which a run stands; undefined where it runs, waits for something else or is over. */
export function openStop(view: RunView | null | undefined): InterruptView | undefined {
  if (!view || terminalStatuses.has(view.status)) return undefined;
  return view.interrupts.findLast(({ payload, answer }) => payload.kind === "breakpoint" && !answer);
}
