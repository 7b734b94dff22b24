import { isJsonObject, type Json, type JsonObject } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";
import type { Misfit } from "../misfits";

export interface ExtractProblem {
  field: string;
  message: string;
  [key: string]: Json;
}

/** The fields of an object that fit by themselves; those that do not, and all that depends on them, are null. */
export function fittingPart(
  schema: JsonObject,
  given: JsonObject | undefined,
  misfits: readonly Misfit[],
): JsonObject {
  const properties = own(schema, "properties");
  const known = isJsonObject(properties) ? Object.keys(properties) : Object.keys(given ?? {});
  const broken = new Set(misfits.map(({ path }) => path.split(".")[0]));
  const entries = known.map((name): [string, Json] => [
    name,
    broken.has(name) || !given ? null : (own(given, name) ?? null),
  ]);
  return Object.fromEntries(entries);
}

/** What did not fit, for later nodes. */
export function problemsOf(misfits: readonly Misfit[]): ExtractProblem[] {
  return misfits.map(({ path, message }) => ({ field: path, message }));
}

/** What the model is told of an answer that did not fit. */
export function repairRequest(misfits: readonly Misfit[]): string {
  const listed = misfits.slice(0, 20).map(({ path, message }) => `- ${path || "the whole"}: ${message}`);
  return `That answer does not fit:\n${listed.join("\n")}\n\nGive the whole answer again, corrected. Take values from what you were given alone; do not invent any.`;
}
