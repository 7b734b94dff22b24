import { randomBytes } from "node:crypto";
import type { TelemetrySpan } from "@/workflows/telemetry/telemetry-span";

/** A span by which people see whether a receiver takes what it is sent. */
export function testSpan(workspaceId: string, now: number): TelemetrySpan {
  return {
    traceId: randomBytes(16).toString("hex"),
    spanId: randomBytes(8).toString("hex"),
    name: "Signalbox test trace",
    kind: "internal",
    startMs: now,
    endMs: now + 1,
    attributes: { "signalbox.test": true, "signalbox.workspace.id": workspaceId },
    events: [],
    links: [],
  };
}
