import { z } from "zod";
import { AppError } from "@/workflows/errors/app-error";
import type { Issue } from "@/workflows/graph/issue";
import type { JsonObject } from "@/workflows/graph/json";
import { configIssue } from "./issues";

/** What does not fit, and where: a dotted path, empty for the whole. */
export interface Misfit {
  path: string;
  message: string;
}

/**
 * Everything in a value that does not fit a JSON schema. A schema that cannot be read refuses nothing: it may be that
 * of a foreign tool, which checks by itself.
 */
export function misfitsOf(schema: JsonObject, value: unknown): Misfit[] {
  const read = readSchema(schema);
  if (typeof read === "string") return [];
  const checked = read.safeParse(value);
  if (checked.success) return [];
  return checked.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
}

/** @throws AppError invalid_input for a schema that nothing could be checked by */
export function refuseSchema(schema: JsonObject): void {
  const read = readSchema(schema);
  if (typeof read !== "string") return;
  throw new AppError("invalid_input", `“JSON schema” cannot be used: ${read}`, { field: "schema" });
}

/** The same for its author, at the field that holds it. */
export function schemaIssues(schema: JsonObject | undefined): Issue[] {
  const read = schema && readSchema(schema);
  return typeof read === "string" ? [configIssue("schema", `This schema cannot be used: ${read}`)] : [];
}

/** Why it cannot be read, where it cannot. */
function readSchema(schema: JsonObject): z.ZodType | string {
  try {
    return z.fromJSONSchema(schema);
  } catch (error) {
    const [reason = ""] = error instanceof Error ? error.message.split("\n") : [];
    return `${reason.replace(/\.$/, "")}.`;
  }
}
