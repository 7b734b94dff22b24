import type { NodeExecute } from "../execute";
import { judge } from "../judge.server";
import { moderationQuestion } from "../moderation-question";
import { verdictLine, verdictOf } from "../moderation-verdict";
import { allowedPort, blockedPort, type ModerateConfig } from "./definition";

export const executeModerate: NodeExecute<ModerateConfig> = (config, services) => {
  const { categories, threshold, output } = config;
  const question = moderationQuestion(categories);
  const labels = categories.map(({ label }) => label);
  return async (state, context) => {
    const verdict = verdictOf(await judge(config, question, state, services, context), labels, threshold);
    context.log(verdict.blocked ? "warn" : "info", verdictLine(verdict));
    return {
      port: verdict.blocked ? blockedPort.name : allowedPort.name,
      update: output ? { [output]: verdict } : {},
    };
  };
};
