import type { Finding } from "../checks";
import type { Installation, SeenProcess } from "./installation";
import { inSeconds, type ProcessState, stateOf, worksOnRuns } from "./process-state";

/** A worker that died is no fault any more when another took its place, or after this time. */
const mournedMs = 300_000;
/** Runs may wait so long for a first worker, e.g. while one is replaced by its next release. */
const noWorkerMs = 10_000;
/** A run waits this long only when nobody takes it. */
const untakenMs = 30_000;

/** What is wrong with the work on runs in the whole installation; checks `workers` and `queue`. */
export function judge({ processes, queue }: Installation): Finding[] {
  const workers = processes.filter(worksOnRuns).map((process) => ({ process, ...stateOf(process) }));
  const inState = (...states: ProcessState[]) => workers.filter(({ state }) => states.includes(state));
  const faulty = [...inState("hung", "stuck"), ...missing(workers)];
  return [
    ...orOk("workers", faulty.map(faultOf)),
    ...orOk(
      "queue",
      queueFault(
        queue,
        inState("well").map(({ process }) => process),
      ),
    ),
  ];
}

interface JudgedWorker {
  process: SeenProcess;
  state: ProcessState;
  why?: string;
}

/**
 * Dead workers whose place nobody took. Each that was started after a death stands for one, also where it has died
 * itself since: then its own place is the empty one.
 */
function missing(workers: JudgedWorker[]): JudgedWorker[] {
  const started = workers.map(({ process }) => process.upMs);
  const dead = workers.filter(({ state }) => state === "dead");
  // Whoever died last has the fewest who came after.
  return dead
    .toSorted((a, b) => a.process.seenMsAgo - b.process.seenMsAgo)
    .filter(({ process }) => {
      const successor = started.findIndex((upMs) => upMs < process.seenMsAgo);
      if (successor >= 0) started.splice(successor, 1);
      return successor < 0 && process.seenMsAgo < mournedMs;
    });
}

function faultOf({ process, state, why }: JudgedWorker): Finding {
  const { host, pid, seenMsAgo } = process;
  const found = `The worker ${host}:${pid} is ${state}. ${why ?? ""}`.trim();
  if (state !== "dead") {
    return {
      check: "workers",
      found,
      action: "Look at its log, then end it (kill -9): its runs go on elsewhere. Start another.",
    };
  }
  return {
    check: "workers",
    found: `${found} It was last seen ${inSeconds(seenMsAgo)} ago.`,
    action: `Start another worker, or wait: without one this is forgotten after ${mournedMs / 60_000} minutes.`,
  };
}

function queueFault(queue: Installation["queue"], working: SeenProcess[]): Finding[] {
  const { waiting, oldestMs } = queue;
  const wait = `${waiting} ${waiting === 1 ? "run waits" : "runs wait"}, for up to ${inSeconds(oldestMs)}`;
  if (working.length === 0) {
    if (waiting === 0 || oldestMs < noWorkerMs) return [];
    const action = "Start a worker: npm run worker, with the same DATABASE_URL and ENCRYPTION_KEY.";
    return [{ check: "queue", found: `${wait}, and nobody works on runs.`, action }];
  }
  const room = working.reduce((sum, { report }) => sum + Math.max(0, report?.work?.room ?? 0), 0);
  if (waiting === 0 || room === 0 || oldestMs < untakenMs) return [];
  return [
    {
      check: "queue",
      found: `${wait}, although workers have room for ${room}.`,
      action: "Look at the workers' logs; restart them if they say nothing.",
    },
  ];
}

function orOk(check: string, findings: Finding[]): Finding[] {
  return findings.length > 0 ? findings : [{ check, found: "ok" }];
}
