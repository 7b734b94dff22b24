import { expressionCode, templateCode } from "@/workflows/code/write/expression";
import { block } from "@/workflows/code/write/indent";
import { key, quoted } from "@/workflows/code/write/literal";
import type { NodeScope, WriteNode } from "@/workflows/code/write/scope";
import type { FileConfig } from "./definition";

export const writeFile: WriteNode<FileConfig> = (config, scope) => {
  scope.note("It keeps its files below the folder that FILES_DIR names, or else ./files.");
  const { action, output } = config;
  const functions = { write: "writeFile", read: "readFile", list: "listFiles", delete: "deleteFile" };
  scope.use("./lib/files", functions[action]);
  const call = `await ${functions[action]}(${block("{", [`scope: ${quoted(config.scope)}`, "config", ...wish(config, scope)], "}")})`;
  if (action === "write" || !output) return [`${call};`, "return {};"];
  return [`const value = ${call};`, `return { update: { ${key(output)}: value } };`];
};

function wish({ action, name, prefix, form, content }: FileConfig, scope: NodeScope): string[] {
  if (action === "list") return [`prefix: ${templateCode(prefix, scope)}`];
  const named = `name: ${templateCode(name, scope)}`;
  if (action === "delete") return [named];
  const formed = [named, `form: ${quoted(form)}`];
  return action === "read" ? formed : [...formed, `content: ${expressionCode(content, scope)}`];
}
