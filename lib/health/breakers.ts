import type { BreakerState } from "@/lib/resilience/breaker-state";
import type { Finding } from "./checks";
import type { SeenProcess } from "./installation/installation";

/** A breaker of one process of the installation. */
export interface SeenBreaker extends BreakerState {
  process: string;
}

/** Breakers with failures in all processes. */
export function breakersOf(
  processes: readonly SeenProcess[],
  ...kinds: BreakerState["kind"][]
): SeenBreaker[] {
  return processes.flatMap(({ host, pid, report }) =>
    (report?.breakers ?? [])
      .filter(({ kind }) => kinds.includes(kind))
      .map((breaker) => ({ process: `${host}:${pid}`, ...breaker })),
  );
}

/** One finding for each other side that is left alone at the moment, in however many processes. */
export function openBreakers(check: string, breakers: readonly SeenBreaker[]): Finding[] {
  const open = new Map(
    breakers.filter(({ state }) => state === "open").map((breaker) => [breaker.key, breaker]),
  );
  if (open.size === 0) return [{ check, found: "ok" }];
  return [...open.values()].map(({ name, failures, lastError }) => ({
    check,
    found: `${name} failed ${failures} times in a row and is left alone for now.${lastError ? ` ${lastError}` : ""}`,
  }));
}
