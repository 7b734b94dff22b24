import { z } from "zod";
import { defineNode } from "../define-node";
import { configIssue } from "../issues";
import {
  formatField,
  modelFields,
  modelIssues,
  modelNeeds,
  modelReads,
  modelWrites,
  schemaField,
} from "../model-fields";
import { outPort } from "../ports";

export const modelConfig = z.strictObject({ ...modelFields, format: formatField, schema: schemaField });

export const modelDefinition = defineNode({
  type: "model",
  typeVersion: 1,
  title: "Model",
  summary: "Asks a model once and writes its answer to a channel.",
  icon: "sparkles",
  category: "model",
  synonyms: ["llm", "chat", "prompt", "gpt", "claude", "completion", "generate"],
  config: modelConfig,
  initial: { model: "offline/offline", prompt: "" },
  ports: () => [outPort],
  reads: modelReads,
  needs: modelNeeds,
  writes: (config) =>
    config.format === "json" ? modelWrites(config, "object", config.schema) : modelWrites(config, "string"),
  idempotent: () => true,
  describe: (config) => config.model,
  check: (config) => [
    ...modelIssues(config),
    ...(config.format === "json" && !config.schema
      ? [configIssue("schema", "A JSON answer needs a schema that says its shape.")]
      : []),
  ],
  sample: {
    config: {
      model: "offline/offline",
      fallbacks: [],
      system: "Answer in one sentence.",
      prompt: "Summarise this: {{ text }}",
      output: "summary",
      format: "text",
    },
    state: { text: "Nodes of one superstep run in parallel." },
  },
});
