import { Gauge, type Registry } from "prom-client";
import type { Installation } from "@/lib/health/installation/installation";
import { processStates, stateOf } from "@/lib/health/installation/process-state";

const roles = ["all", "web", "worker"] as const;

/**
 * What the database knows of the whole installation; every process tells the same, so take the maximum, not the sum.
 * Nothing is told while the database does not answer.
 * @param read remembers what it read for some seconds, so that scrapes cost the database nothing
 */
export function installationMetrics(registry: Registry, read: () => Promise<Installation | null>) {
  const registers = [registry];
  new Gauge({
    name: "signalbox_queue_runs",
    help: "Runs of the installation: waiting for a worker, held for their thread or a limit, running",
    labelNames: ["state"],
    registers,
    async collect() {
      this.reset();
      const queue = (await read())?.queue;
      if (!queue) return;
      this.set({ state: "waiting" }, queue.waiting);
      this.set({ state: "held" }, queue.held);
      this.set({ state: "running" }, queue.running);
    },
  });
  new Gauge({
    name: "signalbox_queue_oldest_seconds",
    help: "How long the longest-waiting run has waited for a worker; 0: none waits",
    registers,
    async collect() {
      const queue = (await read())?.queue;
      if (queue) this.set(queue.oldestMs / 1000);
      else this.remove();
    },
  });
  new Gauge({
    name: "signalbox_processes",
    help: "Processes of the installation, by role and state: well, stopping, stuck, hung, dead",
    labelNames: ["role", "state"],
    registers,
    async collect() {
      this.reset();
      const processes = (await read())?.processes;
      if (!processes) return;
      for (const role of roles) for (const state of processStates) this.set({ role, state }, 0);
      for (const process of processes) this.inc({ role: process.role, state: stateOf(process).state });
    },
  });
}
