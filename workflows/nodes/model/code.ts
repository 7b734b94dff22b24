import type { z } from "zod";
import { block } from "@/workflows/code/write/indent";
import { literal, quoted } from "@/workflows/code/write/literal";
import type { NodeScope, WriteNode } from "@/workflows/code/write/scope";
import { answerCode, chatModelCode, conversationCode, systemCode } from "../model-code";
import type { modelConfig } from "./definition";

type Config = z.output<typeof modelConfig>;

export const writeModel: WriteNode<Config> = (config, scope) => {
  const system = systemCode(config, scope);
  const model = chatModelCode(config, scope);
  const messages = block("[", [...system.items, ...conversationCode(config, scope)], "]");
  const asked = [...system.lines, `const messages = ${messages};`];
  if (config.format === "json" && config.schema) {
    scope.use("./lib/nodes/model/structured", "structuredAnswer");
    const call = "structuredAnswer(model, schema, messages, config)";
    return [
      ...asked,
      `const schema = ${literal(config.schema)};`,
      `const model = ${model};`,
      ...agreedCode(config, call, scope),
      `return { update: ${answerCode(config, "[message]", "value")} };`,
    ];
  }
  if (config.samples > 1) {
    const call = "model.invoke(messages, config).then((message) => ({ message, value: message.text }))";
    return [
      ...asked,
      `const model = ${model};`,
      ...agreedCode(config, call, scope),
      `return { update: ${answerCode(config, "[message]", "value")} };`,
    ];
  }
  return [
    ...asked,
    `const answer = await ${model}.invoke(messages, config);`,
    `return { update: ${answerCode(config, "[answer]", "answer.text")} };`,
  ];
};

/** Lines after which `message` and `value` are the answer, or the one that most of several agree on. */
function agreedCode({ samples, voteField = "" }: Config, call: string, scope: NodeScope): string[] {
  if (samples === 1) return [`const { message, value } = await ${call};`];
  scope.use("./lib/nodes/model/vote", "mostAgreed");
  return [
    `const { answer } = await mostAgreed(${samples}, ${quoted(voteField)}, () => ${call});`,
    "const { message, value } = answer;",
  ];
}
