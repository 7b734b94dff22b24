import type { RunControl } from "@langchain/langgraph";
import type { Clock } from "../clock";
import type { StopReason } from "./stop-reason";

/** A run at work, as far as ending the work is concerned. */
export interface Drainable {
  run: { stop(reason: StopReason): void };
  control: RunControl;
  done: Promise<void>;
}

/** Runs that only wait for runs they called get this long at most: nobody may be there to end those. */
const callersMs = 5_000;

/**
 * Ends the work of a process: every run stops at its next checkpoint, and what has not come to one in time is cut off.
 * Resolves as soon as nothing is at work any more.
 * @param waiting how many of the runs only wait for a run that they called
 */
export async function drainRuns(
  clock: Clock,
  patienceMs: number,
  active: readonly Drainable[],
  waiting: () => number,
): Promise<void> {
  const left = new Set(active);
  const cutOff = () => {
    for (const { run } of left) run.stop("shutdown");
  };
  const timers = [clock.after(patienceMs, cutOff)];
  const onlyCallers = () => {
    if (left.size > 0 && waiting() >= left.size) timers.push(clock.after(callersMs, cutOff));
  };
  for (const { control } of active) control.requestDrain();
  onlyCallers();
  await Promise.all(
    active.map(async (entry) => {
      await entry.done;
      left.delete(entry);
      onlyCallers();
    }),
  );
  for (const callOff of timers) callOff();
}
