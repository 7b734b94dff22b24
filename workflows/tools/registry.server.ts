import type { StructuredToolInterface } from "@langchain/core/tools";
import type { NodeServices } from "@/workflows/runtime/ports";
import { makeAgentTool } from "./agent/execute.server";
import { makeCalculator } from "./calculator/execute.server";
import { makeClientTool } from "./client/execute.server";
import { makeCodeTool } from "./code/execute.server";
import { makeCurrentTime } from "./current-time/execute.server";
import { makeDateTool } from "./date/execute.server";
import type { ToolDefinition } from "./definition";
import type { MadeTool, ToolContext, ToolMake } from "./execute";
import { makeHttpRequest } from "./http-request/execute.server";
import { makeImportedTool } from "./imported/execute.server";
import { makeRandom } from "./random/execute.server";
import { makeReadPage } from "./read-page/execute.server";
import { type ToolType, toolDefinitions } from "./registry";
import type { ToolEntry } from "./tool-entry";
import { makeUnits } from "./units/execute.server";
import { makeWebSearch } from "./web-search/execute.server";

type Make = (config: unknown, services: NodeServices, context: ToolContext) => Promise<MadeTool>;

const makers = {
  calculator: bind(toolDefinitions.calculator, makeCalculator),
  "current-time": bind(toolDefinitions["current-time"], makeCurrentTime),
  "http-request": bind(toolDefinitions["http-request"], makeHttpRequest),
  code: bind(toolDefinitions.code, makeCodeTool),
  agent: bind(toolDefinitions.agent, makeAgentTool),
  units: bind(toolDefinitions.units, makeUnits),
  random: bind(toolDefinitions.random, makeRandom),
  date: bind(toolDefinitions.date, makeDateTool),
  "web-search": bind(toolDefinitions["web-search"], makeWebSearch),
  "read-page": bind(toolDefinitions["read-page"], makeReadPage),
  imported: bind(toolDefinitions.imported, makeImportedTool),
  client: bind(toolDefinitions.client, makeClientTool),
} satisfies Record<ToolType, Make>;

/** What LangChain hands to the model, of an entry in an Agent's config. */
export function makeTool(entry: ToolEntry, services: NodeServices, context: ToolContext): Promise<MadeTool> {
  return makers[entry.type](entry.config, services, context);
}

/** Ties behaviour to the definition whose config it takes. */
function bind<Config>(
  definition: ToolDefinition<Config>,
  make: ToolMake<Config, StructuredToolInterface | MadeTool | Promise<MadeTool>>,
): Make {
  return async (config, services, context) => {
    const made = await make(definition.config.parse(config), services, context);
    return "tool" in made ? made : { tool: made, asks: false };
  };
}
