import { key, literal, quoted } from "@/workflows/code/write/literal";
import type { WriteNode } from "@/workflows/code/write/scope";
import { judgeCode } from "../judge-code";
import { type ClassifyConfig, isPorted, noLabelPort } from "./definition";
import { labelQuestion } from "./question";

export const writeClassify: WriteNode<ClassifyConfig> = (config, scope) => {
  const { labels, multiple, output } = config;
  scope.use("./lib/nodes/classify/labels", "labelsIn");
  const written = multiple ? "found" : "found[0] ?? null";
  const port = isPorted(config)
    ? `port: labels.find(({ label }) => label === found[0])?.id ?? ${quoted(noLabelPort.name)}, `
    : "";
  return [
    ...judgeCode(config, labelQuestion(labels, multiple), scope),
    `const labels = ${literal(labels.map(({ id, label }) => ({ id, label })))};`,
    "const found = labelsIn(value, labels);",
    `return { ${port}update: ${output ? `{ ${key(output)}: ${written} }` : "{}"} };`,
  ];
};
