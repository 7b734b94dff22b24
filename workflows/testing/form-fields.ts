import { z } from "zod";
import { type FieldHints, fieldHints } from "@/workflows/nodes/field";

export interface FormField {
  path: string;
  hints: FieldHints | undefined;
}

/** Every field that a form made from this schema shows, whatever the config holds. */
export function formFields(schema: z.ZodType, path: string[] = []): FormField[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries<z.ZodType>(schema.shape).flatMap(([key, child]) => [
      { path: [...path, key].join("."), hints: hintsOf(child) },
      ...formFields(child, [...path, key]),
    ]);
  }
  return innerOf(schema).flatMap((inner) => formFields(inner, path));
}

function hintsOf(schema: z.ZodType): FieldHints | undefined {
  return fieldHints(schema) ?? innerOf(schema).map(hintsOf).find(Boolean);
}

function innerOf(schema: unknown): z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return types([schema.unwrap()]);
  if (schema instanceof z.ZodArray) return types([schema.element]);
  return schema instanceof z.ZodUnion ? types([...schema.options]) : [];
}

function types(list: unknown[]): z.ZodType[] {
  return list.filter((item): item is z.ZodType => item instanceof z.ZodType);
}
