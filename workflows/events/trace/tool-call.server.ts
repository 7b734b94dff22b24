import type { Serialized } from "@langchain/core/load/serializable";
import { isBaseMessage } from "@langchain/core/messages";
import { type Json, jsonSchema } from "@/workflows/graph/json";

/** The name under which the model called the tool. */
export function toolName(tool: Serialized, runName: string | undefined): string {
  return runName ?? tool.name ?? tool.id.at(-1) ?? "tool";
}

/** LangChain hands arguments over as text: JSON where the tool has a schema. */
export function toolArgs(input: string): Json {
  try {
    return jsonSchema.parse(JSON.parse(input));
  } catch {
    return input;
  }
}

/** What the tool returned, as plain data. */
export function toolResult(output: unknown): Json {
  const value = isBaseMessage(output) ? output.text : output;
  if (typeof value === "string") return toolArgs(value);
  const parsed = jsonSchema.safeParse(value ?? null);
  return parsed.success ? parsed.data : String(value);
}
