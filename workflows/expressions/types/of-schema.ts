import { isJsonObject, type Json, type JsonObject } from "@/workflows/graph/json";
import { joinedAll } from "./join";
import { anyObject, anything, listOf, number, text, truth, type ValueType } from "./value-type";

const deepest = 8;

/**
 * What a JSON Schema (draft 2020-12: type, properties, items, enum, const, anyOf, oneOf) says of its values. What it
 * says in other words is taken for anything.
 */
export function typeOfSchema(schema: Json | undefined, depth = deepest): ValueType {
  if (!isJsonObject(schema) || depth === 0) return anything;
  const choices = [schema.anyOf, schema.oneOf].find(Array.isArray);
  if (choices) return joinedAll(choices.map((choice) => typeOfSchema(choice, depth - 1)));
  if (Array.isArray(schema.enum)) return joinedAll(schema.enum.map(typeOfLiteral));
  if (schema.const !== undefined) return typeOfLiteral(schema.const);
  if (Array.isArray(schema.type)) return joinedAll(schema.type.map((type) => ofType(type, schema, depth)));
  return ofType(schema.type ?? (isJsonObject(schema.properties) ? "object" : null), schema, depth);
}

function ofType(type: Json, schema: JsonObject, depth: number): ValueType {
  switch (type) {
    case "string":
      return text;
    case "number":
    case "integer":
      return number;
    case "boolean":
      return truth;
    case "null":
      return { kind: "null" };
    case "array":
      return listOf(typeOfSchema(schema.items, depth - 1));
    case "object":
      return ofObject(schema, depth);
    default:
      return anything;
  }
}

function ofObject({ properties, additionalProperties }: JsonObject, depth: number): ValueType {
  if (!isJsonObject(properties)) return anyObject;
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, child]) => [name, typeOfSchema(child, depth - 1)]),
  );
  return { kind: "object", fields, others: additionalProperties === false ? "none" : "unlikely" };
}

function typeOfLiteral(value: Json): ValueType {
  if (value === null) return { kind: "null" };
  if (typeof value === "string") return text;
  if (typeof value === "number") return number;
  return typeof value === "boolean" ? truth : anything;
}
