import type { Json, JsonObject } from "@/workflows/graph/json";
import type { FormField, FormKind } from "./form-field";
import { longestText } from "./form-json-schema";

export interface FormProblem {
  /** Name of the field, or of a value that no field has. */
  name: string;
  message: string;
}

/**
 * What is wrong with what a person filled in, field by field; the same that the form's JSON Schema would refuse, in
 * words for people.
 * @param mayBeIncomplete required fields may be left out: only what was filled in is checked
 */
export function formProblems(
  fields: readonly FormField[],
  values: JsonObject,
  mayBeIncomplete = false,
): FormProblem[] {
  const known = new Set(fields.map(({ name }) => name));
  const strange = Object.keys(values).filter((name) => !known.has(name));
  return [
    ...fields.flatMap((field) => {
      const message = problemOf(field, values, mayBeIncomplete);
      return message ? [{ name: field.name, message }] : [];
    }),
    ...strange.map((name) => ({ name, message: `The form has no field “${name}”.` })),
  ];
}

function problemOf(field: FormField, values: JsonObject, mayBeIncomplete: boolean): string | undefined {
  const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
  const label = `“${field.label}”`;
  if (value === undefined) return field.required && !mayBeIncomplete ? `Fill in ${label}.` : undefined;
  const needed = checks[field.kind](value, field);
  return needed ? `${label} ${needed}.` : undefined;
}

/** What a value lacks, as the end of a sentence about the field. */
type Check = (value: Json, field: FormField) => string | undefined;

const text: Check = (value, { required, min = 0, max = longestText }) => {
  if (typeof value !== "string") return "needs a text";
  const length = Array.from(value).length;
  if (required && length === 0) return "needs a text";
  if (length < min) return `needs at least ${min} characters`;
  return length > max ? `takes at most ${max} characters` : undefined;
};

const number: Check = (value, { min, max }) => {
  if (typeof value !== "number" || !Number.isFinite(value)) return "needs a number";
  if (min !== undefined && value < min) return `must be at least ${min}`;
  return max !== undefined && value > max ? `must be at most ${max}` : undefined;
};

const checks: Record<FormKind, Check> = {
  text,
  paragraph: text,
  number,
  integer: (value, field) =>
    typeof value === "number" && !Number.isSafeInteger(value) ? "needs a whole number" : number(value, field),
  boolean: (value) => (typeof value === "boolean" ? undefined : "needs yes or no (true or false)"),
  choice: (value, { options = [] }) =>
    typeof value === "string" && options.includes(value) ? undefined : `needs one of: ${options.join(", ")}`,
  choices: (value, { options = [], required }) => {
    if (!Array.isArray(value) || !value.every((each) => typeof each === "string" && options.includes(each)))
      return `needs a list of some of: ${options.join(", ")}`;
    if (new Set(value).size !== value.length) return "names something twice";
    return required && value.length === 0 ? "needs at least one choice" : undefined;
  },
  date: (value) => (isDate(value) ? undefined : "needs a date such as 2026-03-05"),
  email: (value) =>
    typeof value === "string" &&
    value.length <= 320 &&
    /^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[^\s@.]+$/.test(value)
      ? undefined
      : "needs an e-mail address",
};

function isDate(value: Json): boolean {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(value);
  // Some engines take 31 February for 3 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
