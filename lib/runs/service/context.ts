import type { Pool } from "pg";
import type { Database } from "@/lib/db/database";
import type { RunQueue } from "@/lib/queue/run-queue";
import type { Bus } from "@/lib/realtime/bus";
import type { RunHub } from "@/lib/realtime/hub";
import type { EventDraft, RunEvent } from "@/workflows/events/event";
import type { InstallationQueue } from "../admission/installation-queue";
import type { RunLimits } from "../admission/limits";
import type { Releases } from "../admission/releases";
import type { RunSaver } from "../checkpoint/saver";
import type { Clock } from "../clock";
import type { CompiledAgents } from "../compiled-agents";
import { appendEvents, type Sql } from "../events/append";
import { number } from "../events/recorder";
import type { Aftermath } from "../work/aftermath";

/** What the functions of the run service stand on. */
export interface RunContext {
  pool: Pool;
  db: Database;
  queue: RunQueue;
  hub: RunHub;
  bus: Bus;
  saver: RunSaver;
  agents: CompiledAgents;
  clock: Clock;
  /** Hears of every run that ended or paused. */
  aftermath: Aftermath;
  /** Lets held runs go on when there is a place for them. */
  releases: Releases;
  /** Of workspaces that set none themselves. */
  limits: RunLimits;
  /** Of all workspaces together. */
  installationQueue: InstallationQueue;
  processId: number;
}

/**
 * Appends events inside a transaction that holds the run's row lock. Publish the result after the commit: stored
 * first, then shown.
 */
export async function appendInTransaction(
  context: RunContext,
  connection: Sql,
  runId: string,
  events: readonly EventDraft[],
): Promise<RunEvent[]> {
  const group = { runId, epoch: null, events };
  const bases = await appendEvents(connection, context.processId, [group]);
  const base = bases.get(runId);
  if (base === undefined) throw new Error(`Run ${runId} took no events`);
  return number(runId, base, events);
}
