import { z } from "zod";
import { jsonObjectSchema } from "@/workflows/graph/json";

export const formKinds = [
  "text",
  "paragraph",
  "number",
  "integer",
  "boolean",
  "choice",
  "choices",
  "date",
  "email",
] as const;
export type FormKind = (typeof formKinds)[number];

/** A name under which a value stands in the form's object. */
export const formNameSchema = z
  .string()
  .regex(/^[a-zA-Z_][a-zA-Z0-9_]{0,63}$/, "Start with a letter; use letters, digits and _ only")
  .refine((name) => !["__proto__", "constructor", "prototype"].includes(name), "This name cannot be used");

/** One field that a person fills in while a run waits for them. */
export const formFieldSchema = z.object({
  name: formNameSchema,
  label: z.string(),
  kind: z.enum(formKinds),
  required: z.boolean(),
  help: z.string().optional(),
  /** What can be chosen, for `choice` and `choices`. */
  options: z.array(z.string()).optional(),
  /** Least and greatest number, or fewest and most characters. */
  min: z.number().optional(),
  max: z.number().optional(),
});
export type FormField = z.infer<typeof formFieldSchema>;

/** The fields in their order, and the JSON Schema that their values keep to, for programs. */
export const formSchema = z.object({ fields: z.array(formFieldSchema), schema: jsonObjectSchema });
export type Form = z.infer<typeof formSchema>;
