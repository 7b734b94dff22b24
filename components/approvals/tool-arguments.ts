import type { ToolApproval } from "@/workflows/events/interrupt";
import { type Json, type JsonObject, jsonObjectSchema } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";
import { misfitsOf } from "@/workflows/nodes/misfits";
import { fromText, kindOf, toText, type ValueKind } from "./edit-value";

/** One argument of a tool's call, as a person may change it. */
export interface ArgumentField {
  name: string;
  kind: ValueKind;
  /** What the tool's author says of it. */
  help: string | undefined;
  required: boolean;
  /** The text in the field while nothing was typed. */
  text: string;
}

/** What was typed, as arguments; or what is wrong, by argument, and under "" of the whole. */
export type ReadArguments = { args: JsonObject } | { errors: Record<string, string> };

/** A field for every argument that the tool knows, and for every other that the model gave. */
export function argumentFields({ schema, args }: ToolApproval): ArgumentField[] {
  const properties = recordOf(schema.properties);
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  // What it cannot do without comes first: the order of the rest is lost where payloads are stored.
  const names = [...new Set([...required, ...Object.keys(properties), ...Object.keys(args)])];
  return names.map((name) => {
    const property = recordOf(own(properties, name));
    const value = own(args, name);
    return {
      name,
      kind: kindFor(property.type, value),
      help: typeof property.description === "string" ? property.description : undefined,
      required: required.includes(name),
      text: value === undefined ? "" : toText(value),
    };
  });
}

/** @param typed the texts that differ from what stood in the fields */
export function readArguments(tool: ToolApproval, typed: Readonly<Record<string, string>>): ReadArguments {
  const errors: Record<string, string> = {};
  const args: JsonObject = {};
  for (const { name, kind, text, required } of argumentFields(tool)) {
    const now = own(typed, name);
    const given = own(tool.args, name);
    if (now === undefined) {
      if (given !== undefined) args[name] = given;
    } else if (now.trim() !== "" || kind === "text") {
      const read = fromText(kind, now);
      if ("error" in read) errors[name] = read.error;
      else if (now !== "" || required || text !== "") args[name] = read.value;
    }
  }
  if (Object.keys(errors).length > 0) return { errors };
  for (const { path, message } of misfitsOf(tool.schema, args)) {
    const [name = ""] = path.split(".");
    errors[name] ??= message;
  }
  return Object.keys(errors).length > 0 ? { errors } : { args };
}

/** As its schema says; else as the value is that the model gave. */
function kindFor(type: Json | undefined, value: Json | undefined): ValueKind {
  if (type === "string") return "text";
  if (type === "number" || type === "integer") return "number";
  if (type === "boolean") return "boolean";
  return type === undefined && value !== undefined ? kindOf(value) : "json";
}

function recordOf(value: Json | undefined): JsonObject {
  const parsed = jsonObjectSchema.safeParse(value);
  return parsed.success ? parsed.data : {};
}
