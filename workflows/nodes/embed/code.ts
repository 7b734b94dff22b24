import { literal } from "@/workflows/code/write/literal";
import type { WriteNode } from "@/workflows/code/write/scope";
import type { EmbedConfig } from "./definition";

export const writeEmbed: WriteNode<EmbedConfig> = ({ model, list, by, dimensions, output }, scope) => {
  scope.use("./lib/data/limits", "written");
  scope.use("./lib/nodes/embed/short-numbers", "shortNumbers");
  scope.use("./lib/nodes/texts-in", "textsIn");
  scope.use("./models", "embeddingModel");
  scope.model(model, "embedding");
  const size = dimensions === undefined ? "" : `, ${literal(dimensions)}`;
  return [
    `const texts = textsIn(${literal({ list, by })}, state).map(({ text }) => text);`,
    `const vectors = texts.length > 0 ? await embeddingModel(${literal(model)}${size}).embedDocuments(texts) : [];`,
    `return { update: written([[${literal(output ?? "")}, shortNumbers(vectors)]]) };`,
  ];
};
