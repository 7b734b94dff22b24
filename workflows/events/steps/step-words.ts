import type { StepView } from "./step-views";

/** A step in a few words: which nodes ran, and which come next. LangGraph stores the input as a step of its own, numbered -1. */
export function stepWords(
  { step, writes, next }: Pick<StepView, "step" | "writes" | "next">,
  titleOf: (nodeId: string) => string,
): { name: string; ran: string; next: string } {
  const ran = [...new Set(writes.map(({ nodeId }) => titleOf(nodeId)))].join(", ");
  const ahead = next.filter((id) => id !== "__start__").map(titleOf);
  return {
    name: step < 0 ? "Input" : `Step ${step}`,
    ran: ran || (step < 0 ? "nothing has run" : "nothing ran"),
    next: ahead.join(", ") || (step < 0 ? "the first nodes" : "nothing"),
  };
}
