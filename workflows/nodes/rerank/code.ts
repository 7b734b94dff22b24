import { templateCode } from "@/workflows/code/write/expression";
import { literal } from "@/workflows/code/write/literal";
import type { NodeScope, WriteNode } from "@/workflows/code/write/scope";
import { chatModelCode } from "../model-code";
import type { RerankConfig } from "./definition";

export const writeRerank: WriteNode<RerankConfig> = (config, scope) => {
  const { list, by, keep, least, output, query } = config;
  scope.use("./lib/nodes/texts-in", "textsIn");
  scope.use("./lib/nodes/rerank/ranked", "ranked");
  return [
    `const query = ${templateCode(query, scope)}.trim();`,
    `const entries = textsIn(${literal({ list, by })}, state);`,
    "const texts = entries.map(({ text }) => text);",
    `const scores = texts.length > 0 ? ${ways[config.way](config, scope)} : [];`,
    `return ranked(${literal({ ...(keep === undefined ? {} : { keep }), ...(least === undefined ? {} : { least }), ...(output ? { output } : {}) })}, entries, scores);`,
  ];
};

const ways: Record<RerankConfig["way"], (config: RerankConfig, scope: NodeScope) => string> = {
  reranker({ model }, scope) {
    scope.use("./models", "rerankModel");
    scope.model(model, "rerank");
    return `await rerankModel(${literal(model)}).rank(query, texts)`;
  },
  embedding({ model }, scope) {
    scope.use("./models", "embeddingModel");
    scope.use("./lib/rank", "scoresByVectors");
    scope.model(model, "embedding");
    return `await scoresByVectors(embeddingModel(${literal(model)}), query, texts)`;
  },
  chat(config, scope) {
    scope.use("./lib/rank", "scoresByChat");
    return `await scoresByChat(${chatModelCode({ ...config, temperature: 0 }, scope)}, query, texts, config)`;
  },
};
