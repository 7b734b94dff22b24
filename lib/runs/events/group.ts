import type { EventDraft } from "@/workflows/events/event";
import type { RunStatus } from "@/workflows/events/run-status";
import type { NewRecordedCall } from "@/workflows/recording/recorded-call";
import { toJsonb } from "./jsonb";

/** Events of one run to be stored together. */
export interface AppendGroup {
  runId: string;
  /** Fence: nothing is written unless the run still has this epoch. null: the caller holds the row's lock. */
  epoch: number | null;
  events: readonly EventDraft[];
  /** What the run got from outside meanwhile; each key once. */
  calls?: readonly NewRecordedCall[];
}

/** What events change on the run's row, beside its event counter. */
export interface RowChange {
  status: RunStatus | null;
  output: string | null;
  problem: string | null;
  inputTokens: number;
  outputTokens: number;
  cachedTokens: number;
  costMicros: number;
  unknownCostCalls: number;
}

/** The run's row is a fold of its events, too: status and totals move in the statement that stores them. */
export function rowChange(events: readonly EventDraft[]): RowChange {
  const change: RowChange = {
    status: null,
    output: null,
    problem: null,
    inputTokens: 0,
    outputTokens: 0,
    cachedTokens: 0,
    costMicros: 0,
    unknownCostCalls: 0,
  };
  for (const event of events) apply(change, event);
  return change;
}

function apply(change: RowChange, event: EventDraft): void {
  if (event.type === "run.resumed") change.status = "running";
  if (event.type === "run.interrupted") change.status = "interrupted";
  if (event.type === "run.cancelled") change.status = "cancelled";
  if (event.type === "run.finished") {
    change.status = "success";
    change.output = toJsonb(event.data.output);
  }
  if (event.type === "run.failed") {
    change.status = event.data.status;
    change.problem = toJsonb(event.data.problem);
  }
  if (event.type === "model.finished" && !event.data.played) {
    change.inputTokens += event.data.usage?.input ?? 0;
    change.outputTokens += event.data.usage?.output ?? 0;
    change.cachedTokens += event.data.usage?.cached ?? 0;
    if (event.data.costMicros === null) change.unknownCostCalls += 1;
    else change.costMicros += event.data.costMicros;
  }
}
