import type { StructuredToolInterface } from "@langchain/core/tools";
import type { NodeServices } from "@/workflows/runtime/ports";
import { makeAgentTool } from "./agent/execute.server";
import { makeCalculator } from "./calculator/execute.server";
import { makeCodeTool } from "./code/execute.server";
import { makeCurrentTime } from "./current-time/execute.server";
import type { ToolDefinition } from "./definition";
import type { ToolContext, ToolMake } from "./execute";
import { makeHttpRequest } from "./http-request/execute.server";
import { type ToolType, toolDefinitions } from "./registry";
import type { ToolEntry } from "./tool-entry";

type Make = (config: unknown, services: NodeServices, context: ToolContext) => StructuredToolInterface;

const makers = {
  calculator: bind(toolDefinitions.calculator, makeCalculator),
  "current-time": bind(toolDefinitions["current-time"], makeCurrentTime),
  "http-request": bind(toolDefinitions["http-request"], makeHttpRequest),
  code: bind(toolDefinitions.code, makeCodeTool),
  agent: bind(toolDefinitions.agent, makeAgentTool),
} satisfies Record<ToolType, Make>;

/** The LangChain tool of an entry in an Agent's config. */
export function makeTool(
  entry: ToolEntry,
  services: NodeServices,
  context: ToolContext,
): StructuredToolInterface {
  return makers[entry.type](entry.config, services, context);
}

/** Ties behaviour to the definition whose config it takes. */
function bind<Config>(definition: ToolDefinition<Config>, make: ToolMake<Config>): Make {
  return (config, services, context) => make(definition.config.parse(config), services, context);
}
