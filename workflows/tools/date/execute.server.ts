import { tool } from "@langchain/core/tools";
import type { ToolMake } from "../execute";
import { reckoningSchema } from "./args";
import { dateToolDefinition } from "./definition";
import { reckoned } from "./reckoned";

export const makeDateTool: ToolMake<{ timezone: string }> = (config) =>
  tool((reckoning) => reckoned(reckoning, config.timezone), {
    name: dateToolDefinition.name(config),
    description: dateToolDefinition.description(config),
    schema: reckoningSchema,
  });
