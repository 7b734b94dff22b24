import { quoted } from "@/workflows/code/write/literal";
import type { WriteTool } from "@/workflows/code/write/scope";
import { toolCode } from "../tool-code";
import { currentTimeDefinition } from "./definition";

export const writeCurrentTime: WriteTool<{ timezone: string }> = (config, scope) => {
  scope.use("./lib/tools/current-time/time-in", "timeIn");
  scope.use("zod", "z");
  return toolCode(currentTimeDefinition, config, scope, {
    handler: `({ timezone }) => timeIn(timezone?.trim() || ${quoted(config.timezone)})`,
    schema: 'z.object({ timezone: z.string().optional().describe("IANA name such as Europe/Berlin") })',
  });
};
