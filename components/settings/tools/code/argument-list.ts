import { isJsonObject, type Json, type JsonObject } from "@/workflows/graph/json";

export const argumentTypes = ["string", "number", "integer", "boolean", "array", "object"] as const;
type ArgumentType = (typeof argumentTypes)[number];

/** An argument as a line of a list. */
export interface Argument {
  name: string;
  type: ArgumentType;
  description: string;
  required: boolean;
}

/** A JSON schema of an object with these arguments. */
export function schemaOf(list: readonly Argument[]): JsonObject {
  return {
    type: "object",
    properties: Object.fromEntries(
      list.map(({ name, type, description }) => [name, { type, ...(description && { description }) }]),
    ),
    required: list.filter(({ required }) => required).map(({ name }) => name),
  };
}

/** The same as a list; null where the schema says more than a list can. */
export function listOf(schema: JsonObject): Argument[] | null {
  const { type, properties = {}, required = [], ...more } = schema;
  if (type !== "object" || Object.keys(more).length > 0) return null;
  if (!isJsonObject(properties) || !Array.isArray(required)) return null;
  const list = Object.entries(properties).map(([name, part]) =>
    argumentOf(name, part, required.includes(name)),
  );
  return list.every((each) => each !== null) ? list : null;
}

function argumentOf(name: string, part: Json | undefined, required: boolean): Argument | null {
  if (!isJsonObject(part)) return null;
  const { type, description = "", ...more } = part;
  const known = argumentTypes.find((each) => each === type);
  if (!known || typeof description !== "string" || Object.keys(more).length > 0) return null;
  return { name, type: known, description, required };
}
