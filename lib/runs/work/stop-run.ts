import type { CheckpointTuple } from "@langchain/langgraph-checkpoint";
import type { Pool } from "pg";
import { goOnOf, stopId, stopPayload } from "@/workflows/travel/breakpoint";
import type { RunSaver } from "../checkpoint/saver";
import type { InboxRow } from "./history";
import type { Instruction } from "./instruction";
import type { LiveRun } from "./live-run";
import { pauseRun } from "./pause-run";

/**
 * What becomes of a run that stops at breakpoints and was taken up again: at a checkpoint at which it was stopped it goes
 * on as it was told to. Where its worker was lost nobody knows whether it was to stop there, so it does.
 */
export function stoppedOr(
  run: { claim: Pick<LiveRun["claim"], "breakpoints">; goOn: LiveRun["goOn"] },
  tuple: { checkpoint: Pick<CheckpointTuple["checkpoint"], "id"> } | undefined,
  inbox: readonly InboxRow[],
  otherwise: Instruction,
): Instruction {
  if (!run.claim.breakpoints) return otherwise;
  const answered = inbox.filter(({ interruptId, answer }) => answer && interruptId.startsWith(stopId("")));
  // Ids of checkpoints are in the order of time.
  const last = answered.toSorted((a, b) => (a.interruptId < b.interruptId ? -1 : 1)).at(-1);
  if (last?.answer) run.goOn = goOnOf(last.answer);
  if (otherwise.kind !== "continue" || !tuple) return otherwise;
  const isHere = last?.interruptId === stopId(tuple.checkpoint.id);
  return { kind: isHere ? "goOn" : "stop" };
}

/** Lets a run wait at its last checkpoint until somebody says how it goes on. False: somebody has. */
export async function stopRun(
  deps: Parameters<typeof pauseRun>[0] & { saver: RunSaver },
  run: LiveRun,
  next: readonly string[],
): Promise<boolean> {
  const place = { thread_id: run.threadId, checkpoint_ns: "" };
  const tuple = await deps.saver.getTuple({ configurable: place });
  const id = stopId(tuple?.checkpoint.id ?? "");
  const wasLost = next.length === 0;
  const [node = "__start__"] = wasLost ? await nextOf(deps.pool, run.runId) : next;
  const message = wasLost ? "Its worker was lost, so it stopped." : "Stopped between two steps.";
  run.emit(
    { type: "node.interrupted", data: { spanId: id, interruptId: id, payload: stopPayload(message) } },
    { node, visit: 1 },
  );
  await run.flush();
  return pauseRun(deps, run, [id]);
}

/** What comes after the last step that the run told of. */
async function nextOf(pool: Pool, runId: string): Promise<string[]> {
  const { rows } = await pool.query(
    `select data->'next' as next from run_events where run_id = $1 and type = 'checkpoint.saved'
     order by seq desc limit 1`,
    [runId],
  );
  const next: unknown = rows[0]?.next;
  return Array.isArray(next) ? next.map(String) : [];
}
