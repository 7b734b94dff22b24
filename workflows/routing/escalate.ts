import { z } from "zod";
import { field } from "@/workflows/nodes/field";
import { ruleKind } from "./rule-kind";

/** What it means to a node stands with `ModelLadder.judged`. */
export const escalateRule = ruleKind({
  title: "Ask the next where it is not sure",
  summary:
    "Where an answer does not fit its schema, or the model is less sure than this, the next model is asked: put a cheap one first.",
  settings: z.strictObject({
    /** From 0 to 1; absent: only answers that do not fit count. */
    below: field(z.number("A number from 0 to 1").min(0, "From 0 to 1").max(1, "From 0 to 1").optional(), {
      label: "Least confidence",
      placeholder: "0.7",
    }),
  }),
  apply: (models, { below }) => ({ models, escalate: { below } }),
});
