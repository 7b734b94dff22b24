import { type Json, type JsonObject, jsonObjectSchema } from "@/workflows/graph/json";
import type { ModelRequest, ToldTool } from "../model-request";

/** Neither the provider's business nor the reader's: LangChain's own, or carriers of keys. */
const left = new Set([
  "signal",
  "callbacks",
  "headers",
  "options",
  "stream",
  "stream_options",
  "tools",
  "functions",
]);
const secretName = /key|secret|token$|authorization|password|credential/i;

/** What LangChain hands to the provider beside the messages, with tools by name and without what is secret. */
export function modelRequestOf(extra: Record<string, unknown> | undefined): ModelRequest | undefined {
  const given = objectOf(extra?.invocation_params);
  if (!given) return undefined;
  const settings = Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      const plain = left.has(name) ? undefined : plainOf(value, name);
      return plain === undefined ? [] : [[name, plain] as const];
    }),
  );
  const tools = toolsOf(given.tools);
  return { settings, ...(tools.length > 0 && { tools }) };
}

/** Tools in the forms of the providers: `{function: {…}}`, `{name, input_schema}`, or a list of declarations. */
function toolsOf(tools: unknown): ToldTool[] {
  if (!Array.isArray(tools)) return [];
  return tools.flatMap((tool): ToldTool[] => {
    const given = objectOf(tool);
    if (!given) return [];
    if (Array.isArray(given.functionDeclarations)) return toolsOf(given.functionDeclarations);
    const told = objectOf(given.function) ?? objectOf(given.toolSpec) ?? given;
    if (typeof told.name !== "string") return [];
    const parameters = jsonObjectSchema.safeParse(told.parameters ?? told.input_schema ?? told.inputSchema);
    return [
      {
        name: told.name,
        ...(typeof told.description === "string" && { description: told.description }),
        ...(parameters.success && { parameters: parameters.data }),
      },
    ];
  });
}

/** A value as JSON; nothing for what JSON cannot say. */
export function plainOf(value: unknown, name = ""): Json | undefined {
  if (value === undefined || typeof value === "function" || typeof value === "symbol") return undefined;
  if (secretName.test(name) && typeof value === "string") return "•••";
  if (typeof value === "bigint") return Number(value);
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (Array.isArray(value)) return value.flatMap((each) => plainOf(each) ?? []);
  const given = objectOf(value);
  if (!given) return undefined;
  const plain: JsonObject = {};
  for (const [key, inner] of Object.entries(given)) {
    const known = plainOf(inner, key);
    if (known !== undefined) plain[key] = known;
  }
  return plain;
}

function objectOf(value: unknown): Record<string, unknown> | undefined {
  const isPlain =
    typeof value === "object" &&
    value !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value));
  return isPlain ? Object.fromEntries(Object.entries(value)) : undefined;
}
