import { agentToolDefinition } from "./agent/definition";
import { calculatorDefinition } from "./calculator/definition";
import { codeToolDefinition } from "./code/definition";
import { currentTimeDefinition } from "./current-time/definition";
import type { ToolDefinition } from "./definition";
import { httpRequestDefinition } from "./http-request/definition";

export const toolTypes = ["calculator", "current-time", "http-request", "code", "agent"] as const;
export type ToolType = (typeof toolTypes)[number];

/** Every tool an Agent node may use. Pickers, forms, checks and documentation read it. */
export const toolDefinitions = {
  calculator: calculatorDefinition,
  "current-time": currentTimeDefinition,
  "http-request": httpRequestDefinition,
  code: codeToolDefinition,
  agent: agentToolDefinition,
} satisfies Record<ToolType, ToolDefinition>;

export function toolDefinitionOf(type: ToolType): ToolDefinition {
  return toolDefinitions[type];
}
