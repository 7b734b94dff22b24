import type { RequestListener } from "node:http";
import { mayOversee } from "@/lib/auth/oversee";
import type { ResolveActor } from "@/lib/auth/resolve-actor";
import { healthListener } from "@/lib/health/http/health-listener";
import { isInsider } from "@/lib/health/http/insider";
import { MemoryWatch } from "@/lib/health/memory";
import { healthPages } from "@/lib/health/pages";
import { memoryUse } from "@/lib/health/processes/memory-use";
import { Reporter } from "@/lib/health/processes/reporter";
import { createVitals } from "@/lib/health/processes/vitals";
import { createSystem, type System } from "@/lib/health/system";
import type { Core } from "./core";
import type { Engine } from "./engine";

/** How a server process shows its health, and counts what it does, whatever its role. */
export interface Operations {
  /** Answers the paths of health and metrics; `others` gets the rest. */
  listener(others: RequestListener): RequestListener;
  /** The same for the app's own screens. */
  system: System;
  /** From now on the other processes see this one. */
  start(): Promise<void>;
  /** Signs off. Before the engine's connections close. */
  stop(): Promise<void>;
}

/** @param actorOf where people sign in */
export function createOperations(
  { env, log, database: { pool, db } }: Core,
  { live, outside, watch }: Engine,
  actorOf?: ResolveActor,
): Operations {
  const memory = new MemoryWatch(memoryUse);
  const vitals = createVitals(watch.vitals);
  const reporter = new Reporter({
    notifier: live.notifier,
    role: env.role,
    log,
    report: () => {
      memory.sample();
      return vitals.report();
    },
  });
  const sandbox = env.role === "web" ? null : outside.sandbox;
  const pages = healthPages({ pool, installation: watch.installation, memory, sandbox });
  const people = actorOf && { actorOf, maySee: mayOversee.bind(null, db) };
  return {
    system: createSystem(watch.installation, pages["/health/runtime"]),
    listener: (others) =>
      healthListener(
        {
          pages,
          metrics: watch.metrics.registry,
          isInsider: (headers) => isInsider(headers, { token: env.metricsToken, ...people }),
          onError: (error) => log.error({ err: error }, "could not tell health"),
        },
        others,
      ),
    start: () => reporter.start(),
    async stop() {
      await reporter.stop();
      vitals.stop();
    },
  };
}
