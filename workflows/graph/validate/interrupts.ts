import { type Rule, titleOf } from "./subject";

/**
 * A node that pauses for a person runs again from its top when they answer. What it did before the pause happens
 * twice, which only harmless things may.
 */
export const interrupts: Rule = (subject) =>
  subject.nodes
    .filter((node) => node.interrupts && !node.idempotent)
    .map(({ id }) => ({
      code: "interrupt_after_side_effect",
      severity: "warning",
      path: { nodeId: id },
      message: `${titleOf(subject, id)} may pause for a person after it has changed something outside, and would do so again when they answer. Ask in a Human node in front of it.`,
    }));
