import { asksPerson } from "@/workflows/events/asks";
import type { InterruptPayload } from "@/workflows/events/event";

/** Why nothing can be said while a turn is paused: what it waits for. */
export function blockedWords(open: readonly InterruptPayload[], mayAnswer: boolean): string {
  if (open.some(asksPerson)) return mayAnswer ? "Answer the question above first" : "Waiting for a person";
  const waits = (kind: InterruptPayload["kind"]) => open.some((pause) => pause.kind === kind);
  if (waits("client")) return "Waiting for the result of a tool";
  if (waits("timer")) return "Waiting for a time";
  return waits("event") ? "Waiting for another system" : "Waiting for another agent";
}
