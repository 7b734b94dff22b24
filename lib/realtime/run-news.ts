import { z } from "zod";
import { type Clock, systemClock } from "@/lib/runs/clock";
import { type RunStatus, runStatuses } from "@/workflows/events/run-status";
import { channels, type Notifier } from "./notifier";

/** A run that came, or whose status changed. */
export interface RunChange {
  runId: string;
  agentId: string;
  status: RunStatus;
}

/**
 * @param workspaceId null: any of them
 * @param changes empty: there were too many to name, or some were missed
 */
export type RunNewsHandler = (workspaceId: string | null, changes: readonly RunChange[]) => void;

/** A workspace is told at most once in this time, however much happens. */
const windowMs = 250;
const mostNamed = 100;

const payloadSchema = z.tuple([z.string(), z.string(), z.string(), z.enum(runStatuses)]);

/**
 * What the database tells of runs (see the triggers on `runs`), gathered by workspace: the first change at once, what
 * follows together, each run with its last status.
 */
export class RunNews {
  private readonly handlers = new Set<RunNewsHandler>();
  /** Workspaces that were told a moment ago, with what has come since. */
  private readonly gathered = new Map<string, Map<string, RunChange>>();

  constructor(
    notifier: Pick<Notifier, "on" | "onReconnect">,
    private readonly clock: Clock = systemClock,
  ) {
    notifier.on(channels.runs, (payload) => this.receive(payload));
    notifier.onReconnect(() => this.tell(null, []));
  }

  subscribe(handler: RunNewsHandler): () => void {
    this.handlers.add(handler);
    return () => this.handlers.delete(handler);
  }

  private receive(payload: string): void {
    const parsed = payloadSchema.safeParse(payload.split(" "));
    // Another release of the product may know a status that this one does not.
    if (!parsed.success) return;
    const [workspaceId, agentId, runId, status] = parsed.data;
    const change = { runId, agentId, status };
    const gathered = this.gathered.get(workspaceId);
    if (gathered) {
      gathered.set(runId, change);
      return;
    }
    this.tell(workspaceId, [change]);
    this.rest(workspaceId);
  }

  private rest(workspaceId: string): void {
    const gathered = new Map<string, RunChange>();
    this.gathered.set(workspaceId, gathered);
    this.clock.after(windowMs, () => {
      this.gathered.delete(workspaceId);
      if (gathered.size === 0) return;
      this.tell(workspaceId, gathered.size > mostNamed ? [] : [...gathered.values()]);
      this.rest(workspaceId);
    });
  }

  private tell(workspaceId: string | null, changes: readonly RunChange[]): void {
    for (const handler of this.handlers) handler(workspaceId, changes);
  }
}
