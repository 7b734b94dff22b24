import type { DatabaseHandle } from "@/lib/db/database";
import type { ModelOutcome } from "@/lib/health/model-outcomes";
import type { BreakerState } from "@/lib/resilience/breaker-state";
import type { WorkStatus } from "@/lib/runs/work/work-status";
import type { SandboxStatus } from "@/lib/sandbox/code-sandbox";
import { watchEventLoop } from "./event-loop";
import { memoryUse } from "./memory-use";
import type { ProcessReport } from "./process-report";

/** Where a process reads how it fares. */
export interface VitalSources {
  pool: Pick<DatabaseHandle["pool"], "totalCount" | "idleCount" | "waitingCount">;
  poolSize: number;
  /** null: this process does not work on runs. */
  work: () => WorkStatus | null;
  sandbox: () => SandboxStatus;
  breakers: () => BreakerState[];
  models: () => ModelOutcome[];
}

export interface Vitals {
  /** Begins a new time over which the event loop is watched. */
  report(): ProcessReport;
  stop(): void;
}

/** A report is one row that everybody reads: more than so many of a kind say nothing new. */
const mostListed = 50;

export function createVitals(sources: VitalSources, now: () => number = Date.now): Vitals {
  const loop = watchEventLoop();
  return {
    report: () => ({
      work: workOf(sources.work(), now()),
      loop: loop.read(),
      memory: memoryUse(),
      pool: poolUse(sources),
      sandbox: sources.sandbox(),
      breakers: openFirst(sources.breakers()).slice(0, mostListed),
      models: sources.models().slice(0, mostListed),
    }),
    stop: () => loop.stop(),
  };
}

function workOf(status: WorkStatus | null, now: number): ProcessReport["work"] {
  if (!status) return null;
  const ago = (time: number) => Math.max(0, now - time);
  const { places, active, room, draining, fetchedAt, walkedAt, quietSince } = status;
  const quietMs = quietSince === null ? null : ago(quietSince);
  return {
    places,
    active,
    room,
    draining,
    quietMs,
    fetchedAgoMs: ago(fetchedAt),
    walkedAgoMs: ago(walkedAt),
  };
}

function poolUse({ pool, poolSize: size }: VitalSources): ProcessReport["pool"] {
  return { size, total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount };
}

function openFirst(breakers: BreakerState[]): BreakerState[] {
  return breakers.toSorted((a, b) => Number(a.state === "closed") - Number(b.state === "closed"));
}
