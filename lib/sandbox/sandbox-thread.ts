import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { fetchProblem, type GuestFetch } from "./guest-fetch";
import type { HostMessage, LogLine, RunRequest, WorkerData, WorkerMessage } from "./protocol";
import { quickjsWasm } from "./quickjs-wasm";

export type Outcome = Extract<WorkerMessage, { type: "done" | "failed" }> | { type: "timeout" };

/** What a call tells and asks while it runs. */
export interface CallEvents {
  log(line: LogLine): void;
  fetch: GuestFetch;
}

/** One worker thread; usable for one call at a time, gone after `kill`. */
export interface SandboxThread {
  /** Resolves when an instance stands ready for the next call; rejects if the thread dies before. */
  ready(): Promise<void>;
  /** @throws the signal's reason when it aborts; the thread is dead then, as after a time-out */
  run(request: RunRequest, timeoutMs: number, signal: AbortSignal, on: CallEvents): Promise<Outcome>;
  isDead(): boolean;
  kill(): Promise<void>;
}

export async function startThread(memoryMb: number): Promise<SandboxThread> {
  const data: WorkerData = { ...(await quickjsWasm()), memoryMb };
  const worker = new Worker(workerFile(), {
    workerData: data,
    // Neither the environment's secrets nor the loader flags of this process belong in there.
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 256, stackSizeMb: 4 },
  });
  let dead = false;
  let isReady = Promise.withResolvers<void>();
  let current: { on: CallEvents; end: (outcome: Outcome) => void } | null = null;
  const tell = (message: HostMessage) => worker.postMessage(message);
  // Nobody may be waiting when an idle thread dies; whoever asks later still gets the rejection.
  const die = (error: Error) => {
    dead = true;
    isReady.promise.catch(() => {});
    isReady.reject(error);
    // What kills a thread from inside is its own memory limit.
    current?.end({ type: "failed", reason: "memory", message: error.message, line: null });
  };
  worker.on("error", (error) => die(error instanceof Error ? error : new Error(String(error))));
  worker.on("exit", () => die(new Error("The sandbox thread has ended.")));
  worker.on("message", (message: WorkerMessage) => {
    if (message.type === "ready") {
      isReady.resolve();
      // An idle spare must not keep a command-line process alive.
      worker.unref();
    } else if (message.type === "log") current?.on.log({ level: message.level, message: message.message });
    else if (message.type === "fetch") void fetchFor(message);
    else current?.end(message);
  });

  async function fetchFor({ id, request }: Extract<WorkerMessage, { type: "fetch" }>): Promise<void> {
    const asking = current;
    const answer = await asking?.on.fetch(request).then(
      (value): HostMessage => ({ type: "fetched", id, value }),
      (error): HostMessage => ({ type: "unfetched", id, message: fetchProblem(error) }),
    );
    // Numbers begin anew with each call: a late answer must not reach the next one.
    if (answer && asking === current) tell(answer);
  }

  async function kill(): Promise<void> {
    dead = true;
    await worker.terminate();
  }

  return {
    ready: () => isReady.promise,
    isDead: () => dead,
    kill,
    async run(request, timeoutMs, signal, on) {
      signal.throwIfAborted();
      isReady = Promise.withResolvers<void>();
      const outcome = Promise.withResolvers<Outcome>();
      current = { on, end: outcome.resolve };
      const timer = setTimeout(() => outcome.resolve({ type: "timeout" }), timeoutMs);
      const abort = () => outcome.reject(signal.reason);
      signal.addEventListener("abort", abort, { once: true });
      worker.ref();
      tell({ type: "run", ...request });
      try {
        const result = await outcome.promise;
        if (result.type === "timeout") await kill();
        return result;
      } catch (error) {
        await kill();
        throw error;
      } finally {
        current = null;
        clearTimeout(timer);
        signal.removeEventListener("abort", abort);
      }
    },
  };
}

/** Beside this file: as a bundle entry of its own in dist/, as a source file everywhere else. */
function workerFile(): URL {
  const bundled = new URL("./sandbox.worker.js", import.meta.url);
  return existsSync(fileURLToPath(bundled)) ? bundled : new URL("./sandbox.worker.ts", import.meta.url);
}
