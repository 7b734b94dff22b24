import type { DeepStack } from "./deep-stack";

/** What the sandbox's host and its worker thread say to each other; types only, erased before the worker loads. */

export interface RunRequest {
  code: string;
  /** JSON text of `state`. */
  input: string;
  memoryMb: number;
  maxOutputChars: number;
  /** Whether the code is given `fetch`. */
  network: boolean;
}

export interface LogLine {
  level: "log" | "warn" | "error";
  message: string;
}

/** What the host tells a thread: a call, or the answer to a request that the call's code made. */
export type HostMessage =
  | ({ type: "run" } & RunRequest)
  /** `value` is JSON text for the code's `Response`. */
  | { type: "fetched"; id: number; value: string }
  | { type: "unfetched"; id: number; message: string };

export type WorkerMessage =
  | { type: "ready" }
  | ({ type: "log" } & LogLine)
  /** `request` is JSON text as the code wrote it: nothing in it is to be trusted. */
  | { type: "fetch"; id: number; request: string }
  /** `value` is JSON text. */
  | { type: "done"; value: string }
  | { type: "failed"; reason: "code" | "memory"; message: string; line: number | null };

/** The compiled module, and what is known of the memory that it takes. */
export interface Quickjs {
  wasm: WebAssembly.Module;
  /** The least memory that the module takes. */
  startPages: number;
  /** Of its memory; undefined, where the module may have more state than that and one variable. */
  deepStack: DeepStack | undefined;
}

export interface WorkerData extends Quickjs {
  /** Memory of the instance prepared ahead. */
  memoryMb: number;
}
