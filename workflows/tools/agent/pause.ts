import type { InterruptPayload } from "@/workflows/events/interrupt";
import type { ChildWaits } from "@/workflows/runtime/ports";

/** The pause of whoever called an agent, until the called run has ended. */
export function childPause({ runId, agentName, deadline }: ChildWaits): InterruptPayload {
  return {
    kind: "child",
    message: `The run waits for the agent “${agentName}”.`,
    answers: [],
    allowText: false,
    childRunId: runId,
    ...(deadline !== undefined && { wakeAt: deadline }),
  };
}
