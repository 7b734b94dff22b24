import { block } from "@/workflows/code/write/indent";
import { quoted, textLiteral } from "@/workflows/code/write/literal";
import type { NodeScope } from "@/workflows/code/write/scope";
import type { ToolDefinition } from "./definition";

/** `tool(handler, { name, description, schema })` */
export function toolCode<Config>(
  definition: ToolDefinition<Config>,
  config: Config,
  scope: NodeScope,
  { handler, schema }: { handler: string; schema: string },
): string {
  scope.use("@langchain/core/tools", "tool");
  const options = [
    `name: ${quoted(definition.name(config))}`,
    `description: ${textLiteral(definition.description(config))}`,
    `schema: ${schema}`,
  ];
  return `tool(${handler}, ${block("{", options, "}")})`;
}
