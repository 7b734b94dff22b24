import type { Pool } from "pg";
import type { RunQueue } from "@/lib/queue/run-queue";
import type { RunLimits } from "./limits";

/** What admission stands on. */
export interface AdmissionContext {
  pool: Pool;
  queue: RunQueue;
  /** Of workspaces that set none themselves. */
  limits: RunLimits;
}
