import { AppError } from "@/workflows/errors/app-error";
import type { BreakerState } from "./breaker-state";

const hints: Readonly<Record<BreakerState["kind"], string>> = {
  provider: "Give the node a fallback model or use its error port, or try it now in Settings → Models.",
  host: "Use the node's error port, or try it now in Settings → Outgoing calls.",
  tool: "Use the node's error port, or try it now in Settings → Outgoing calls.",
};

/** A call that was not made, because those before it failed. */
export function circuitOpen(state: BreakerState, now: number): AppError {
  const { name, kind, failures, since, lastError, retryAt } = state;
  const seconds = Math.max(1, Math.ceil(((retryAt ?? now) - now) / 1000));
  const again =
    state.state === "half_open" ? "One call is on its way to see." : `It is tried again in ${seconds} s.`;
  return new AppError(
    "circuit_open",
    `${name} was not called: ${failures} calls in a row failed since ${clock(since)}. ${again} ` +
      `The last failure: ${lastError ?? "unknown"}`,
    { hint: hints[kind], data: { retryAfterSeconds: seconds, since, failures } },
  );
}

function clock(ms: number): string {
  return `${new Date(ms).toISOString().slice(11, 19)} UTC`;
}
