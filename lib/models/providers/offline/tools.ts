import type { BindToolsInput } from "@langchain/core/language_models/chat_models";
import { convertToOpenAITool } from "@langchain/core/utils/function_calling";
import { z } from "zod";
import type { JsonObject } from "@/workflows/graph/json";
import { findArithmetic } from "./arithmetic";
import { fillSchema } from "./fill-schema";
import { findValues } from "./find-values";
import { type JsonSchema, parseJsonSchema } from "./json-schema";
import { escapePattern, splitWords, stems } from "./words";

export interface OfflineTool {
  name: string;
  description: string;
  schema: JsonSchema;
}

export interface PlannedCall {
  name: string;
  args: JsonObject;
}

const definition = z.looseObject({
  function: z.looseObject({
    name: z.string(),
    description: z.string().optional(),
    parameters: z.unknown(),
  }),
});

/** Reads LangChain tools and tool definitions alike. */
export function readTools(tools: readonly BindToolsInput[]): OfflineTool[] {
  return tools.map((tool) => {
    const { function: fn } = definition.parse(convertToOpenAITool(tool));
    return { name: fn.name, description: fn.description ?? "", schema: parseJsonSchema(fn.parameters) };
  });
}

const nameWeight = 3;
const mostCalls = 5;

/** Calls for the tools that the words ask for and whose required arguments stand in the text. */
export function planCalls(tools: readonly OfflineTool[], text: string): PlannedCall[] {
  return tools
    .filter((tool) => relevance(tool, text) >= nameWeight)
    .flatMap((tool) => callsOf(tool, text))
    .slice(0, mostCalls);
}

/** A call that was asked for whatever the text says. */
export function forcedCall(tool: OfflineTool, text: string): PlannedCall {
  return { name: tool.name, args: asObject(fillSchema(tool.schema, text).value) };
}

export function isCalculator(tool: OfflineTool): boolean {
  return /calcul|arithmetic|\bmath/i.test(`${splitWords(tool.name).join(" ")} ${tool.description}`);
}

function relevance(tool: OfflineTool, text: string): number {
  if (isCalculator(tool)) return findArithmetic(text).length > 0 ? nameWeight : 0;
  const said = stems(text);
  const named = new RegExp(String.raw`(?<![\w-])${escapePattern(tool.name)}(?![\w-])`, "i").test(text);
  const hits = (words: Set<string>) => [...words].filter((word) => said.has(word)).length;
  const takesUrl =
    Object.keys(tool.schema.properties ?? {}).includes("url") && findValues(text).urls.length > 0;
  const score = nameWeight * hits(stems(tool.name)) + hits(stems(tool.description));
  return score + (named || takesUrl ? nameWeight : 0);
}

/** One call, or one for each calculation of the text. */
function callsOf(tool: OfflineTool, text: string): PlannedCall[] {
  const [only, ...others] = Object.keys(tool.schema.properties ?? {});
  if (isCalculator(tool) && only !== undefined && others.length === 0) {
    return findArithmetic(text).map((expression) => ({ name: tool.name, args: { [only]: expression } }));
  }
  const filled = fillSchema(tool.schema, text);
  const needsNothing = (tool.schema.required ?? []).length === 0;
  return filled.found || needsNothing ? [{ name: tool.name, args: asObject(filled.value) }] : [];
}

function asObject(value: unknown): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
