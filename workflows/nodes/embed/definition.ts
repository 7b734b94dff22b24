import { z } from "zod";
import { slotOf } from "@/workflows/graph/model-slot";
import { missing, noOutput, outputField, writesTo } from "../data-fields";
import { defineNode } from "../define-node";
import { field } from "../field";
import { modelField } from "../fields";
import { configIssue } from "../issues";
import { outPort } from "../ports";
import { noTexts, textsFields, textsReads } from "../text-fields";
import { embedFace } from "./face";

export const embedConfig = z.strictObject({
  model: field(modelField, {
    label: "Embedding model",
    control: "model",
    help: "A model of the connection that embeds, such as text-embedding-3-small. offline/offline counts words and knows no meaning: it is for trying out.",
  }),
  ...textsFields,
  purpose: field(z.enum(["document", "query"]).default("document"), {
    label: "The texts are",
    control: "select",
    help: "Some models put questions (query) and what answers them (document) near each other.",
  }),
  dimensions: field(z.int().min(1).max(8_192).optional(), {
    label: "Numbers in a vector",
    control: "number",
    help: "Empty: as many as the model has. Not every model lets one choose.",
    advanced: true,
  }),
  batch: field(z.int().min(1).max(2_048).optional(), {
    label: "Texts in a call",
    control: "number",
    help: "Empty: as many as the provider takes.",
    advanced: true,
  }),
  output: outputField,
});
export type EmbedConfig = z.output<typeof embedConfig>;

export const embedDefinition = defineNode({
  type: "embed",
  typeVersion: 1,
  ...embedFace,
  summary: "Turns texts into vectors with an embedding model.",
  synonyms: ["embedding", "vector", "semantic", "similarity", "search"],
  config: embedConfig,
  initial: { model: "offline/offline", list: "", by: "", purpose: "document" },
  ports: () => [outPort],
  reads: textsReads,
  needs: ({ model }) => [{ kind: "model", field: "model", reference: model }],
  writes: ({ output }) => writesTo("output", output, "array"),
  idempotent: () => true,
  describe: ({ list, model }) => `${list || "texts"} by ${model}`,
  check: (config) => [
    ...noSlot("model", config.model),
    ...missing(config, { list: noTexts, output: noOutput }),
  ],
  sample: {
    config: { model: "offline/offline", list: "titles", by: "", purpose: "document", output: "vectors" },
    state: { titles: ["The kettle leaks", "Lamps in three colours", "A toaster"] },
  },
});

function noSlot(name: string, reference: string) {
  if (slotOf(reference) === undefined) return [];
  return [
    configIssue(
      name,
      "A slot stands for models that chat. Choose the embedding model itself: vectors of different models cannot be compared.",
    ),
  ];
}
