import type { FormField } from "@/workflows/form/form-field";
import { formProblems } from "@/workflows/form/form-problem";
import type { Json, JsonObject } from "@/workflows/graph/json";

/** What stands in the fields of a form: a text each; several choices one per line. */
export type FormTexts = Readonly<Record<string, string>>;

/** The values that were filled in; empty fields are left out. */
export function formValues(fields: readonly FormField[], texts: FormTexts): JsonObject {
  const entries = fields.flatMap((field): [string, Json][] => {
    const text = texts[field.name] ?? (field.kind === "boolean" && field.required ? "false" : "");
    return text.trim() === "" ? [] : [[field.name, readValue(field, text)]];
  });
  return Object.fromEntries(entries);
}

/** A number that cannot be read stays a text, which is then refused in words. */
function readValue({ kind }: FormField, text: string): Json {
  if (kind === "boolean") return text === "true";
  if (kind === "choices") return text.split("\n");
  if (kind !== "number" && kind !== "integer") return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

/** What is wrong, by field. @param rejects such an answer needs no complete form */
export function problemsByField(
  fields: readonly FormField[],
  values: JsonObject,
  rejects: boolean,
): Record<string, string> {
  return Object.fromEntries(
    formProblems(fields, values, rejects).map(({ name, message }) => [name, message]),
  );
}
