import type { z } from "zod";
import { key, literal } from "@/workflows/code/write/literal";
import type { WriteNode } from "@/workflows/code/write/scope";
import type { codeConfig } from "./definition";

/** The author's JavaScript stands untouched in a file of its own. */
export const writeCode: WriteNode<z.output<typeof codeConfig>> = (config, scope) => {
  const module = scope.addFile("code.js", `export function code(state) {\n${config.code}\n}\n`);
  scope.use(module, "code");
  scope.use("./lib/code", "runCode");
  scope.use("./lib/plain", "plain");
  scope.note(
    "Its JavaScript runs in the project's own process: without sandbox, time limit and memory limit.",
  );
  const result = "runCode(code, plain(state))";
  if (config.writes === "keys") {
    scope.use("./lib/code", "onlyKeys");
    return [`return { update: onlyKeys(${result}, ${literal(config.outputs)}) };`];
  }
  return [`return { update: ${config.output ? `{ ${key(config.output)}: ${result} }` : "{}"} };`];
};
