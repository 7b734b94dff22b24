import type { NodeScope, WriteTool } from "@/workflows/code/write/scope";
import { writeAgentTool } from "./agent/code";
import { writeCalculator } from "./calculator/code";
import { writeCodeTool } from "./code/code";
import { writeCurrentTime } from "./current-time/code";
import type { ToolDefinition } from "./definition";
import { writeHttpRequest } from "./http-request/code";
import { type ToolType, toolDefinitions } from "./registry";
import type { ToolEntry } from "./tool-entry";

type Writer = (config: unknown, scope: NodeScope) => string;

const writers = {
  calculator: bind(toolDefinitions.calculator, writeCalculator),
  "current-time": bind(toolDefinitions["current-time"], writeCurrentTime),
  "http-request": bind(toolDefinitions["http-request"], writeHttpRequest),
  code: bind(toolDefinitions.code, writeCodeTool),
  agent: bind(toolDefinitions.agent, writeAgentTool),
} satisfies Record<ToolType, Writer>;

/** The tool of an entry in an Agent's config as LangGraph.js code. */
export function writeTool(entry: ToolEntry, scope: NodeScope): string {
  return writers[entry.type](entry.config, scope);
}

/** Ties a writer to the definition whose config it takes. */
function bind<Config>(definition: ToolDefinition<Config>, write: WriteTool<Config>): Writer {
  return (config, scope) => write(definition.config.parse(config), scope);
}
