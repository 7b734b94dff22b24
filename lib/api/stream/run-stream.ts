import type { RunSummary } from "@/lib/api/contract/runs";
import type { Actor } from "@/lib/auth/actor";
import { systemClock } from "@/lib/runs/clock";
import type { RunService } from "@/lib/runs/service/run-service";
import type { RunEvent } from "@/workflows/events/event";
import { terminalStatuses } from "@/workflows/events/run-status";
import { eventStream } from "./event-stream";

export interface RunStreamRequest {
  actor: Actor;
  /** As it was when the caller was let in. */
  run: RunSummary;
  /** Number of the last event the reader has. */
  after: number;
  show: (event: RunEvent) => RunEvent | null;
  /** Stays open while the run waits for a person. */
  throughPauses?: boolean;
}

/**
 * Events of a run after a number. Where nothing more comes by itself the answer is 204, which also tells a
 * browser's EventSource to stop reconnecting.
 */
export async function runStream(runs: RunService, request: RunStreamRequest): Promise<Response> {
  const { actor, run, after, show, throughPauses = false } = request;
  if (isSettled(run, throughPauses) && (await runs.events(actor, run.id, after, 1)).length === 0) {
    return new Response(null, { status: 204 });
  }
  const read = (listener: Parameters<RunService["subscribe"]>[3]) =>
    runs.subscribe(actor, run.id, after, listener);
  return eventStream({ read, show, clock: systemClock, throughPauses });
}

const isSettled = ({ status }: RunSummary, throughPauses: boolean) =>
  terminalStatuses.has(status) || (status === "interrupted" && !throughPauses);

/** `Last-Event-ID`, which a reconnecting reader sends by itself, wins over `after`. */
export function resumeFrom(request: Request, query: { after: number }): number {
  const last = request.headers.get("last-event-id") ?? "";
  return /^\d{1,15}$/.test(last) ? Number(last) : query.after;
}
