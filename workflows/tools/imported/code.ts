import { quoted } from "@/workflows/code/write/literal";
import type { WriteTool } from "@/workflows/code/write/scope";
import { toolCode } from "../tool-code";
import { type ImportedToolConfig, importedToolDefinition } from "./definition";

/** The tool's source stays in the workspace; the project gets a place for it that says so when it is called. */
export const writeImportedTool: WriteTool<ImportedToolConfig> = (config, scope) => {
  const { name } = config.tool;
  scope.note(
    `Its tool “${name}” belongs to a tool source of the workspace and is not part of this project: write what missingTool stands for.`,
  );
  scope.use("./lib/missing-tool", "missingTool");
  return toolCode(importedToolDefinition, config, scope, {
    handler: `(args) => missingTool(${quoted(name)}, args)`,
    schema: '{ type: "object", properties: {}, additionalProperties: true }',
  });
};
