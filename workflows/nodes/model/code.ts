import type { z } from "zod";
import { block } from "@/workflows/code/write/indent";
import { literal } from "@/workflows/code/write/literal";
import type { WriteNode } from "@/workflows/code/write/scope";
import { answerCode, chatModelCode, conversationCode, systemCode } from "../model-code";
import type { modelConfig } from "./definition";

export const writeModel: WriteNode<z.output<typeof modelConfig>> = (config, scope) => {
  const system = systemCode(config, scope);
  const model = chatModelCode(config, scope);
  const messages = block("[", [...system.items, ...conversationCode(config, scope)], "]");
  const asked = [...system.lines, `const messages = ${messages};`];
  if (config.format === "json" && config.schema) {
    scope.use("./lib/nodes/model/structured", "structuredAnswer");
    return [
      ...asked,
      `const schema = ${literal(config.schema)};`,
      `const { message, value } = await structuredAnswer(${model}, schema, messages, config);`,
      `return { update: ${answerCode(config, "[message]", "value")} };`,
    ];
  }
  return [
    ...asked,
    `const answer = await ${model}.invoke(messages, config);`,
    `return { update: ${answerCode(config, "[answer]", "answer.text")} };`,
  ];
};
