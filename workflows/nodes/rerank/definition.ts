import { z } from "zod";
import { slotOf } from "@/workflows/graph/model-slot";
import { missing, noOutput, outputField, writesTo } from "../data-fields";
import { defineNode } from "../define-node";
import { field } from "../field";
import { modelField, templateField } from "../fields";
import { configIssue } from "../issues";
import { modelFields } from "../model-fields";
import { outPort } from "../ports";
import { templateReads } from "../reads";
import { noTexts, textsFields, textsReads } from "../text-fields";
import { rerankFace } from "./face";

export const rankWays = ["reranker", "embedding", "chat"] as const;

export const rerankConfig = z.strictObject({
  way: field(z.enum(rankWays).default("reranker"), {
    label: "Scored by",
    control: "select",
    help: "A reranker is made for it. An embedding model compares vectors, which is cheaper and coarser. A chat model judges by reading, which is slower.",
  }),
  model: field(modelField, {
    label: "Model",
    control: "model",
    help: "A model of that kind. offline/offline counts words and knows no meaning: it is for trying out.",
  }),
  fallbacks: field(modelFields.fallbacks, {
    label: "Fallback models",
    advanced: true,
    showWhen: { field: "way", in: ["chat"] },
    help: "Asked in this order where the model fails for good.",
  }),
  query: templateField({
    label: "Question",
    help: "What the texts should answer.",
    placeholder: "{{ question }}",
  }),
  ...textsFields,
  keep: field(z.int().min(1).max(1_000).optional(), {
    label: "Keep the first",
    control: "number",
    help: "Empty keeps all.",
  }),
  least: field(z.number().min(-1_000).max(1_000).optional(), {
    label: "Lowest score",
    control: "number",
    help: "What scores less is left out. What a score means depends on the model: try it out first.",
    advanced: true,
  }),
  output: outputField,
});
export type RerankConfig = z.output<typeof rerankConfig>;

export const rerankDefinition = defineNode({
  type: "rerank",
  typeVersion: 1,
  ...rerankFace,
  summary: "Orders texts by how well they answer a question.",
  synonyms: ["relevance", "rank", "score", "retrieval", "best match", "search"],
  config: rerankConfig,
  initial: { way: "reranker", model: "offline/offline", query: "", list: "", by: "" },
  ports: () => [outPort],
  reads: (config) => [...templateReads("query", config.query), ...textsReads(config)],
  needs: ({ model, fallbacks, way }) => [
    { kind: "model", field: "model", reference: model },
    ...(way === "chat" ? fallbacks : []).map((fallback, index) => ({
      kind: "model" as const,
      field: `fallbacks.${index}.model`,
      reference: fallback.model,
    })),
  ],
  writes: ({ output }) => writesTo("output", output, "array"),
  idempotent: () => true,
  describe: ({ keep, list, model }) =>
    `${keep === undefined ? "" : `first ${keep} of `}${list || "texts"} by ${model}`,
  check: (config) => [
    ...noSlot(config),
    ...missing(config, {
      query: "Say what the texts should answer.",
      list: noTexts,
      output: noOutput,
    }),
  ],
  sample: {
    config: {
      way: "reranker",
      model: "offline/offline",
      fallbacks: [],
      query: "{{ question }}",
      list: "articles",
      by: "item.title",
      keep: 2,
      output: "best",
    },
    state: {
      question: "Why does the kettle leak?",
      articles: [{ title: "Lamps in three colours" }, { title: "What to do when a kettle leaks" }],
    },
  },
});

function noSlot({ way, model }: RerankConfig) {
  if (way === "chat" || slotOf(model) === undefined) return [];
  return [configIssue("model", "A slot stands for models that chat. Choose the model itself.")];
}
