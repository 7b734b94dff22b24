import { templateCode } from "@/workflows/code/write/expression";
import { key, property, textLiteral } from "@/workflows/code/write/literal";
import type { WriteNode } from "@/workflows/code/write/scope";
import { chatModelCode } from "../model-code";
import { mostChars, summariseInstructions } from "../summary-words";
import type { SummariseConfig } from "./definition";

export const writeSummarise: WriteNode<SummariseConfig> = (config, scope) => {
  const { messages, over, keep, instructions, output } = config;
  scope.use("@langchain/core/messages", "HumanMessage", "SystemMessage");
  scope.use("./lib/errors/app-error", "AppError");
  scope.use("./lib/events/plain-message", "toLangChainMessages");
  scope.use("./lib/nodes/shorten", "partsOf", "roughTokens", "summaryMessage", "transcript");
  const fixed = textLiteral(summariseInstructions);
  const system = instructions.trim()
    ? `[${fixed}, ${templateCode(instructions, scope)}.trim()].filter(Boolean).join("\\n\\n")`
    : fixed;
  return [
    `const messages = toLangChainMessages(state${property(messages)});`,
    `const parts = roughTokens(messages) > ${over} ? partsOf(messages, ${keep}) : undefined;`,
    "if (!parts) return {};",
    `const system = new SystemMessage(${system});`,
    `const older = new HumanMessage(\`Summarise this conversation:\\n\\n\${transcript(parts.older, ${mostChars})}\`);`,
    `const { text } = await ${chatModelCode(config, scope)}.invoke([system, older], config);`,
    "const summary = text.trim();",
    'if (!summary) throw new AppError("output_invalid", "The model gave an empty summary.");',
    "const shortened = [...parts.system, summaryMessage(summary), ...parts.kept];",
    `return { overwrite: { ${key(messages)}: shortened }, update: ${output ? `{ ${key(output)}: summary }` : "{}"} };`,
  ];
};
