import type { InterruptPayload } from "@/workflows/events/interrupt";

export const skipAnswer = { id: "skip", label: "Go on now", tone: "neutral" } as const;

/** The pause of a wait, for a length of time or until a time. The clock that answers it decides what is over already. */
export function waitPause(
  time: { wakeAfterMs: number } | { wakeAt: number },
  skippable: boolean,
): InterruptPayload {
  return {
    kind: "timer",
    message: "The run waits for a time.",
    answers: skippable ? [skipAnswer] : [],
    allowText: false,
    ...time,
  };
}
