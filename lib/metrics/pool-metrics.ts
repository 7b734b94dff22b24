import { Gauge, type Registry } from "prom-client";
import type { VitalSources } from "@/lib/health/processes/vitals";

/** Connections of this process to the database. */
export function poolMetrics(registry: Registry, { pool, poolSize }: Pick<VitalSources, "pool" | "poolSize">) {
  const registers = [registry];
  new Gauge({
    name: "signalbox_pool_connections",
    help: "Open database connections of this process",
    labelNames: ["state"],
    registers,
    collect() {
      this.set({ state: "idle" }, pool.idleCount);
      this.set({ state: "in_use" }, pool.totalCount - pool.idleCount);
    },
  });
  new Gauge({
    name: "signalbox_pool_waiting",
    help: "Callers in this process that wait for a database connection",
    registers,
    collect() {
      this.set(pool.waitingCount);
    },
  });
  new Gauge({
    name: "signalbox_pool_size",
    help: "Most database connections that this process opens (DATABASE_POOL_SIZE)",
    registers,
  }).set(poolSize);
}
