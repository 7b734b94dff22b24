import { quoted } from "@/workflows/code/write/literal";
import type { WriteTool } from "@/workflows/code/write/scope";
import { toolCode } from "../tool-code";
import { dateToolDefinition } from "./definition";

export const writeDateTool: WriteTool<{ timezone: string }> = (config, scope) => {
  scope.use("./lib/tools/date/reckoned", "reckoned");
  scope.use("./lib/tools/date/args", "reckoningSchema");
  return toolCode(dateToolDefinition, config, scope, {
    handler: `(reckoning) => reckoned(reckoning, ${quoted(config.timezone)})`,
    schema: "reckoningSchema",
  });
};
