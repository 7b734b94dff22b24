import { eq } from "drizzle-orm";
import { telemetryTargets } from "@/drizzle/schema";
import type { Queryable } from "@/lib/db/database";
import type { Log } from "@/lib/log/log";
import { shared } from "@/lib/resilience/share";
import type { OutgoingOf } from "@/lib/runs/work/current-run";
import { type Listener, outgoingOf } from "@/workflows/telemetry/outgoing-trace.server";
import type { OperatorTelemetry } from "./operator";

interface Chosen extends Listener {
  enabled: boolean;
  propagate: boolean;
}

/** Who is sent the spans of a workspace's runs decides what services that they call are told of the trace. */
export function outgoingBy(db: Queryable, operator: OperatorTelemetry | undefined, log: Log): OutgoingOf {
  // Read for every run, so that a change counts from the next one; runs that start together share a read.
  const chosen = shared(
    (workspaceId: string) => readChosen(db, workspaceId),
    (workspaceId) => workspaceId,
  );
  return async ({ id, workspaceId, trace }) => {
    try {
      const row = await chosen(workspaceId);
      if (row?.enabled && !row.propagate) return null;
      return outgoingOf(id, trace, [...(row?.enabled ? [row] : []), ...(operator ? [operator] : [])]);
    } catch (error) {
      log.warn({ err: error }, "could not read what is told of traces; this run tells nobody");
      return null;
    }
  };
}

async function readChosen(db: Queryable, workspaceId: string): Promise<Chosen | undefined> {
  const { enabled, share, propagate } = telemetryTargets;
  const [row] = await db
    .select({ enabled, share, propagate })
    .from(telemetryTargets)
    .where(eq(telemetryTargets.id, workspaceId));
  return row;
}
