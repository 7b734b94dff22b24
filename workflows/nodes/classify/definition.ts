import { z } from "zod";
import type { Issue } from "@/workflows/graph/issue";
import { defineNode } from "../define-node";
import type { ChannelWrite } from "../definition";
import { field } from "../field";
import { optionalChannelField, portIdSchema, uniqueBy } from "../fields";
import { configIssue } from "../issues";
import { judgeFields, judgeIssues, judgeReads } from "../judge-fields";
import { modelNeeds } from "../model-fields";
import type { Port } from "../port";
import { branchPorts, outPort } from "../ports";
import { classifyFace } from "./face";
import { noLabel } from "./question";

const labelSchema = z.strictObject({
  id: portIdSchema,
  label: field(
    z
      .string()
      .min(1, "Give the label a name")
      .max(60)
      .refine((label) => label.toLowerCase() !== noLabel, `The model says “${noLabel}” where no label fits`),
    { label: "Label", control: "text" },
  ),
  description: field(z.string().max(2_000).default(""), {
    label: "What belongs to it",
    control: "multiline",
  }),
});

export const classifyConfig = z.strictObject({
  ...judgeFields,
  labels: field(
    z
      .array(labelSchema)
      .min(2, "Add at least two labels")
      .max(50)
      .refine(...uniqueBy((entry: { id: string }) => entry.id, "Two labels have the same id"))
      .refine(...uniqueBy((entry: { label: string }) => entry.label, "Two labels have the same name")),
    { label: "Labels" },
  ),
  multiple: field(z.boolean().default(false), {
    label: "Several labels",
    control: "toggle",
    help: "Gives a list of all that fit instead of the one that fits best.",
  }),
  byPort: field(z.boolean().default(false), {
    label: "A port for each label",
    control: "toggle",
    help: "The run goes on by the label's own port, or by “No label”.",
    showWhen: { field: "multiple", in: [false] },
  }),
  output: optionalChannelField({
    label: "Write it to",
    help: "The label as a text, several as a list. Null where none fits.",
  }),
});
export type ClassifyConfig = z.output<typeof classifyConfig>;

export const noLabelPort: Port = { name: "else", label: "No label", meaning: "branch" };

/** Several labels cannot all be followed. */
export function isPorted({ multiple, byPort }: Pick<ClassifyConfig, "multiple" | "byPort">): boolean {
  return byPort && !multiple;
}

export const classifyDefinition = defineNode({
  type: "classify",
  typeVersion: 1,
  ...classifyFace,
  summary: "Lets a model put labels of your choice on a text or a conversation.",
  synonyms: ["label", "category", "tag", "sentiment", "sort", "intent"],
  config: classifyConfig,
  initial: {
    model: "offline/offline",
    text: "",
    labels: [
      { id: "option1", label: "Option 1", description: "" },
      { id: "option2", label: "Option 2", description: "" },
    ],
  },
  ports: (config) => (isPorted(config) ? [...branchPorts(config.labels), noLabelPort] : [outPort]),
  reads: judgeReads,
  needs: (config) => modelNeeds(config, ["json"]),
  writes: writesOf,
  idempotent: () => true,
  describe: ({ labels }) => labels.map(({ label }) => label).join(", "),
  check: (config) => [...judgeIssues(config), ...leadsNowhere(config)],
  sample: {
    config: {
      model: "offline/offline",
      fallbacks: [],
      text: "{{ mail }}",
      instructions: "",
      labels: [
        { id: "praise", label: "Praise", description: "Thanks, or says that something is good." },
        { id: "complaint", label: "Complaint", description: "Says that something is wrong." },
      ],
      multiple: false,
      byPort: false,
      output: "kind",
    },
    state: { mail: "Thank you, that was quick!" },
  },
});

function writesOf({ output, multiple, labels }: ClassifyConfig): ChannelWrite[] {
  if (!output) return [];
  const names = labels.map(({ label }) => label);
  if (multiple) {
    const schema = { type: "array", items: { type: "string", enum: names } };
    return [{ channel: output, field: "output", type: "array", schema }];
  }
  return [{ channel: output, field: "output", type: "string", schema: { enum: [...names, null] } }];
}

function leadsNowhere(config: ClassifyConfig): Issue[] {
  if (config.output || isPorted(config)) return [];
  return [
    configIssue("output", "The label goes nowhere: choose the channel to write it to, or a port for each."),
  ];
}
