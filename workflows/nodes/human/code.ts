import type { z } from "zod";
import { templateCode } from "@/workflows/code/write/expression";
import { block } from "@/workflows/code/write/indent";
import { key, literal } from "@/workflows/code/write/literal";
import type { NodeScope, WriteNode } from "@/workflows/code/write/scope";
import type { humanConfig } from "./definition";

export const writeHuman: WriteNode<z.output<typeof humanConfig>> = (config, scope) => {
  scope.use("./lib/ask", "ask");
  scope.use("./state", "channels");
  const question = [
    `message: ${templateCode(config.message, scope)}`,
    `show: ${picked(config.show, scope)}`,
    `editable: ${picked(config.edit, scope)}`,
    `answers: ${literal(config.answers)}`,
    `allowText: ${config.allowText}`,
  ];
  const update = config.textChannel ? `update: said ? { ${key(config.textChannel)}: said } : {}, ` : "";
  return [
    `const answer = ask(${block("{", question, "}")}, channels);`,
    ...(config.textChannel ? ["const said = answer.text?.trim();"] : []),
    `return { port: answer.answer, ${update}overwrite: answer.edits ?? {} };`,
  ];
};

function picked(names: string[], scope: NodeScope): string {
  if (names.length === 0) return "{}";
  scope.use("./lib/plain", "pick");
  return `pick(state, ${literal(names)})`;
}
