import { templateCode } from "@/workflows/code/write/expression";
import { block } from "@/workflows/code/write/indent";
import { literal, textLiteral } from "@/workflows/code/write/literal";
import type { NodeScope } from "@/workflows/code/write/scope";
import type { JsonObject } from "@/workflows/graph/json";
import type { JudgeConfig } from "./judge-fields";
import { chatModelCode, conversationCode } from "./model-code";

/** Lines that put `instructions` and what is looked at into `messages`. */
export function judgedMessagesCode(config: JudgeConfig, instructions: string, scope: NodeScope): string[] {
  scope.use("@langchain/core/messages", "SystemMessage");
  const fixed = textLiteral(instructions);
  const whole = config.instructions.trim()
    ? `[${fixed}, ${templateCode(config.instructions, scope)}.trim()].filter(Boolean).join("\\n\\n")`
    : fixed;
  const { messages, text } = config;
  const items = ["new SystemMessage(instructions)", ...conversationCode({ messages, prompt: text }, scope)];
  return [`const instructions = ${whole};`, `const messages = ${block("[", items, "]")};`];
}

/** Lines after which `value` is the model's verdict, undefined where its answer does not fit. */
export function judgeCode(
  config: JudgeConfig,
  question: { instructions: string; schema: JsonObject },
  scope: NodeScope,
): string[] {
  scope.use("./lib/nodes/ask-structured", "askStructured");
  return [
    ...judgedMessagesCode(config, question.instructions, scope),
    `const schema = ${literal(question.schema)};`,
    `const { value } = await askStructured(${chatModelCode(config, scope)}, schema, messages, config);`,
  ];
}
