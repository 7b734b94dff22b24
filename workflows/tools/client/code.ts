import { literal, quoted } from "@/workflows/code/write/literal";
import type { WriteTool } from "@/workflows/code/write/scope";
import { toolCode } from "../tool-code";
import { type ClientToolConfig, clientToolDefinition } from "./definition";

/** In a project of its own, the caller is the project: it gets a place to do it. */
export const writeClientTool: WriteTool<ClientToolConfig> = (config, scope) => {
  const { name, parameters } = config;
  scope.note(`Its tool “${name}” is done by whoever runs the agent: write what missingTool stands for.`);
  scope.use("./lib/missing-tool", "missingTool");
  return toolCode(clientToolDefinition, config, scope, {
    handler: `(args) => missingTool(${quoted(name)}, args)`,
    schema: literal(parameters),
  });
};
