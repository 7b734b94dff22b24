/** What the sandbox's host and its worker thread say to each other; types only, erased before the worker loads. */

export interface RunRequest {
  code: string;
  /** JSON text of `state`. */
  input: string;
  memoryMb: number;
  maxOutputChars: number;
}

export interface LogLine {
  level: "log" | "warn" | "error";
  message: string;
}

export type WorkerMessage =
  | { type: "ready" }
  | ({ type: "log" } & LogLine)
  /** `value` is JSON text. */
  | { type: "done"; value: string }
  | { type: "failed"; reason: "code" | "memory"; message: string; line: number | null };

export interface WorkerData {
  wasm: WebAssembly.Module;
  /** Memory of the instance prepared ahead. */
  memoryMb: number;
}
