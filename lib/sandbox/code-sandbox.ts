import { availableParallelism } from "node:os";
import { AppError } from "@/workflows/errors/app-error";
import type { Json } from "@/workflows/graph/json";
import { isDeeperThan, maxValueDepth } from "@/workflows/graph/json-depth";
import type { CodeAnswer, CodeCall, CodeSandbox } from "@/workflows/runtime/ports";
import { FairLine } from "./fair-line";
import { createGuestFetch } from "./guest-fetch";
import type { LogLine } from "./protocol";
import { type Outcome, type SandboxThread, startThread } from "./sandbox-thread";

export interface CodeSandboxOptions {
  /** How many calls run at the same time; more wait. */
  threads?: number;
  /** Memory of the instances kept ready; calls with another size pay some milliseconds for theirs. */
  memoryMb?: number;
  maxOutputChars?: number;
}

export interface SandboxStatus {
  threads: number;
  busy: number;
  /** Calls that wait for a thread. */
  waiting: number;
}

export interface CodeSandboxPool extends CodeSandbox {
  /** For one workspace: it never holds all threads, and those who wait are served in turn. */
  of(workspaceId: string): CodeSandbox;
  status(): SandboxStatus;
  /** Makes the first thread ready, so that the first call does not wait for it. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

/** Enough for all processors, and one that a neighbour finds free. */
const defaultThreads = availableParallelism() + 1;

/**
 * A small pool of QuickJS threads, one of which is always left to other workspaces. A call gets a thread with a fresh
 * context; a thread that ran over its time is killed and replaced before anybody waits for it.
 */
export function createCodeSandbox(options: CodeSandboxOptions = {}): CodeSandboxPool {
  const { threads = defaultThreads, memoryMb = 64, maxOutputChars = 1_000_000 } = options;
  const line = new FairLine(threads, Math.max(1, threads - 1));
  const idle: Promise<SandboxThread>[] = [];
  const busy = new Set<SandboxThread>();
  let closed = false;

  const start = (): Promise<SandboxThread> => {
    const thread = startThread(memoryMb);
    // A spare that cannot start is reported to the call that takes it, not to the process.
    thread.catch(() => {});
    return thread;
  };

  async function take(): Promise<SandboxThread> {
    for (let next = idle.pop(); next; next = idle.pop()) {
      const thread = await next;
      if (!thread.isDead()) return thread;
    }
    return start();
  }

  function giveBack(thread: SandboxThread): void {
    busy.delete(thread);
    if (closed) void thread.kill();
    else idle.push(thread.isDead() ? start() : Promise.resolve(thread));
  }

  async function runOne(call: CodeCall): Promise<CodeAnswer> {
    call.signal.throwIfAborted();
    if (closed) throw stopping();
    const thread = await take();
    busy.add(thread);
    const logs: LogLine[] = [];
    // What the code still waits for when it ends is not waited for by anybody.
    const over = new AbortController();
    try {
      await thread.ready();
      const request = {
        code: call.code,
        input: JSON.stringify(call.input),
        memoryMb: call.memoryMb,
        maxOutputChars,
        network: call.http !== undefined,
      };
      const outcome = await thread.run(request, call.timeoutMs, call.signal, {
        log: (line) => logs.push(line),
        fetch: createGuestFetch(call.http, AbortSignal.any([call.signal, over.signal])),
      });
      if (closed) throw stopping();
      return { value: readOutcome(outcome, call, logs), logs };
    } finally {
      over.abort();
      giveBack(thread);
    }
  }

  const of = (owner: string): CodeSandbox => ({ run: (call) => line.run(owner, () => runOne(call)) });
  return {
    ...of(""),
    of,
    status: () => ({ threads, busy: busy.size, waiting: line.length }),
    async warm() {
      if (idle.length === 0 && busy.size === 0) idle.push(start());
      await (await idle.at(-1))?.ready();
    },
    async close() {
      closed = true;
      const all = [...busy, ...(await Promise.all(idle.splice(0)))];
      await Promise.all(all.map((thread) => thread.kill()));
    },
  };
}

function stopping(): AppError {
  return new AppError("unavailable", "The code sandbox is closed because the server stops.");
}

function readOutcome(outcome: Outcome, call: CodeCall, logs: LogLine[]): Json {
  const data = { logs };
  if (outcome.type === "done") {
    const value: Json = JSON.parse(outcome.value);
    if (!isDeeperThan(value, maxValueDepth)) return value;
    throw new AppError("code_failed", `The result is nested more than ${maxValueDepth} levels deep.`, {
      field: "code",
      data,
    });
  }
  if (outcome.type === "timeout") {
    throw new AppError("code_timeout", `The code was stopped after ${call.timeoutMs} ms.`, {
      field: "code",
      hint: "Look for a loop without an end, or raise the time limit.",
      data,
    });
  }
  if (outcome.reason === "memory") {
    throw new AppError("code_memory", `The code needs more than ${call.memoryMb} MB of memory.`, {
      field: "code",
      hint: "Work on less data at once, or raise the memory limit.",
      data,
    });
  }
  const where = outcome.line === null ? "" : ` (line ${outcome.line})`;
  throw new AppError("code_failed", `${outcome.message}${where}`, {
    field: "code",
    data: { ...data, line: outcome.line },
  });
}
