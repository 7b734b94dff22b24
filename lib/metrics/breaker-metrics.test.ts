import { Registry } from "prom-client";
import { expect, test } from "vitest";
import { breakerMetrics } from "./breaker-metrics";

test("changes of circuit breakers are counted by kind and state", async () => {
  const registry = new Registry();
  const changed = breakerMetrics(registry, () => []);
  for (const state of ["open", "half_open", "open"] as const) changed({ kind: "provider", state });
  changed({ kind: "host", state: "closed" });
  const text = await registry.metrics();
  expect(text).toContain('signalbox_breaker_changes_total{kind="provider",state="open"} 2');
  expect(text).toContain('signalbox_breaker_changes_total{kind="provider",state="half_open"} 1');
  expect(text).toContain('signalbox_breaker_changes_total{kind="host",state="closed"} 1');
});
