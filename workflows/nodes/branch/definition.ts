import { z } from "zod";
import { defineNode } from "../define-node";
import { field } from "../field";
import { portIdSchema, uniqueBy } from "../fields";
import type { Port } from "../port";
import { branchPorts } from "../ports";
import { expressionReads } from "../reads";
import { branchFace } from "./face";

const conditionSchema = z.strictObject({
  id: portIdSchema,
  label: field(z.string().min(1, "Give the condition a name").max(60), { label: "Name", control: "text" }),
  when: field(z.string().min(1, "Write a condition").max(10_000), {
    label: "When",
    control: "expression",
    expects: "boolean",
    placeholder: "score > 0.8",
  }),
});

export const branchConfig = z.strictObject({
  conditions: field(
    z
      .array(conditionSchema)
      .min(1, "Add at least one condition")
      .max(20)
      .refine(...uniqueBy((entry: { id: string }) => entry.id, "Two conditions have the same id")),
    {
      label: "Conditions",
      control: "conditions",
      help: "Tried from top to bottom; the first that is true decides.",
    },
  ),
});

export const elsePort: Port = { name: "else", label: "Else", meaning: "branch" };

export const branchDefinition = defineNode({
  type: "branch",
  typeVersion: 1,
  ...branchFace,
  summary: "Chooses where to go next by conditions on the state.",
  synonyms: ["if", "condition", "switch", "router", "decide", "case"],
  config: branchConfig,
  initial: { conditions: [{ id: "yes", label: "Yes", when: "" }] },
  ports: (config) => [...branchPorts(config.conditions), elsePort],
  reads: (config) =>
    config.conditions.flatMap((entry, index) => expressionReads(`conditions.${index}.when`, entry.when)),
  writes: () => [],
  choices: (config) =>
    config.conditions.map(({ id, label, when }, index) => ({
      label,
      port: id,
      when,
      field: `conditions.${index}.when`,
    })),
  local: true,
  idempotent: () => true,
  describe: (config) => config.conditions.map((entry) => entry.label).join(", "),
  sample: {
    config: { conditions: [{ id: "high", label: "High", when: "score > 0.8" }] },
    state: { score: 0.9 },
  },
});
