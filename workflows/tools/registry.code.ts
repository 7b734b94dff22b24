import type { NodeScope, WriteTool } from "@/workflows/code/write/scope";
import { writeAgentTool } from "./agent/code";
import { writeCalculator } from "./calculator/code";
import { writeClientTool } from "./client/code";
import { writeCodeTool } from "./code/code";
import { writeCurrentTime } from "./current-time/code";
import { writeDateTool } from "./date/code";
import type { ToolDefinition } from "./definition";
import { writeHttpRequest } from "./http-request/code";
import { writeImportedTool } from "./imported/code";
import { writeRandom } from "./random/code";
import { writeReadPage } from "./read-page/code";
import { type ToolType, toolDefinitions } from "./registry";
import type { ToolEntry } from "./tool-entry";
import { writeUnits } from "./units/code";
import { writeWebSearch } from "./web-search/code";

type Writer = (config: unknown, scope: NodeScope) => string;

const writers = {
  calculator: bind(toolDefinitions.calculator, writeCalculator),
  "current-time": bind(toolDefinitions["current-time"], writeCurrentTime),
  "http-request": bind(toolDefinitions["http-request"], writeHttpRequest),
  code: bind(toolDefinitions.code, writeCodeTool),
  agent: bind(toolDefinitions.agent, writeAgentTool),
  units: bind(toolDefinitions.units, writeUnits),
  random: bind(toolDefinitions.random, writeRandom),
  date: bind(toolDefinitions.date, writeDateTool),
  "web-search": bind(toolDefinitions["web-search"], writeWebSearch),
  "read-page": bind(toolDefinitions["read-page"], writeReadPage),
  imported: bind(toolDefinitions.imported, writeImportedTool),
  client: bind(toolDefinitions.client, writeClientTool),
} satisfies Record<ToolType, Writer>;

/** The tool of an entry in an Agent's config as LangGraph.js code. */
export function writeTool(entry: ToolEntry, scope: NodeScope): string {
  return writers[entry.type](entry.config, scope);
}

/** Ties a writer to the definition whose config it takes. */
function bind<Config>(definition: ToolDefinition<Config>, write: WriteTool<Config>): Writer {
  return (config, scope) => write(definition.config.parse(config), scope);
}
