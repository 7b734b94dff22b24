import { Counter, Gauge, type Registry } from "prom-client";
import type { BreakerState } from "@/lib/resilience/breaker-state";

/** Other sides that have failed lately are named, the worst first, up to so many. */
const mostNamed = 50;
const rank: Readonly<Record<BreakerState["state"], number>> = { closed: 0, half_open: 1, open: 2 };

/**
 * Circuit breakers of this process. Those without a failure are not listed.
 * @returns what counts a change of state
 */
export function breakerMetrics(registry: Registry, states: () => BreakerState[]) {
  new Gauge({
    name: "signalbox_breaker_state",
    help: "Circuit breakers with failures: 0 closed, 1 half-open, 2 open; the worst of a name counts",
    labelNames: ["kind", "name"],
    registers: [registry],
    collect() {
      this.reset();
      const worstLast = states().toSorted((a, b) => rank[a.state] - rank[b.state]);
      for (const { kind, name, state } of worstLast.slice(-mostNamed)) this.set({ kind, name }, rank[state]);
    },
  });
  const changes = new Counter({
    name: "signalbox_breaker_changes_total",
    help: "Changes of circuit breakers to a state; `open` counts how often calls were stopped",
    labelNames: ["kind", "state"],
    registers: [registry],
  });
  return ({ kind, state }: Pick<BreakerState, "kind" | "state">) => changes.inc({ kind, state });
}
