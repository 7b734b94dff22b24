import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { LogLine, RunRequest, WorkerData, WorkerMessage } from "./protocol";

export type Outcome = Extract<WorkerMessage, { type: "done" | "failed" }> | { type: "timeout" };

/** One worker thread; usable for one call at a time, gone after `kill`. */
export interface SandboxThread {
  /** Resolves when an instance stands ready for the next call; rejects if the thread dies before. */
  ready(): Promise<void>;
  /** @throws the signal's reason when it aborts; the thread is dead then, as after a time-out */
  run(
    request: RunRequest,
    timeoutMs: number,
    signal: AbortSignal,
    onLog: (line: LogLine) => void,
  ): Promise<Outcome>;
  isDead(): boolean;
  kill(): Promise<void>;
}

export async function startThread(memoryMb: number): Promise<SandboxThread> {
  const data: WorkerData = { wasm: await quickjsWasm(), memoryMb };
  const worker = new Worker(workerFile(), {
    workerData: data,
    // Neither the environment's secrets nor the loader flags of this process belong in there.
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 256, stackSizeMb: 4 },
  });
  let dead = false;
  let isReady = Promise.withResolvers<void>();
  let current: { onLog: (line: LogLine) => void; end: (outcome: Outcome) => void } | null = null;
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
    } else if (message.type === "log") current?.onLog({ level: message.level, message: message.message });
    else current?.end(message);
  });

  async function kill(): Promise<void> {
    dead = true;
    await worker.terminate();
  }

  return {
    ready: () => isReady.promise,
    isDead: () => dead,
    kill,
    async run(request, timeoutMs, signal, onLog) {
      signal.throwIfAborted();
      isReady = Promise.withResolvers<void>();
      const outcome = Promise.withResolvers<Outcome>();
      current = { onLog, end: outcome.resolve };
      const timer = setTimeout(() => outcome.resolve({ type: "timeout" }), timeoutMs);
      const abort = () => outcome.reject(signal.reason);
      signal.addEventListener("abort", abort, { once: true });
      worker.ref();
      worker.postMessage(request);
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

let compiled: Promise<WebAssembly.Module> | undefined;

/** Compiled once per process and shared with every thread; only memory and state are made anew. */
function quickjsWasm(): Promise<WebAssembly.Module> {
  const quickjs = createRequire(import.meta.url).resolve("quickjs-emscripten");
  const file = createRequire(quickjs).resolve("@jitl/quickjs-wasmfile-release-sync/wasm");
  compiled ??= WebAssembly.compile(readFileSync(file));
  return compiled;
}
