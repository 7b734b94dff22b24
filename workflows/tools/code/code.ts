import { literal } from "@/workflows/code/write/literal";
import type { WriteTool } from "@/workflows/code/write/scope";
import { toolCode } from "../tool-code";
import { type CodeToolConfig, codeToolDefinition } from "./definition";

/** The author's JavaScript stands untouched in a file of its own. */
export const writeCodeTool: WriteTool<CodeToolConfig> = (config, scope) => {
  // No name that is imported has a $ or an underscore, and the names of two tools never become one.
  const name = `${config.name.replaceAll("-", "$")}_code`;
  const module = scope.addFile(`${config.name}.js`, `export function ${name}(args) {\n${config.code}\n}\n`);
  scope.use(module, name);
  scope.use("./lib/code", "runCode");
  scope.use("./lib/expressions/text", "textOf");
  scope.use("./lib/plain", "jsonOf");
  scope.note(
    `The JavaScript of its tool “${config.name}” runs in the project's own process: without sandbox and limits.`,
  );
  return toolCode(codeToolDefinition, config, scope, {
    handler: `(args) => textOf(runCode(${name}, jsonOf(args)))`,
    schema: literal(config.parameters),
  });
};
