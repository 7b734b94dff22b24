import { Counter, Histogram, type Registry } from "prom-client";
import { shortBuckets } from "./buckets";

/** How far the store of events is behind what happens. */
export function eventMetrics(registry: Registry) {
  const registers = [registry];
  const lag = new Histogram({
    name: "signalbox_event_lag_seconds",
    help: "Time from an event to its being stored and told, by the last event of each group",
    buckets: shortBuckets,
    registers,
  });
  const stored = new Counter({
    name: "signalbox_events_total",
    help: "Events stored by this process",
    registers,
  });
  return (count: number, lagMs: number): void => {
    stored.inc(count);
    lag.observe(Math.max(0, lagMs) / 1000);
  };
}
