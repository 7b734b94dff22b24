import { key, literal, quoted } from "@/workflows/code/write/literal";
import type { WriteNode } from "@/workflows/code/write/scope";
import { judgeCode } from "../judge-code";
import { moderationQuestion } from "../moderation-question";
import { allowedPort, blockedPort, type ModerateConfig } from "./definition";

export const writeModerate: WriteNode<ModerateConfig> = (config, scope) => {
  const { categories, threshold, output } = config;
  scope.use("./lib/nodes/moderation-verdict", "verdictOf");
  return [
    ...judgeCode(config, moderationQuestion(categories), scope),
    `const verdict = verdictOf(value, ${literal(categories.map(({ label }) => label))}, ${threshold});`,
    `const port = verdict.blocked ? ${quoted(blockedPort.name)} : ${quoted(allowedPort.name)};`,
    `return { port, update: ${output ? `{ ${key(output)}: verdict }` : "{}"} };`,
  ];
};
