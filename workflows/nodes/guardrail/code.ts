import { templateCode } from "@/workflows/code/write/expression";
import { key, literal, quoted } from "@/workflows/code/write/literal";
import type { WriteNode } from "@/workflows/code/write/scope";
import { chatModelCode } from "../model-code";
import { moderationQuestion } from "../moderation-question";
import { judgedCategories } from "./categories";
import { blockedPort, type GuardrailConfig, passedPort } from "./definition";

export const writeGuardrail: WriteNode<GuardrailConfig> = (config, scope) => {
  const { personal, injection, urls, hosts, code, patterns, schema, target, findings } = config;
  scope.use("./lib/nodes/guardrail/check-text", "checkText", "type TextRules");
  if (config.reveal || personal.some(({ action }) => action === "later")) {
    scope.note(
      "Personal data that is kept for later is masked for good: the code has no place to keep it, and puts nothing back.",
    );
  }
  const rules = { personal, injection, urls, hosts, code, patterns, ...(schema && { schema }) };
  const update = [
    ...(target ? [`${key(target)}: checked.text`] : []),
    ...(findings ? [`${key(findings)}: findings`] : []),
  ];
  return [
    `const rules: TextRules = ${literal(rules)};`,
    `const checked = checkText(${templateCode(config.text, scope)}, rules);`,
    "const findings = [...checked.findings];",
    ...judgeLines(config, scope),
    `const port = findings.some(({ blocks }) => blocks) ? ${quoted(blockedPort.name)} : ${quoted(passedPort.name)};`,
    `return { port, update: { ${update.join(", ")} } };`,
  ];
};

const judgeLines: WriteNode<GuardrailConfig> = (config, scope) => {
  const categories = judgedCategories(config);
  if (categories.length === 0) return [];
  const { instructions, schema } = moderationQuestion(categories);
  scope.use("@langchain/core/messages", "HumanMessage", "SystemMessage");
  scope.use("./lib/nodes/ask-structured", "askStructured");
  scope.use("./lib/nodes/guardrail/findings", "judgedFinding");
  scope.use("./lib/nodes/moderation-verdict", "verdictOf");
  return [
    "if (!findings.some(({ blocks }) => blocks)) {",
    `  const messages = [new SystemMessage(${quoted(instructions)}), new HumanMessage(checked.text)];`,
    `  const { value } = await askStructured(${chatModelCode(config, scope)}, ${literal(schema)}, messages, config);`,
    `  const labels = ${literal(categories.map(({ label }) => label))};`,
    `  findings.push(...judgedFinding(verdictOf(value, labels, ${config.threshold})));`,
    "}",
  ];
};
