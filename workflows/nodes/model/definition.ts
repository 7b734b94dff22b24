import { z } from "zod";
import { defineNode } from "../define-node";
import { field } from "../field";
import { configIssue } from "../issues";
import { schemaIssues } from "../misfits";
import {
  formatField,
  modelFields,
  modelIssues,
  modelNeeds,
  modelReads,
  modelWrites,
  schemaField,
  tuningFields,
} from "../model-fields";
import { outPort } from "../ports";
import { modelFace } from "./face";

export const modelConfig = z.strictObject({
  ...modelFields,
  ...tuningFields,
  format: formatField,
  schema: schemaField,
  samples: field(z.int().min(1).max(15).default(1), {
    label: "Answers to vote among",
    control: "number",
    help: "Asked so many times at once; the answer that most agree on counts. Each costs a call. Raise the temperature, or all say the same.",
    advanced: true,
  }),
  voteField: field(z.string().max(200).optional(), {
    label: "Vote by field",
    control: "text",
    placeholder: "category",
    help: "The field of a JSON answer that has to agree. Empty: the whole answer.",
    advanced: true,
    showWhen: { field: "format", in: ["json"] },
  }),
});

export const modelDefinition = defineNode({
  type: "model",
  typeVersion: 1,
  ...modelFace,
  summary: "Asks a model once and writes its answer to a channel.",
  synonyms: ["llm", "chat", "prompt", "gpt", "claude", "completion", "generate"],
  config: modelConfig,
  initial: { model: "offline/offline", prompt: "" },
  ports: () => [outPort],
  reads: modelReads,
  needs: (config) => modelNeeds(config, config.format === "json" ? ["json"] : []),
  writes: (config) =>
    config.format === "json" ? modelWrites(config, "object", config.schema) : modelWrites(config, "string"),
  idempotent: () => true,
  describe: ({ model, samples }) => (samples > 1 ? `${model} · best of ${samples}` : model),
  check: (config) => [
    ...modelIssues(config),
    ...(config.format === "json" ? schemaIssues(config.schema) : []),
    ...(config.format === "json" && !config.schema
      ? [configIssue("schema", "A JSON answer needs a schema that says its shape.")]
      : []),
    ...(config.samples === 2
      ? [configIssue("samples", "Two answers cannot outvote one another: ask once, or three times.")]
      : []),
  ],
  sample: {
    config: {
      model: "offline/offline",
      fallbacks: [],
      reasoning: "default",
      cachePrompt: false,
      system: "Answer in one sentence.",
      prompt: "Summarise this: {{ text }}",
      output: "summary",
      format: "text",
      samples: 1,
    },
    state: { text: "Nodes of one superstep run in parallel." },
  },
});
