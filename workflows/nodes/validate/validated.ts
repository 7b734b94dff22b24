import { written } from "@/workflows/data/limits";
import { schemaErrors } from "@/workflows/data/schema/schema-errors";
import { type ExpressionState, evaluate } from "@/workflows/expressions/evaluate";
import type { JsonObject } from "@/workflows/graph/json";

interface ValidateSettings {
  value: string;
  schema?: JsonObject | undefined;
  errors?: string | undefined;
}

/** The port by which the value leaves, and what is wrong with it. @throws AppError */
export function validated({ value, schema, errors }: ValidateSettings, state: ExpressionState) {
  const found = schemaErrors(evaluate(value, state), schema ?? {});
  return { port: found.length === 0 ? "valid" : "invalid", update: written([[errors, found]]) };
}
