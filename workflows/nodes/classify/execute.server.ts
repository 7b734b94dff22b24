import type { NodeExecute } from "../execute";
import { judge } from "../judge.server";
import { type ClassifyConfig, isPorted, noLabelPort } from "./definition";
import { labelsIn } from "./labels";
import { labelQuestion } from "./question";

export const executeClassify: NodeExecute<ClassifyConfig> = (config, services) => {
  const { labels, multiple, output } = config;
  const question = labelQuestion(labels, multiple);
  return async (state, context) => {
    const found = labelsIn(await judge(config, question, state, services, context), labels);
    const [first] = found;
    const update = output ? { [output]: multiple ? found : (first ?? null) } : {};
    if (!isPorted(config)) return { update };
    return { port: labels.find(({ label }) => label === first)?.id ?? noLabelPort.name, update };
  };
};
