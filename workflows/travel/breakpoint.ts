import { z } from "zod";
import type { InterruptAnswer, InterruptPayload } from "@/workflows/events/interrupt";
import { nodeIdSchema } from "@/workflows/graph/node";

/** Where a test run stops, between two steps: before a node runs, or after. */
export const breakpointSchema = z.strictObject({ nodeId: nodeIdSchema, when: z.enum(["before", "after"]) });
export type Breakpoint = z.infer<typeof breakpointSchema>;

export const breakpointsSchema = z.array(breakpointSchema).max(500);

/** How a run goes on that was stopped: to the next breakpoint, by one step, or up to a node. */
export const goOnModes = ["continue", "step", "to"] as const;
export type GoOnMode = (typeof goOnModes)[number];
export type GoOn = { mode: "continue" } | { mode: "step" } | { mode: "to"; nodeId: string };

/** Nodes at which LangGraph stops between its steps; `*` is all of them. */
export interface Stops {
  before: string[] | "*";
  after: string[];
}

/** Where a run stops that goes on in this way. */
export function stopsOf(breakpoints: readonly Breakpoint[], goOn: GoOn): Stops {
  const at = (when: Breakpoint["when"]) =>
    breakpoints.filter((each) => each.when === when).map(({ nodeId }) => nodeId);
  const before = goOn.mode === "to" ? [...at("before"), goOn.nodeId] : at("before");
  return { before: goOn.mode === "step" ? "*" : [...new Set(before)], after: at("after") };
}

/** The pause of a run that was stopped. What goes on after it says `goOnOf` of the answer. */
export function stopPayload(message: string): InterruptPayload {
  return {
    kind: "breakpoint",
    message,
    answers: [
      { id: "continue", label: "Continue", tone: "primary" },
      { id: "step", label: "Step", tone: "neutral" },
      { id: "to", label: "Run to here", tone: "neutral" },
    ],
    allowText: true,
  };
}

/** How a run goes on by an answer to such a pause. */
export function goOnOf({ answer, text }: Pick<InterruptAnswer, "answer" | "text">): GoOn {
  if (answer === "to" && text) return { mode: "to", nodeId: text };
  return { mode: answer === "step" ? "step" : "continue" };
}

/** Id of the pause at a checkpoint: made again it is the same. */
export function stopId(checkpointId: string): string {
  return `stop:${checkpointId}`;
}
