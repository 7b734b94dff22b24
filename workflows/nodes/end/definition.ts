import { z } from "zod";
import { defineNode } from "../define-node";
import { channelsField } from "../fields";
import { endFace } from "./face";

export const endConfig = z.strictObject({
  outputs: channelsField({
    label: "Outputs",
    help: "Channels whose values are the result of the run.",
  }),
});

export const endDefinition = defineNode({
  type: "end",
  typeVersion: 1,
  ...endFace,
  summary: "Where a run ends; names the channels it gives back.",
  synonyms: ["finish", "output", "result", "return", "stop"],
  config: endConfig,
  initial: { outputs: [] },
  ports: () => [],
  reads: (config) =>
    config.outputs.map((channel, index) => ({ channel, field: `outputs.${index}`, optional: true })),
  writes: () => [],
  outputs: (config) => config.outputs,
  local: true,
  idempotent: () => true,
  describe: (config) => (config.outputs.length ? config.outputs.join(", ") : "No output"),
  sample: { config: { outputs: ["answer"] }, state: { answer: "All at once." } },
});
