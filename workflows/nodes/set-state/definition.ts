import { z } from "zod";
import { channelNameSchema } from "@/workflows/graph/channel";
import { defineNode } from "../define-node";
import { field } from "../field";
import { uniqueBy } from "../fields";
import { outPort } from "../ports";
import { expressionReads } from "../reads";
import { setStateFace } from "./face";

const assignmentSchema = z.strictObject({
  channel: field(channelNameSchema, { label: "Channel", control: "channel" }),
  value: field(z.string().min(1, "Write an expression").max(10_000), {
    label: "Value",
    control: "expression",
    writesTo: "channel",
    placeholder: "count + 1",
  }),
});

export const setStateConfig = z.strictObject({
  assignments: field(
    z
      .array(assignmentSchema)
      .min(1, "Add at least one assignment")
      .max(50)
      .refine(...uniqueBy((entry: { channel: string }) => entry.channel, "A channel may be set once")),
    {
      label: "Assignments",
      control: "assignments",
      help: "Every value is computed from the state before this node.",
    },
  ),
});

export const setStateDefinition = defineNode({
  type: "set-state",
  typeVersion: 1,
  ...setStateFace,
  summary: "Computes values and writes them to channels.",
  synonyms: ["assign", "variable", "compute", "expression", "transform", "map"],
  config: setStateConfig,
  initial: { assignments: [] },
  ports: () => [outPort],
  reads: (config) =>
    config.assignments.flatMap((entry, index) => expressionReads(`assignments.${index}.value`, entry.value)),
  writes: (config) =>
    config.assignments.map((entry, index) => ({
      channel: entry.channel,
      field: `assignments.${index}.channel`,
    })),
  local: true,
  idempotent: () => true,
  describe: (config) => config.assignments.map((entry) => `${entry.channel} = ${entry.value}`).join(", "),
  sample: {
    config: { assignments: [{ channel: "count", value: "count + 1.0" }] },
    state: { count: 1 },
  },
});
