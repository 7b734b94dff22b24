import { agentToolDefinition } from "./agent/definition";
import { calculatorDefinition } from "./calculator/definition";
import { clientToolDefinition } from "./client/definition";
import { codeToolDefinition } from "./code/definition";
import { currentTimeDefinition } from "./current-time/definition";
import { dateToolDefinition } from "./date/definition";
import type { ToolDefinition } from "./definition";
import { httpRequestDefinition } from "./http-request/definition";
import { importedToolDefinition } from "./imported/definition";
import { randomDefinition } from "./random/definition";
import { readPageDefinition } from "./read-page/definition";
import { unitsDefinition } from "./units/definition";
import { webSearchDefinition } from "./web-search/definition";

export const toolTypes = [
  "calculator",
  "current-time",
  "http-request",
  "code",
  "agent",
  "imported",
  "client",
  "units",
  "random",
  "date",
  "web-search",
  "read-page",
] as const;
export type ToolType = (typeof toolTypes)[number];

/** Every tool an Agent node may use. Pickers, forms, checks and documentation read it. */
export const toolDefinitions = {
  calculator: calculatorDefinition,
  "current-time": currentTimeDefinition,
  "http-request": httpRequestDefinition,
  code: codeToolDefinition,
  agent: agentToolDefinition,
  imported: importedToolDefinition,
  client: clientToolDefinition,
  date: dateToolDefinition,
  random: randomDefinition,
  units: unitsDefinition,
  "read-page": readPageDefinition,
  "web-search": webSearchDefinition,
} satisfies Record<ToolType, ToolDefinition>;

export function toolDefinitionOf(type: ToolType): ToolDefinition {
  return toolDefinitions[type];
}
