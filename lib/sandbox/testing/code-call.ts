import type { CodeCall } from "@/workflows/runtime/ports";

/** A call of code with what tests usually want. */
export function codeCall(code: string, overrides: Partial<CodeCall> = {}): CodeCall {
  return {
    code,
    input: {},
    timeoutMs: 10_000,
    memoryMb: 64,
    signal: new AbortController().signal,
    ...overrides,
  };
}
