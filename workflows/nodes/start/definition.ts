import { z } from "zod";
import { channelNameSchema } from "@/workflows/graph/channel";
import { defineNode } from "../define-node";
import { field } from "../field";
import { uniqueBy } from "../fields";
import { outPort } from "../ports";
import { startFace } from "./face";

const inputSchema = z.strictObject({
  channel: field(channelNameSchema, { label: "Channel", control: "channel" }),
  required: field(z.boolean().default(true), { label: "Required", control: "toggle" }),
});

export const startConfig = z.strictObject({
  inputs: field(
    z
      .array(inputSchema)
      .max(50)
      .default([])
      .refine(...uniqueBy((input: { channel: string }) => input.channel, "A channel may stand here once")),
    {
      label: "Inputs",
      help: "Channels that whoever starts a run fills in.",
    },
  ),
});

export const startDefinition = defineNode({
  type: "start",
  typeVersion: 1,
  ...startFace,
  summary: "Where a run begins; names the channels it takes as input.",
  synonyms: ["begin", "input", "entry", "trigger"],
  config: startConfig,
  initial: { inputs: [] },
  ports: () => [outPort],
  reads: () => [],
  writes: (config) =>
    config.inputs.map((input, index) => ({ channel: input.channel, field: `inputs.${index}.channel` })),
  inputs: (config) => config.inputs,
  withInput: ({ inputs }, channel) => ({
    inputs: [...(Array.isArray(inputs) ? inputs : []), { channel, required: true }],
  }),
  local: true,
  idempotent: () => true,
  describe: (config) =>
    config.inputs.length ? config.inputs.map((input) => input.channel).join(", ") : "No input",
  sample: {
    config: { inputs: [{ channel: "question", required: true }] },
    state: { question: "What is a superstep?" },
  },
});
