import type { Pool } from "pg";
import type { EventDraft, RunEvent } from "@/workflows/events/event";
import type { Clock } from "../clock";
import { appendEvents } from "../events/append";
import { number } from "../events/recorder";
import { lockRun } from "../pauses/go-on";
import { settleDue } from "../pauses/settle-due";
import { inTransaction } from "../transaction";
import { loadInbox } from "./history";
import type { LiveRun } from "./live-run";

interface PauseDeps {
  pool: Pool;
  clock: Clock;
  processId: number;
  publish(events: readonly RunEvent[]): void;
}

/**
 * Lets a run wait: for people, the clock, or runs it called. False: an answer came while the last step still ran, or
 * what it would wait for is over, so there is more to do. Both this and an answer lock the run's row first, so an answer
 * either is seen here or finds the run waiting.
 */
export async function pauseRun(
  deps: PauseDeps,
  run: LiveRun,
  interruptIds: readonly string[],
): Promise<boolean> {
  // Of several pauses inside one node LangGraph names the last.
  const waiting = new Set([...interruptIds, ...run.pauses]);
  const draft: EventDraft = {
    ts: deps.clock.now(),
    ns: [],
    type: "run.interrupted",
    data: { interruptIds: [...waiting] },
  };
  let settled: RunEvent[] = [];
  const base = await inTransaction(deps.pool, async (connection) => {
    await lockRun(connection, run.runId);
    settled = await settleDue(deps, connection, run.runId);
    const inbox = await loadInbox(connection, run.runId);
    if (settled.length > 0 || inbox.some(({ interruptId, answer }) => answer && waiting.has(interruptId)))
      return "answered";
    const group = { runId: run.runId, epoch: run.claim.epoch, events: [draft] };
    const bases = await appendEvents(connection, deps.processId, [group]);
    return bases.get(run.runId) ?? "lost";
  });
  if (settled.length > 0) deps.publish(settled);
  if (base === "answered") return false;
  if (base === "lost") run.stop("lost");
  else deps.publish(number(run.runId, base, [draft]));
  run.signal.throwIfAborted();
  await run.conclude();
  return true;
}
