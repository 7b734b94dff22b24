import { terminalStatuses } from "../run-status";
import { nodeSpanId, visitPlace } from "../visit-place";
import type { Fold, Reduce } from "./fold";
import { wait } from "./wait";

export const runStarted: Reduce<"run.started"> = ({ view }, { data, ts }) => {
  view.input = data.input;
  view.startedAt = ts;
};

export const runResumed: Reduce<"run.resumed"> = (fold, { data, ts }) => {
  fold.view.status = "running";
  if (data.reason === "recovered") {
    const problem = {
      code: "unavailable",
      message: "The server stopped here. The run went on from its last checkpoint.",
    };
    fold.close(["running"], ts, problem);
  }
};

export const runFinished: Reduce<"run.finished"> = ({ view }, { data, ts }) => {
  view.status = "success";
  view.output = data.output;
  view.endedAt = ts;
};

export const runFailed: Reduce<"run.failed"> = (fold, { data, ts }) => {
  fold.view.status = data.status;
  fold.view.problem = data.problem;
  fold.view.endedAt = ts;
  fold.close(["running", "waiting"], ts, data.problem);
};

export const runCancelled: Reduce<"run.cancelled"> = (fold, { data, ts }) => {
  fold.view.status = "cancelled";
  fold.view.endedAt = ts;
  const by = data.by ? ` by ${data.by}` : "";
  fold.close(["running", "waiting"], ts, { code: "run_cancelled", message: `The run was stopped${by}.` });
};

/** A step with several pauses runs all of them again when one is answered; the others wait as before. */
export const runInterrupted: Reduce<"run.interrupted"> = (fold, { data }) => {
  fold.view.status = "interrupted";
  for (const id of data.interruptIds) {
    const pause = fold.view.interrupts.findLast((interrupt) => interrupt.id === id);
    if (!pause) continue;
    wait(fold, pause.spanId);
  }
};

export const checkpointSaved: Reduce<"checkpoint.saved"> = (fold, { data, ts }) => {
  working(fold);
  // Where one of several pauses is answered and nothing else moves, the same state is stored again.
  if (fold.view.checkpoints.at(-1)?.checkpointId === data.checkpointId) return;
  fold.view.checkpoints.push({ ...data, ts });
};

export const log: Reduce<"log"> = ({ view }, { data, ts, ns, node, visit }) => {
  view.logs.push({
    ts,
    level: data.level,
    message: data.message,
    ...(node && { nodeId: node }),
    ...(node && visit && { spanId: nodeSpanId(visitPlace(ns, node), visit) }),
  });
};

/** A run counts as running from the first sign of work on, not while it is queued. */
export function working({ view }: Fold): void {
  if (!terminalStatuses.has(view.status)) view.status = "running";
}
