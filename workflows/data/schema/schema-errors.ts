import {
  format as formats,
  type OutputUnit,
  type Schema,
  type SchemaDraft,
  Validator,
} from "@cfworker/json-schema";
import { AppError } from "@/workflows/errors/app-error";
import { TooMuchWork, withBudget } from "@/workflows/expressions/budget";
import { BadPattern, matchesPattern } from "@/workflows/expressions/patterns";
import type { Json, JsonObject } from "@/workflows/graph/json";
import { guardedSchema, patternFormat } from "./guarded-schema";
import { schemaProblem } from "./schema-problem";
import { allSchemas } from "./subschemas";

export interface SchemaError {
  /** Where in the value, as a JSON Pointer; empty for the whole. */
  path: string;
  message: string;
  [key: string]: string;
}

const mostErrors = 50;
/** Each entry is compared with each other one. */
const mostUnique = 1_000;

/** What is wrong with a value by a JSON Schema; nothing for a valid one. @throws AppError invalid_input, too_large */
export function schemaErrors(value: Json, schema: JsonObject): SchemaError[] {
  const problem = schemaProblem(schema);
  if (problem) throw new AppError("invalid_input", `“JSON schema” cannot be used. ${problem}`);
  const all = allSchemas(schema);
  if (all.some(({ uniqueItems }) => uniqueItems === true) && longestList(value) > mostUnique) {
    throw new AppError("too_large", `uniqueItems works on lists of up to ${mostUnique} entries.`);
  }
  const patterns = all.flatMap(({ pattern }) => (typeof pattern === "string" ? [pattern] : []));
  try {
    return withPatterns(patterns, () =>
      withBudget(() => {
        // Plain JSON, guarded: the library's type names every keyword.
        const validator = new Validator(guardedSchema(schema) as Schema, draftOf(schema), false);
        return validator.validate(value).errors.filter(saysSomething).slice(0, mostErrors).map(errorOf);
      }),
    );
  } catch (error) {
    throw explained(error);
  }
}

function explained(error: unknown): unknown {
  // Schemas that refer to themselves without going deeper, and lists of errors beyond what a call can pass on.
  if (error instanceof RangeError || error instanceof TooMuchWork) {
    return new AppError("too_large", "The schema takes too long to check on this value.", {
      hint: "Check a smaller value, or write a simpler schema.",
    });
  }
  const isWrongSchema =
    error instanceof BadPattern || (error instanceof Error && /\$ref/.test(error.message));
  if (!isWrongSchema) return error;
  const [reason = ""] = error.message.split("\n");
  return new AppError("invalid_input", `“JSON schema” cannot be used: ${reason}`, {}, { cause: error });
}

/** The formats of the library are one table for all; what is added is there for one check alone, which never waits. */
function withPatterns<Value>(patterns: readonly string[], run: () => Value): Value {
  const names = patterns.map((pattern) => patternFormat + pattern);
  for (const [index, pattern] of patterns.entries()) {
    formats[names[index] ?? ""] = (text: string) => matchesPattern(text, pattern);
  }
  try {
    return run();
  } finally {
    for (const name of names) delete formats[name];
  }
}

function draftOf({ $schema }: JsonObject): SchemaDraft {
  const said = typeof $schema === "string" ? $schema : "";
  if (said.includes("draft-04")) return "4";
  if (said.includes("draft-07") || said.includes("draft-06")) return "7";
  return said.includes("2019-09") ? "2019-09" : "2020-12";
}

/** Errors of what lies inside stand beside those that only say so. */
function saysSomething({ keyword, error }: OutputUnit): boolean {
  const isOfParts = ["allOf", "$ref", "properties", "items", "prefixItems"].includes(keyword);
  return !isOfParts && error !== "False boolean schema.";
}

function errorOf({ instanceLocation, error }: OutputUnit): SchemaError {
  const message = error.replace(/format "re2:([\s\S]*)"\.$/, "the pattern $1.").slice(0, 500);
  return { path: instanceLocation.replace(/^#/, ""), message };
}

function longestList(value: Json): number {
  if (typeof value !== "object" || value === null) return 0;
  const own = Array.isArray(value) ? value.length : 0;
  return Object.values(value).reduce((most: number, inner) => Math.max(most, longestList(inner)), own);
}
