import type { JsonObject } from "@/workflows/graph/json";
import type { Form, FormField } from "./form-field";

/** A text that nobody bounds further. */
export const longestText = 20_000;

/** A form of these fields, with its JSON Schema. */
export function formOf(fields: readonly FormField[]): Form {
  return { fields: [...fields], schema: formJsonSchema(fields) };
}

/** What the values of a form keep to, as JSON Schema. */
export function formJsonSchema(fields: readonly FormField[]): JsonObject {
  return {
    type: "object",
    properties: Object.fromEntries(
      fields.map((field) => [field.name, { ...titles(field), ...typeOf(field) }]),
    ),
    required: fields.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  };
}

function titles({ label, help }: FormField): JsonObject {
  return { title: label, ...(help && { description: help }) };
}

function typeOf(field: FormField): JsonObject {
  const { kind, required, options = [], min, max } = field;
  switch (kind) {
    case "text":
    case "paragraph":
      return {
        type: "string",
        minLength: Math.max(min ?? 0, required ? 1 : 0),
        maxLength: max ?? longestText,
      };
    case "number":
    case "integer":
      return {
        type: kind,
        ...(min !== undefined && { minimum: min }),
        ...(max !== undefined && { maximum: max }),
      };
    case "boolean":
      return { type: "boolean" };
    case "choice":
      return { enum: options };
    case "choices":
      return {
        type: "array",
        items: { enum: options },
        uniqueItems: true,
        ...(required && { minItems: 1 }),
      };
    case "date":
      return { type: "string", format: "date" };
    case "email":
      return { type: "string", format: "email", maxLength: 320 };
  }
}
